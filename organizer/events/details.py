"""What an organizer decides about an event."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from organizer.events.agenda import Agenda, AgendaPart, ItemKind
from organizer.events.room import Room


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDetails:
    """Everything that the event form asks; all tables and all rounds are alike."""

    title: str
    starts_at: datetime
    ends_at: datetime
    timezone: str
    venue: str
    capacity: int
    fee: int
    format: str
    table_count: int
    seats_per_table: int
    table_naming: str
    rounds: int
    pr_minutes: float
    question_minutes: float
    change_minutes: int
    opening_minutes: int
    closing_minutes: int
    registration_open: bool
    fee_for_registered: bool = True
    """Whether a changed fee also holds for those who have registered."""


def agenda_by(details: EventDetails) -> Agenda:
    """Return the programme that the details describe."""
    room = Room({details.seats_per_table: details.table_count})
    return Agenda(agenda_parts(details), room.fullest_table(details.capacity))


def agenda_parts(details: EventDetails) -> tuple[AgendaPart, ...]:
    """Return the items of the programme that the details describe; what takes no time is none."""
    return tuple(part for part in _parts(details) if part.minutes)


def _parts(details: EventDetails) -> Iterator[AgendaPart]:
    yield AgendaPart(ItemKind.OPENING, details.opening_minutes)
    for number in range(1, details.rounds + 1):
        yield AgendaPart(ItemKind.PRESENTATION, details.pr_minutes, number)
        yield AgendaPart(ItemKind.QUESTIONS, details.question_minutes, number)
        if number < details.rounds:
            yield AgendaPart(ItemKind.CHANGE, details.change_minutes, number)
    yield AgendaPart(ItemKind.CLOSING, details.closing_minutes)
