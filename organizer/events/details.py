"""What an organizer decides about an event."""

from dataclasses import dataclass
from datetime import datetime

from organizer.events.agenda import Agenda
from organizer.events.models import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDetails:
    """Everything that an organizer decides about an event."""

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


def agenda_of(event: Event | EventDetails) -> Agenda:
    """Return the programme of an event, with its fullest table when every place is taken."""
    even = -(-event.capacity // event.table_count)
    return Agenda(
        rounds=event.rounds,
        people_per_table=min(event.seats_per_table, even),
        pr_minutes=event.pr_minutes,
        question_minutes=event.question_minutes,
        change_minutes=event.change_minutes,
        opening_minutes=event.opening_minutes,
        closing_minutes=event.closing_minutes,
    )
