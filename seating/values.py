"""The values a seating problem is made of: immutable, with ids that are the caller's strings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

MOST_ROUNDS = 100
MOST_PEOPLE = 20_000
LONGEST_AGO = 99

ALIKE = {
    "industry": "same_industry",
    "company": "same_company",
    "conflict_group": "conflict",
    "profession": "same_profession",
    "first_time": "first_timers",
}
"""What two people at a table may have in common, and the name of its weight."""


class ProblemError(ValueError):
    """A problem that cannot be solved as it is stated; `place` says where, as a path of keys."""

    def __init__(self, sentence: str, *, place: str = "") -> None:
        super().__init__(sentence)
        self.place = place


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody to be seated. People of one industry, company and so on have equal strings there.

    `first_time` people know nobody yet: they are spread over the tables.
    """

    id: str
    industry: str | None = None
    company: str | None = None
    conflict_group: str | None = None
    name: str | None = None
    profession: str | None = None
    first_time: bool = False


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
    """What each repeat, same-industry pair and so on adds to a plan's weight: 0 to 1,000.

    `further` is what each later repeat of the same pair costs more than the one before it, so
    that repeats do not pile up on a few pairs. `fade` is no weight but a percentage: what remains
    of a repeat's price for each event that went by since the pair last met.
    """

    repeat: int = 10
    further: int = 5
    same_industry: int = 3
    same_company: int = 40
    conflict: int = 40
    want: int = 1
    same_profession: int = 6
    first_timers: int = 1
    uneven: int = 6
    fade: int = 70

    def __post_init__(self) -> None:
        for field in fields(self):
            value: object = getattr(self, field.name)
            most = 100 if field.name == "fade" else 1000
            if not isinstance(value, int) or not 0 <= value <= most:
                message = f"The weight {field.name} must be a whole number from 0 to {most}."
                raise ProblemError(message, place=f"weights.{field.name}")

    def discount(self, ago: int) -> int:
        """Return how much less a pair's first meeting costs if they last met so many events ago.

        Of the price of a repeat, `fade` percent remain for each event in between; what remains is
        rounded to the nearest whole number, halves up.
        """
        share, whole = pow(self.fade, ago - 1), pow(100, ago - 1)
        remains: int = (2 * self.repeat * share + whole) // (2 * whole)
        return self.repeat - remains


EVENING = Weights()
"""Weights for an evening: a pair's second repeat costs more than its first, old meetings less."""

LINEAR = Weights(further=0, same_profession=0, first_timers=0, uneven=0, fade=100)
"""Weights of the public benchmark: every repeat costs the same, and some parts do not count."""

Pair = tuple[str, str]

Met = Pair | tuple[str, str, int]
"""A pair who met at an earlier event, and how many events ago: 1, the last one, if not said."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A problem before it is checked; `Problem` is a checked one."""

    people: tuple[Participant, ...]
    tables: tuple[Table, ...]
    rounds: int
    name: str = ""
    met: tuple[Met, ...] = ()
    apart: tuple[Pair, ...] = ()
    together: tuple[Pair, ...] = ()
    leaders: tuple[str, ...] = ()
    locked: tuple[Lock, ...] = ()
    absent: tuple[Absence, ...] = ()
    wants: tuple[Pair, ...] = ()
    played: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    weights: Weights = EVENING

    @property
    def open_rounds(self) -> range:
        """The numbers of the rounds still to be seated."""
        return range(len(self.played) + 1, self.rounds + 1)


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


def pairs_of(pairs: Iterable[Pair]) -> set[frozenset[str]]:
    """Return each pair once, without its direction."""
    return {frozenset(pair) for pair in pairs}


def met_ago(met: Iterable[Met]) -> dict[frozenset[str], int]:
    """Return for each pair that met at an earlier event how many events ago that was last."""
    found: dict[frozenset[str], int] = {}
    for a, b, *rest in met:
        pair, ago = frozenset((a, b)), rest[0] if rest else 1
        found[pair] = min(ago, found.get(pair, ago))
    return found
