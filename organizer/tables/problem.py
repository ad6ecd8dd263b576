"""What the seating library is asked: an event's tables and attendees as a problem."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import accumulate
from typing import Any

import seating
from organizer.people.industries import conflict_group
from organizer.registration.models import Registration
from organizer.tables.models import PlannedTable

FEWEST_AT_A_TABLE = 2
"""With few attendees some tables stay empty, for nobody comes to sit alone."""


def problem_of(
    tables: Sequence[PlannedTable], attendees: Sequence[Registration], *, rounds: int
) -> seating.Problem:
    """Return the problem of seating these attendees; a person's id is their registration's."""
    used = _most_tables(tables, people=len(attendees))
    return seating.Problem(
        people=tuple(_person(registration) for registration in attendees),
        tables=tuple(seating.Table(table["name"], table["seats"]) for table in tables[:used]),
        rounds=rounds,
    )


def rules_of(problem: seating.Problem) -> Mapping[str, Any]:
    """Return what a search for this problem is to respect, as a plan keeps it."""
    return {"weights": asdict(problem.weights)}


def _most_tables(tables: Sequence[PlannedTable], *, people: int) -> int:
    """Return the most tables that leave nobody alone, or as many as seating everybody takes."""
    seats = accumulate(table["seats"] for table in tables)
    fewest = next((n for n, seated in enumerate(seats, start=1) if seated >= people), len(tables))
    return max(people // FEWEST_AT_A_TABLE, fewest)


def _person(registration: Registration) -> seating.Participant:
    return seating.Participant(
        id=str(registration.id),
        industry=registration.industry or None,
        company=registration.company_key or None,
        conflict_group=conflict_group(registration.profession),
        profession=registration.profession or None,
        first_time=registration.first_time,
    )
