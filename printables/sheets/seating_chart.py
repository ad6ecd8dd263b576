"""Lays out seating charts (座席表): all tables of a round, to be read from two metres away."""

import math
from collections.abc import Iterator, Sequence

from printables.errors import Cause, PrintError
from printables.page.boxes import BLACK, GREY, WHITE, Box, Fill, Group, Item, Page, Rule
from printables.page.compose import line
from printables.page.sheet import page_of
from printables.sheets.rounds import by_round, time_of
from printables.values import TableSheet
from printables.words import Words

A3_W, A3_H = 420.0, 297.0
EDGE, GAP = 14.0, 7.0
CARDS_FROM = 42.0
PLATE_H = 15.0
LOWEST_ROW, HIGHEST_ROW = 8.5, 17.0
NARROWEST = 58.0  # a name of five kanji at 10 mm


def layout_seating_chart(sheets: Sequence[TableSheet], *, words: Words) -> Iterator[Page]:
    """Yield A3 pages in landscape for each round, as many as its tables need.

    Raises PrintError if there is no sheet, or more people at a table than a page can hold.
    """
    if not sheets:
        raise PrintError(Cause.NOTHING)
    return (page for of_round in by_round(sheets) for page in _round(of_round, words))


def _round(sheets: Sequence[TableSheet], words: Words) -> Iterator[Page]:
    seats = max(1, *(len(sheet.seats) for sheet in sheets))
    columns, rows, row_h = _grid(len(sheets), seats)
    pages = math.ceil(len(sheets) / (columns * rows))
    width = (A3_W - 2 * EDGE + GAP) / columns - GAP
    pitch = PLATE_H + seats * row_h + GAP
    for number in range(pages):
        items = _masthead(sheets[0], words, page_of(number + 1, pages))
        shown = sheets[number * columns * rows : (number + 1) * columns * rows]
        for place, sheet in enumerate(shown):
            down, across = divmod(place, columns)
            x, y = EDGE + across * (width + GAP), CARDS_FROM + down * pitch
            items += _card(sheet, x, y, width, row_h)
        yield Page(A3_W, A3_H, (Group(0, 0, tuple(items)),))


def _grid(tables: int, seats: int) -> tuple[int, int, float]:
    """Return the columns, the rows of cards and the row height with the largest type."""
    room = A3_H - EDGE - CARDS_FROM
    most = int((A3_W - 2 * EDGE + GAP) / (NARROWEST + GAP))
    deepest = int((room + GAP) / (PLATE_H + seats * LOWEST_ROW + GAP))
    if deepest < 1:
        raise PrintError(Cause.TABLE_TOO_FULL, people=seats)
    columns = min(most, tables)
    rows = min(deepest, math.ceil(tables / columns))
    columns = min(columns, math.ceil(tables / rows))
    row_h = ((room + GAP) / rows - GAP - PLATE_H) / seats
    return columns, rows, min(HIGHEST_ROW, row_h)


def _masthead(sheet: TableSheet, words: Words, page: str) -> list[Item]:
    width = A3_W - 2 * EDGE
    time = time_of(sheet.starts_at, sheet.ends_at)
    top = EDGE + 1
    return [
        *line(words.seating_chart, Box(EDGE, top, width * 0.2, 17), size=13, bold=True),
        *line(sheet.event, Box(EDGE + width * 0.22, top, width * 0.34, 17), size=7, ink=GREY),
        *line(
            words.round.format(sheet.round),
            Box(EDGE + width * 0.58, top, width * 0.19, 17),
            size=13,
            bold=True,
            across=1,
        ),
        *line(time, Box(EDGE + width * 0.79, top, width * 0.21, 17), size=11, across=1),
        *line(page, Box(EDGE, A3_H - EDGE + 2, width, 5), size=4, ink=GREY, across=1),
        Rule(EDGE, CARDS_FROM - 6, EDGE + width, CARDS_FROM - 6, width=0.7, ink=BLACK),
    ]


def _card(sheet: TableSheet, x: float, y: float, w: float, row_h: float) -> list[Item]:
    """A table's name on its plate, and its people below; a leader is marked by a star."""
    plate = Box(x, y, w, PLATE_H - 1.5)
    label = Box(x + 4, y, w - 8, plate.h)
    items: list[Item] = [
        Fill(plate, BLACK, radius=2),
        *line(sheet.table, label, size=11, ink=WHITE, bold=True),
    ]
    for number, seat in enumerate(sheet.seats):
        row = Box(x + 1, y + PLATE_H + number * row_h, w - 2, row_h)
        name = Box(row.x + 1, row.y + row_h * 0.08, row.w - 2, row_h * 0.84)
        text = f"★ {seat.name}" if seat.leader else seat.name
        items += line(text, name, size=row_h * 0.68, bold=True)
        items.append(Rule(row.x, row.bottom, row.right, row.bottom, width=0.2))
    return items
