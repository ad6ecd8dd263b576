"""Lays out table sheets (テーブル表): who sits at one table in one round."""

from collections.abc import Iterator, Sequence
from itertools import chain

from printables.errors import Cause, PrintError
from printables.page.boxes import BLACK, GREY, PALE, WHITE, Box, Fill, Group, Item, Page, Rule
from printables.page.compose import Part, line, stack
from printables.page.inks import ink_of
from printables.page.sheet import A4_H, A4_W
from printables.sheets.rounds import time_of
from printables.text.typeface import printable
from printables.values import SeatLine, TableSheet
from printables.words import Words

LEFT, RIGHT, TOP, BOTTOM = 16.0, 194.0, 14.0, 283.0
SEATS_FROM = 60.0
HIGHEST_ROW, LOWEST_ROW = 27.8, 14.0
SEATS_A_PAGE = int((BOTTOM - SEATS_FROM) / LOWEST_ROW)
NAME_X, COMPANY_X, NOTES_X = 27.0, 82.0, 144.0


def layout_table_sheets(sheets: Sequence[TableSheet], *, words: Words) -> Iterator[Page]:
    """Yield one A4 page for each sheet, and further ones for more than 15 seats.

    Raises PrintError if there is no sheet.
    """
    if not sheets:
        raise PrintError(Cause.NOTHING)
    return (page for sheet in sheets for page in _pages(sheet, words))


def _pages(sheet: TableSheet, words: Words) -> Iterator[Page]:
    for first in range(0, max(1, len(sheet.seats)), SEATS_A_PAGE):
        seats = sheet.seats[first : first + SEATS_A_PAGE]
        row_h = min(HIGHEST_ROW, (BOTTOM - SEATS_FROM) / max(1, len(seats)))
        items = [*_masthead(sheet, words), *_headings(words)]
        for number, seat in enumerate(seats):
            row = Box(LEFT, SEATS_FROM + number * row_h, RIGHT - LEFT, row_h)
            items += _seat(seat, first + number + 1, row, words)
        items += _notes(SEATS_FROM + len(seats) * row_h + 6, words)
        yield Page(A4_W, A4_H, (Group(0, 0, tuple(items)),))


def _masthead(sheet: TableSheet, words: Words) -> list[Item]:
    """The table's name in white on black, to be read from afar; beside it the round."""
    plate = Box(LEFT, TOP, 34, 34)
    label = Box(plate.x + 2, plate.y + 2.5, plate.w - 4, 5)
    name = Box(plate.x + 2.5, label.bottom + 0.5, plate.w - 5, plate.bottom - label.bottom - 3)
    beside = Box(plate.right + 8, TOP, RIGHT - plate.right - 8, 34)
    round_name = words.round.format(sheet.round)
    time = time_of(sheet.starts_at, sheet.ends_at)
    half = beside.w * 0.5
    return [
        Fill(plate, BLACK, radius=2.5),
        *line(words.table, label, size=3.6, ink=WHITE, across=0.5),
        *line(sheet.table, name, size=21, ink=WHITE, across=0.5, bold=True),
        *line(sheet.event, Box(beside.x, TOP + 1, beside.w, 12), size=4.6, ink=GREY),
        *line(round_name, Box(beside.x, TOP + 17, half, 15), size=11, bold=True),
        *line(time, Box(beside.x + half, TOP + 17, half, 15), size=9, across=1),
    ]


def _headings(words: Words) -> list[Item]:
    """The names of the columns, in small grey type above a strong line."""
    y, size = SEATS_FROM - 6.5, 3.0
    columns = ((words.name, NAME_X, COMPANY_X), (words.company_and_title, COMPANY_X, NOTES_X))
    items: list[Item] = [Rule(LEFT, SEATS_FROM, RIGHT, SEATS_FROM, width=0.5, ink=BLACK)]
    for word, left, right in (*columns, (words.notes, NOTES_X, RIGHT)):
        items += line(word, Box(left, y, right - left - 3, 5), size=size, ink=GREY)
    return items


def _seat(seat: SeatLine, number: int, row: Box, words: Words) -> list[Item]:
    """One person: number, name with its reading, company with title and industry, notes."""
    y, h = row.y + row.h * 0.09, row.h * 0.82
    above = f"{words.leader}  {seat.name_kana}" if seat.leader else seat.name_kana
    name = (
        Part(above, 0.24, 2.9, ink=GREY, bold=seat.leader),
        Part(seat.name, 0.76, 7.4, bold=True),
    )
    work = (
        Part(seat.company, 0.44, 4.2),
        Part(seat.title, 0.28, 3.3),
        Part(seat.industry, 0.28, 3.1, ink=GREY, indent=3.6),
    )
    work_lines = stack(work, Box(COMPANY_X, y, NOTES_X - COMPANY_X - 5, h), gap=h * 0.08)
    items: list[Item] = [
        *line(str(number), Box(LEFT, y, 8, h), size=4.2, ink=GREY),
        *chain(*stack(name, Box(NAME_X, y, COMPANY_X - NAME_X - 5, h), gap=h * 0.08)),
        *chain(*work_lines),
        Rule(LEFT, row.bottom, RIGHT, row.bottom),
        Rule(NOTES_X - 2, row.y + 1.5, NOTES_X - 2, row.bottom - 1.5),
    ]
    if printable(seat.industry):
        words_box = work_lines[-1][0].box
        dot = Box(COMPANY_X, words_box.y + words_box.h / 2 - 1.1, 2.2, 2.2)
        items.append(Fill(dot, ink_of(seat.industry), radius=1.1))
    return items


def _notes(top: float, words: Words) -> list[Item]:
    """Dotted lines to write on, where the seats leave room for them."""
    lines = int((BOTTOM - top - 5) / 9)
    if lines < 2:
        return []
    items: list[Item] = [*line(words.notes, Box(LEFT, top, 60, 5), size=3, ink=GREY)]
    for number in range(1, lines + 1):
        y = top + 5 + number * 9
        items.append(Rule(LEFT, y, RIGHT, y, width=0.2, ink=PALE, dotted=True))
    return items
