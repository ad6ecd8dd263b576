"""The values a seating problem is made of. All are immutable; ids are the caller's own strings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MOST_ROUNDS = 100
MOST_PEOPLE = 20_000


class ProblemError(ValueError):
    """A problem that cannot be solved as it is stated; `place` says where, as a path of keys."""

    def __init__(self, sentence: str, *, place: str = "") -> None:
        super().__init__(sentence)
        self.place = place


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who wants a seat. Equal industries, companies and groups are equal strings."""

    id: str
    industry: str | None = None
    company: str | None = None
    conflict_group: str | None = None
    name: str | None = None
    profession: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table and how many people can sit at it."""

    id: str
    seats: int


@dataclass(frozen=True, slots=True)
class Lock:
    """This person sits at this table in this round (rounds count from 1)."""

    person: str
    round: int
    table: str


@dataclass(frozen=True, slots=True)
class Absence:
    """This person takes no seat in this round (rounds count from 1)."""

    person: str
    round: int


@dataclass(frozen=True, slots=True)
class Weights:
    """What one of each counts in the weight of a plan; whole numbers from 0 to 1,000.

    `further` is what each later repeat of the same pair costs more than the one before it, so
    that repeats do not pile up on a few pairs.
    """

    repeat: int = 10
    further: int = 5
    same_industry: int = 3
    same_company: int = 40
    conflict: int = 40
    want: int = 1

    def __post_init__(self) -> None:
        for name in ("repeat", "further", "same_industry", "same_company", "conflict", "want"):
            value: object = getattr(self, name)
            if not isinstance(value, int) or not 0 <= value <= 1000:
                message = f"The weight {name} must be a whole number from 0 to 1000."
                raise ProblemError(message, place=f"weights.{name}")


EVENING = Weights()
"""What suits an evening: a pair's second repeat is worse than its first."""

LINEAR = Weights(further=0)
"""Every repeat counts the same: the public benchmark's measure."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a problem says, not yet checked: `Problem` is one that makes sense."""

    people: tuple[Person, ...]
    tables: tuple[Table, ...]
    rounds: int
    name: str = ""
    met: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    together: tuple[Pair, ...] = ()
    leaders: tuple[str, ...] = ()
    locked: tuple[Lock, ...] = ()
    absent: tuple[Absence, ...] = ()
    wants: tuple[Pair, ...] = ()
    played: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    weights: Weights = EVENING


@dataclass(frozen=True, slots=True)
class Plan:
    """For each round, the people at each table, in seat order. Empty tables may be missing."""

    rounds: tuple[Mapping[str, tuple[str, ...]], ...]

    def table_of(self, person: str, *, round: int) -> str | None:  # noqa: A002 - the word is ours
        """Return the id of the table where a person sits in a round (from 1), if anywhere."""
        for table, sitting in self.rounds[round - 1].items():
            if person in sitting:
                return table
        return None


def pairs_of(pairs: tuple[Pair, ...]) -> set[frozenset[str]]:
    """Return pairs without their direction, each once."""
    return {frozenset(pair) for pair in pairs}
