"""The clock of a PR time: when each person at a table speaks, answers questions, and is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from organizer.events.agenda import Agenda, ItemKind, Span
from organizer.registration.models import Registration
from organizer.tables.rounds import RoundSeating, TableSeating


@dataclass(frozen=True, slots=True)
class Turn:
    """One person's turn (持ち時間): they present, then answer questions until it ends."""

    registration: Registration
    starts_at: datetime
    questions_at: datetime
    """Equal to `ends_at` where the programme has no time for questions."""
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class TableSchedule:
    """The turns of one table in one round, in order."""

    name: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class RoundSchedule:
    """One round (from 1), from when to when, and its tables."""

    number: int
    span: Span
    tables: tuple[TableSchedule, ...]


def schedule_rounds(
    rounds: Sequence[RoundSeating], *, spans: Sequence[Span], agenda: Agenda
) -> Sequence[RoundSchedule]:
    """Return who speaks when: turns follow the seats, and all tables begin with their round.

    A table with fewer people than the fullest one is done earlier and talks freely until the end.
    """
    return [_round(seated, span, agenda) for seated, span in zip(rounds, spans, strict=True)]


def _round(seated: RoundSeating, span: Span, agenda: Agenda) -> RoundSchedule:
    presentation = timedelta(minutes=agenda.minutes(ItemKind.PRESENTATION, seated.number))
    turn = timedelta(minutes=agenda.turn_minutes(seated.number))
    tables = (_table(table, span, presentation, turn) for table in seated.tables)
    return RoundSchedule(seated.number, span, tuple(tables))


def _table(
    table: TableSeating, span: Span, presentation: timedelta, turn: timedelta
) -> TableSchedule:
    begins = [span.starts_at + place * turn for place in range(len(table.registrations))]
    return TableSchedule(
        table.name,
        tuple(
            Turn(registration, begin, begin + presentation, begin + turn)
            for registration, begin in zip(table.registrations, begins, strict=True)
        ),
    )
