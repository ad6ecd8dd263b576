"""The programme of an evening, in minutes, and whether it fits between start and end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Agenda:
    """What the evening consists of. All durations are minutes."""

    rounds: int
    people_per_table: int
    """At the fullest table, for everyone there gets a turn."""
    pr_minutes: float
    question_minutes: float
    change_minutes: int
    """To change seats, between two rounds."""
    opening_minutes: int = 0
    closing_minutes: int = 0

    @property
    def turn_minutes(self) -> float:
        """One person's presentation and the questions to it."""
        return self.pr_minutes + self.question_minutes

    @property
    def round_minutes(self) -> float:
        """One round: a turn for each person at a table."""
        return self.people_per_table * self.turn_minutes

    @property
    def total_minutes(self) -> float:
        """The whole programme, from the opening to the end of the closing."""
        changes = max(0, self.rounds - 1) * self.change_minutes
        return (
            self.opening_minutes + self.rounds * self.round_minutes + changes + self.closing_minutes
        )


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
    step = timedelta(minutes=agenda.round_minutes + agenda.change_minutes)
    first = starts_at + timedelta(minutes=agenda.opening_minutes)
    length = timedelta(minutes=agenda.round_minutes)
    return [Span(first + step * i, first + step * i + length) for i in range(agenda.rounds)]
