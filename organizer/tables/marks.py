"""What is worth marking at a table: who meets again, and who is alike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from organizer.people.industries import conflict_group
from organizer.registration.models import Registration
from organizer.tables.rounds import TableSeating

FirstMeetings = Mapping[frozenset[int], int]
"""The first round in which two people sat together, by the ids of their registrations."""


@dataclass(frozen=True, slots=True)
class MetBefore:
    """Somebody at the table with whom one has sat before."""

    registration: Registration
    round: int
    """The first round in which the two sat together."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is to be known about one person's place in one round."""

    again: tuple[MetBefore, ...]
    same_industry: bool
    """Whether somebody else at the table has the same industry."""
    colleagues: tuple[Registration, ...]
    competitors: tuple[Registration, ...]


def marks_of(tables: Iterable[TableSeating], met: FirstMeetings) -> Mapping[int, Marks]:
    """Return the marks of everyone at these tables, by registration id.

    `met` says who sat together in the rounds before.
    """
    return {
        person.id: _marks(person, [o for o in table.registrations if o is not person], met)
        for table in tables
        for person in table.registrations
    }


def _marks(person: Registration, others: Sequence[Registration], met: FirstMeetings) -> Marks:
    before = ((o, met.get(frozenset((person.id, o.id)))) for o in others)
    company, group = person.company_key, conflict_group(person.profession)
    return Marks(
        again=tuple(MetBefore(other, number) for other, number in before if number),
        same_industry=any(o.industry == person.industry for o in others if o.industry),
        colleagues=tuple(o for o in others if company and o.company_key == company),
        competitors=tuple(o for o in others if group and conflict_group(o.profession) == group),
    )
