"""What each kind of sheet shows: the values for `printables`, and whom each line is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

from organizer.events.models import Event
from organizer.programme.schedule import RoundSchedule
from organizer.registration.models import Registration
from organizer.sheets import values
from printables import PrTimeTable, TableSheet, TableTent

Lines = Iterator[tuple[int | str, Any]]
"""The id of a registration or the name of a table, with something that is printed about it."""


@dataclass(frozen=True)
class PrintSource:
    """What all sheets of an event are made from; what several of them show is made once."""

    event: Event
    attendees: Sequence[Registration]
    """In 五十音順."""
    schedule: Sequence[RoundSchedule]
    language: str
    contact: str = ""
    """Whom the roster's readers may ask."""
    plan_id: int | None = None
    """Of the table plan that the schedule follows."""

    @cached_property
    def in_japanese(self) -> Self:
        """The same in one language, whichever the reader's is."""
        return self if self.language == "ja" else replace(self, language="ja")

    @cached_property
    def table_sheets(self) -> list[TableSheet]:
        """A sheet for each round and table."""
        return [
            sheet
            for round_ in self.schedule
            for sheet in values.table_sheets_of(self.event, round_, language=self.language)
        ]

    @cached_property
    def pr_time(self) -> list[PrTimeTable]:
        """The order of speaking for each round and table."""
        return [t for round_ in self.schedule for t in values.pr_time_of(self.event, round_)]


def table_sheets(source: PrintSource) -> list[Any]:
    """Return a sheet for each round and table."""
    return [*source.table_sheets]


def pr_time(source: PrintSource) -> list[Any]:
    """Return the order of speaking for each round and table."""
    return [*source.pr_time]


def tents(source: PrintSource) -> list[Any]:
    """Return a tent for each table at which somebody sits."""
    names = dict.fromkeys(table.name for round_ in source.schedule for table in round_.tables)
    return [TableTent(table=name, event=source.event.title) for name in names]


def reception(source: PrintSource) -> list[Any]:
    """Return who is expected at the door."""
    first = source.schedule[0].tables if source.schedule else ()
    tables = {turn.registration.id: table.name for table in first for turn in table.turns}
    return [
        values.reception_line_of(a, table=tables.get(a.id, ""), language=source.language)
        for a in source.attendees
    ]


def _consenting(source: PrintSource) -> list[Registration]:
    return [attendee for attendee in source.attendees if attendee.roster_consent]


def members(source: PrintSource) -> list[Any]:
    """Return who agreed to be on the roster."""
    return [values.member_of(a, language=source.language) for a in _consenting(source)]


def seats(source: PrintSource) -> Lines:
    """Yield who sits where in each round, and all that is said of them."""
    sheets = iter(source.table_sheets)
    for round_ in source.schedule:
        for table in round_.tables:
            sheet = next(sheets)
            about = (sheet.round, sheet.table, sheet.starts_at, sheet.ends_at, sheet.event)
            for turn, seat in zip(table.turns, sheet.seats, strict=True):
                yield turn.registration.id, (*about, seat)


def turns(source: PrintSource) -> Lines:
    """Yield who speaks when."""
    printed = iter(source.pr_time)
    for round_ in source.schedule:
        for table in round_.tables:
            shown = next(printed)
            for turn, line in zip(table.turns, shown.turns, strict=True):
                yield turn.registration.id, (shown.round, shown.table, shown.event, line)


def reception_lines(source: PrintSource) -> Lines:
    """Yield who is expected, and what the list says of them."""
    yield from zip((a.id for a in source.attendees), reception(source), strict=True)


def member_lines(source: PrintSource) -> Lines:
    """Yield who agreed, and what the roster says of them."""
    yield from zip((a.id for a in _consenting(source)), members(source), strict=True)


def tent_lines(source: PrintSource) -> Lines:
    """Yield each table, and what its tent says."""
    yield from ((tent.table, tent) for tent in tents(source))
