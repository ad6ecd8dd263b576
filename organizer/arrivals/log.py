"""Who is in: a fold over the log of scans.

The answer depends on which rows the log holds, never on the order in which they came or on how
often one was sent.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

BELIEVABLE_DELAY = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """An admitted scan; or, where `undoes` names one, the undoing of that scan."""

    id: str
    registration_id: int | None
    """Whose badge it is; not known of an undo that came before its scan."""
    at: datetime
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """Since when somebody is in, and by which scan."""

    at: datetime
    scan_id: str


def standing(entries: Iterable[LogEntry]) -> list[LogEntry]:
    """Return the scans that nobody has undone, each once, the earliest first."""
    kept = set(entries)
    undone = {entry.undoes for entry in kept}
    arrived = (e for e in kept if e.undoes is None and e.id not in undone)
    return sorted(arrived, key=lambda entry: (entry.at, entry.id))


def fold(entries: Iterable[LogEntry]) -> dict[int, Arrival]:
    """Return who is in: by registration, the first scan that stands."""
    arrivals: dict[int, Arrival] = {}
    for entry in standing(entries):
        if entry.registration_id is not None:
            arrivals.setdefault(entry.registration_id, Arrival(entry.at, entry.id))
    return arrivals


def believable_time(claimed: datetime | None, *, now: datetime) -> datetime:
    """Return a device's time of a scan, or `now` if its clock is ahead or hours behind."""
    if claimed is None or not now - BELIEVABLE_DELAY <= claimed <= now:
        return now
    return claimed
