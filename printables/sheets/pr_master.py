"""Lays out the running order of PR time for the MC (PRタイム司会進行表)."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from printables.errors import Cause, PrintError
from printables.page.boxes import GREY, PALE, Box, Item, Page, Rule, Text
from printables.page.compose import line
from printables.page.sheet import (
    ROWS_FROM,
    WIDTH,
    Column,
    Row,
    flow_rows,
    headings,
    masthead,
    page_of,
)
from printables.sheets.rounds import by_round, time_of
from printables.values import PrTimeTable
from printables.words import Words

ABREAST, NAME_H = 3, 5.0

Clock = tuple[str, str, str]  # begin, questions, end


@dataclass(frozen=True, slots=True)
class Slot:
    """The turns of all tables that fall on the same times: a row of the running order."""

    number: int
    clock: Clock
    speakers: tuple[tuple[str, str], ...]  # table, name


def layout_pr_master(tables: Sequence[PrTimeTable], *, words: Words) -> Iterator[Page]:
    """Yield A4 pages for each round: every turn by the clock, with the minutes since its start.

    Tables whose turns fall on the same times share a row. Raises PrintError if there is no table.
    """
    if not tables:
        raise PrintError(Cause.NOTHING)
    return (page for of_round in by_round(tables) for page in _round(of_round, words))


def slots(tables: Sequence[PrTimeTable]) -> list[Slot]:
    """Return the turns of all tables of a round by their times, earliest first."""
    found: dict[tuple[Clock, int], list[tuple[str, str]]] = {}
    for table in tables:
        for number, turn in enumerate(table.turns, start=1):
            clock = turn.starts_at, turn.questions_at, turn.ends_at
            found.setdefault((clock, number), []).append((table.table, turn.name))
    order = sorted(found, key=lambda key: (seconds(key[0][0]) or 0, key[1]))
    return [Slot(number, clock, tuple(found[clock, number])) for clock, number in order]


def seconds(clock: str) -> int | None:
    """Return the seconds since midnight of "18:42" or "18:42:30"; None for anything else."""
    parts = clock.split(":")
    if len(parts) not in {2, 3} or not all(p.isascii() and p.isdigit() for p in parts):
        return None
    hours, minutes, rest = (*map(int, parts), 0)[:3]
    return hours * 3600 + minutes * 60 + rest


def minutes_since(start: str, clock: str) -> str:
    """Return the minutes from one clock time to another, "7.5" if need be, past midnight too."""
    begin, end = seconds(start), seconds(clock)
    if begin is None or end is None:
        return ""
    return f"{(end - begin) % 86_400 / 60:.1f}".removesuffix(".0")


def _round(tables: Sequence[PrTimeTable], words: Words) -> Iterator[Page]:
    first = tables[0]
    columns = _columns(words)
    found = slots(tables)
    start = first.round_starts_at or (found[0].clock[0] if found else "")
    rows = [_row(slot, start, columns, words) for slot in found]
    name = words.round.format(first.round)
    time = time_of(first.round_starts_at, first.round_ends_at)

    def frame(number: int, pages: int) -> list[Item]:
        aside = f"{name}   {time}"
        page = page_of(number, pages)
        head = masthead(words.pr_master, event=first.event, aside=aside, page=page)
        return [*head, *headings(columns)]

    return flow_rows(rows, frame=frame, top=ROWS_FROM)


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column("", 0, 15),
        Column(words.speaking, 16, 22),
        Column(words.questions, 40, 20),
        Column(words.ends, 62, 20),
        Column(words.cumulative, 82, 17, 1),
        Column(words.speakers, 104, WIDTH - 104),
    )


def _speakers(speakers: Sequence[tuple[str, str]], column: Column, top: float) -> Iterator[Text]:
    """Each speaker behind the table's name, three abreast."""
    w = column.w / ABREAST
    for place, (table, name) in enumerate(speakers):
        down, across = divmod(place, ABREAST)
        x, y = column.x + across * w, top + down * NAME_H
        yield from line(table, Box(x, y, 5.5, NAME_H), size=3.0, bold=True)
        yield from line(name, Box(x + 6, y, w - 7.5, NAME_H), size=3.1)


def _row(slot: Slot, start: str, columns: Sequence[Column], words: Words) -> Row:
    """The times in large type, and beside them who speaks at each table."""
    names_h = math.ceil(len(slot.speakers) / ABREAST) * NAME_H
    h = max(13.0, names_h + 3)
    people = _speakers(slot.speakers, columns[5], (h - names_h) / 2)
    number, speaking, questions, ends, total = (Box(c.x, 0, c.w, h) for c in columns[:5])
    minutes = minutes_since(start, slot.clock[2])
    return Row(
        h,
        (
            *line(words.turn.format(slot.number), number, size=4, ink=GREY),
            *line(slot.clock[0], speaking, size=6.4, bold=True),
            *line(slot.clock[1], questions, size=4.8),
            *line(slot.clock[2], ends, size=4.8),
            *line(words.minutes.format(minutes) if minutes else "", total, size=3.6, across=1),
            *people,
            Rule(0, h, WIDTH, h, ink=PALE),
        ),
    )
