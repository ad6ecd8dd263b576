"""What is worth marking at a table: who meets again, and who is alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from organizer.people.industries import conflict_group
from organizer.registration.models import Registration
from organizer.tables.rounds import RoundSeating


@dataclass(frozen=True, slots=True)
class Meeting:
    """Somebody at the table with whom one has sat before."""

    registration: Registration
    round: int
    """The first round in which the two sat together."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is to be known about one person's place in one round."""

    again: tuple[Meeting, ...]
    same_industry: bool
    """Whether somebody else at the table has the same industry."""
    colleagues: tuple[Registration, ...]
    competitors: tuple[Registration, ...]


def marks_of(rounds: Sequence[RoundSeating], *, number: int) -> Mapping[int, Marks]:
    """Return the marks of everyone seated in one round (from 1), by registration id."""
    met = _first_meetings(rounds[: number - 1])
    return {
        person.id: _marks(person, [o for o in table.registrations if o is not person], met)
        for table in rounds[number - 1].tables
        for person in table.registrations
    }


def _first_meetings(rounds: Sequence[RoundSeating]) -> Mapping[frozenset[int], int]:
    met: dict[frozenset[int], int] = {}
    for seated in rounds:
        for table in seated.tables:
            for a, b in combinations(table.registrations, 2):
                met.setdefault(frozenset((a.id, b.id)), seated.number)
    return met


def _marks(
    person: Registration, others: Sequence[Registration], met: Mapping[frozenset[int], int]
) -> Marks:
    before = ((o, met.get(frozenset((person.id, o.id)))) for o in others)
    company, group = person.company_key, conflict_group(person.profession)
    return Marks(
        again=tuple(Meeting(other, number) for other, number in before if number),
        same_industry=any(o.industry == person.industry for o in others if o.industry),
        colleagues=tuple(o for o in others if company and o.company_key == company),
        competitors=tuple(o for o in others if group and conflict_group(o.profession) == group),
    )
