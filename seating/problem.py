"""A seating problem that has been checked."""

from __future__ import annotations

from dataclasses import dataclass

from seating.checks import check
from seating.values import Statement


@dataclass(frozen=True, slots=True)
class Problem(Statement):
    """The people to seat, the tables, the number of rounds, and the rules.

    `met` pairs met at earlier events: the last one, or so many events ago as a third value says.
    `apart`, `together`, `locked`, `absent` and, if `leaders` are given, "every occupied table has
    a leader" are hard rules. A want is directed: the first wishes to meet the second. `played`
    holds the first rounds as they were.

    Raises ProblemError if ids are unknown or doubled, or if rules contradict each other.
    """

    def __post_init__(self) -> None:
        check(self)
