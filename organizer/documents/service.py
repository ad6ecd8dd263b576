"""What there is to print: where it comes from, and how the sheets beside badges stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from organizer.accounts.models import User
from organizer.documents import log
from organizer.documents.changes import Changes, compare
from organizer.documents.contents import Source
from organizer.documents.kinds import KINDS, Kind, pieces_of
from organizer.documents.models import PrintJob
from organizer.events.models import Event
from organizer.programme.service import schedule_by
from organizer.registration.service import attendees_of, count_attendees
from organizer.tables import service as tables


@dataclass(frozen=True, slots=True)
class Ready:
    """A kind of sheets as it stands: how many there are, and what changed since the last print."""

    kind: Kind
    count: int
    """Pages of kinds that have one for each value, else lines; 0 while there is nothing to show."""
    rounds: int
    last: PrintJob | None
    changes: Changes | None
    """None while nothing was printed."""


def source_of(event: Event, *, language: str, contact: str = "") -> Source:
    """Return what all sheets of an event are made from."""
    plan = tables.plan_in_force(event.id)
    return Source(
        event,
        attendees_of(event.id),
        schedule_by(plan) if plan else [],
        language,
        contact,
        plan.number if plan else None,
    )


def ready_sheets(source: Source) -> Sequence[Ready]:
    """Return all kinds of sheets with what there is of each."""
    last = log.last_of_kinds(source.event.id)
    printed = {kind.lines for kind in KINDS.values() if kind.id in last}
    now = {lines: pieces_of(lines, source) for lines in printed}  # several kinds say the same
    return [
        Ready(
            kind,
            len(kind.values(source)),
            len(source.schedule),
            job := last.get(kind.id),
            compare(job.pieces, now[kind.lines]) if job else None,
        )
        for kind in KINDS.values()
    ]


def contact_of(event: Event, user: User) -> str:
    """Return whom the roster's readers may ask: the host, by whoever prints it."""
    return f"{event.organization.name} {user.email}"


def paper_at_hand(event_id: int) -> tuple[int, bool]:
    """Return how many badges there are, and whether a plan lets the rest be printed."""
    return count_attendees(event_id), tables.plan_in_force(event_id) is not None
