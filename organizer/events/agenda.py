"""The programme of an evening, in minutes, and whether it fits between start and end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class ItemKind(StrEnum):
    """What an item of the agenda (進行) is."""

    OPENING = "opening"
    PRESENTATION = "presentation"
    QUESTIONS = "questions"
    CHANGE = "change"
    CLOSING = "closing"


PER_PERSON = frozenset({ItemKind.PRESENTATION, ItemKind.QUESTIONS})
"""The minutes of these are those of one person; everyone at a table has their turn."""


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """One item of an agenda, apart from its row."""

    kind: ItemKind
    minutes: float
    round: int | None = None
    """The round (from 1) that it belongs to; of a change of seats, the round before it."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What an evening consists of, in order. All durations are minutes."""

    parts: tuple[AgendaPart, ...]
    people_per_table: int
    """At the fullest table, for everyone there gets a turn."""

    @property
    def rounds(self) -> int:
        """How many rounds there are."""
        return max((part.round or 0 for part in self.parts), default=0)

    def minutes(self, kind: ItemKind, number: int | None = None) -> float:
        """Return the minutes of one kind of item, in one round; those after the last are like it.

        0 if the programme has none.
        """
        wanted = (kind, number and min(number, self.rounds))
        return sum(part.minutes for part in self.parts if (part.kind, part.round) == wanted)

    def turn_minutes(self, number: int) -> float:
        """Return how long one person's presentation and the questions to it take in a round."""
        return sum(self.minutes(kind, number) for kind in PER_PERSON)

    def length(self, part: AgendaPart) -> float:
        """Return how long a part takes at the fullest table."""
        return part.minutes * (self.people_per_table if part.kind in PER_PERSON else 1)

    @property
    def total_minutes(self) -> float:
        """The whole programme, from the opening to the end of the closing."""
        return sum(map(self.length, self.parts))


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when."""

    starts_at: datetime
    ends_at: datetime


def minutes_to_spare(agenda: Agenda, *, starts_at: datetime, ends_at: datetime) -> float:
    """Return how many minutes are left over at the end; negative if the programme does not fit."""
    return (ends_at - starts_at) / timedelta(minutes=1) - agenda.total_minutes


def round_spans(agenda: Agenda, *, starts_at: datetime) -> Sequence[Span]:
    """Return when each round starts and ends."""
    spans: dict[int, Span] = {}
    for part in agenda.parts:
        ends_at = starts_at + timedelta(minutes=agenda.length(part))
        if part.kind in PER_PERSON and part.round:
            begun = spans.setdefault(part.round, Span(starts_at, ends_at))
            spans[part.round] = Span(begun.starts_at, ends_at)
        starts_at = ends_at
    return [spans[number] for number in sorted(spans)]


def as_many_spans(spans: Sequence[Span], *, rounds: int) -> Sequence[Span]:
    """Return the spans of so many rounds; those after the last follow as the last two did."""
    as_many = list(spans[:rounds])
    while len(as_many) < rounds:
        last = as_many[-1]
        step = last.starts_at - as_many[-2].starts_at if len(as_many) > 1 else _length(last)
        as_many.append(Span(last.starts_at + step, last.ends_at + step))
    return as_many


def _length(span: Span) -> timedelta:
    return span.ends_at - span.starts_at
