"""What paper says, in short, and what has changed since it was printed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, is_dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any

Pieces = Mapping[str, str]
"""What is printed, piece by piece, each with a fingerprint of all that it says."""


@dataclass(frozen=True, slots=True)
class PrintChanges:
    """How pieces of now compare with those that were printed."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    """Printed, but not wanted any more."""

    @property
    def to_print(self) -> tuple[str, ...]:
        """What has to be printed so that all paper is right."""
        return (*self.new, *self.changed)

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def fingerprint(*values: Any) -> str:
    """Return 12 characters that change with what is printed.

    `values` are texts, numbers, tuples, and dataclasses of these, whose own names do not matter.
    """
    text = repr(_plain(values))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def all_printed(jobs: Iterable[Pieces]) -> Pieces:
    """Return each piece as it was printed last; the jobs come oldest first."""
    last: dict[str, str] = {}
    for pieces in jobs:
        last.update(pieces)
    return last


def compare(printed: Pieces, now: Pieces) -> PrintChanges:
    """Return what is new, changed and gone."""
    return PrintChanges(
        new=tuple(key for key in now if key not in printed),
        changed=tuple(key for key in now if key in printed and not _same(printed[key], now[key])),
        gone=tuple(key for key in printed if key not in now),
    )


def _same(printed: str, now: str) -> bool:
    """Whether a piece says what it said. Backs count only where they were printed.

    A fingerprint is "front" or "front.back".
    """
    return printed in (now, now.split(".", maxsplit=1)[0])


def _plain(value: Any) -> Any:
    if type(value) is str:  # most of them are; this is asked for each text of an event
        return value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        return [_plain(getattr(value, name)) for name in value.__dataclass_fields__]
    return str(value) if isinstance(value, StrEnum) else value
