"""What the seating library is asked: an event and its attendees as a problem."""

from collections.abc import Sequence
from dataclasses import dataclass

import seating
from organizer.events.models import Event
from organizer.events.table_names import table_names
from organizer.people.industries import conflict_group
from organizer.registration.models import Registration
from organizer.tables.models import Plan

FEWEST_AT_A_TABLE = 2
"""With few attendees some tables stay empty, for nobody comes to sit alone."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a plan is made for: the rounds, and the tables with their seats and names."""

    rounds: int
    table_count: int
    seats_per_table: int
    table_naming: str

    @property
    def seats(self) -> int:
        """How many people can sit down in a round."""
        return self.table_count * self.seats_per_table


def furniture_of(source: Event | Plan) -> Furniture:
    """Return the tables and rounds that an event has now, or had when a plan was made."""
    return Furniture(
        rounds=source.rounds,
        table_count=source.table_count,
        seats_per_table=source.seats_per_table,
        table_naming=source.table_naming,
    )


def problem_of(furniture: Furniture, attendees: Sequence[Registration]) -> seating.Problem:
    """Return the problem of seating these attendees; a person's id is their registration's."""
    names = table_names(furniture.table_count, naming=furniture.table_naming)
    used = _most_tables(len(attendees), seats_per_table=furniture.seats_per_table)
    return seating.Problem(
        people=tuple(_person(registration) for registration in attendees),
        tables=tuple(seating.Table(name, furniture.seats_per_table) for name in names[:used]),
        rounds=furniture.rounds,
    )


def _most_tables(attendees: int, *, seats_per_table: int) -> int:
    """Return the most tables that leave nobody alone, or as many as seating everybody takes."""
    return max(attendees // FEWEST_AT_A_TABLE, -(-attendees // seats_per_table))


def _person(registration: Registration) -> seating.Person:
    return seating.Person(
        id=str(registration.id),
        industry=registration.industry or None,
        company=registration.company_key or None,
        conflict_group=conflict_group(registration.profession),
        profession=registration.profession or None,
        first_time=registration.first_time,
    )
