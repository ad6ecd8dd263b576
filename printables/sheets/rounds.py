"""What the sheets of rounds share: tables put together by round, and the time of a round."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from printables.values import PrTimeTable, TableSheet

T = TypeVar("T", TableSheet, PrTimeTable)


def by_round(tables: Iterable[T]) -> Iterable[Sequence[T]]:
    """Return the tables of each round together, in the order in which they come."""
    rounds: dict[int, list[T]] = {}
    for table in tables:
        rounds.setdefault(table.round, []).append(table)
    return rounds.values()


def time_of(starts_at: str, ends_at: str) -> str:
    """Return "18:30 – 19:10", or nothing where no time is known."""
    return f"{starts_at} – {ends_at}" if starts_at else ""
