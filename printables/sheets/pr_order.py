"""Lays out the order of speaking of one table (PRタイム順番表)."""

from collections.abc import Iterator, Sequence

from printables.errors import Cause, PrintError
from printables.page.boxes import BLACK, GREY, WHITE, Box, Fill, Group, Item, Page, Rule
from printables.page.compose import Part, line, stack
from printables.page.sheet import A4_H, A4_W, BOTTOM, LEFT, RIGHT, ROWS_FROM, TOP, WIDTH
from printables.sheets.rounds import time_of
from printables.values import PrTimeTable, TurnLine
from printables.words import Words

HIGHEST_ROW, LOWEST_ROW = 26.0, 8.0
TURNS_A_PAGE = int((BOTTOM - ROWS_FROM - 12) / LOWEST_ROW)


def layout_pr_orders(tables: Sequence[PrTimeTable], *, words: Words) -> Iterator[Page]:
    """Yield an A4 page for each table and round, more for more than 28 turns.

    Raises PrintError if there is no table.
    """
    if not tables:
        raise PrintError(Cause.NOTHING)
    return (page for table in tables for page in _pages(table, words))


def _pages(table: PrTimeTable, words: Words) -> Iterator[Page]:
    top = ROWS_FROM + 12
    for first in range(0, max(1, len(table.turns)), TURNS_A_PAGE):
        turns = table.turns[first : first + TURNS_A_PAGE]
        row_h = min(HIGHEST_ROW, (BOTTOM - top) / max(1, len(turns)))
        groups = [Group(0, 0, tuple(_masthead(table, words)))]
        for number, turn in enumerate(turns):
            items = tuple(_turn(turn, first + number + 1, row_h, words))
            groups.append(Group(LEFT, top + number * row_h, items))
        yield Page(A4_W, A4_H, tuple(groups))


def _masthead(table: PrTimeTable, words: Words) -> list[Item]:
    """The table on its black plate, so that the sheet is laid on the right one."""
    plate = Box(LEFT, TOP, 30, 30)
    beside = plate.right + 8
    width = RIGHT - beside
    clock = time_of(table.round_starts_at, table.round_ends_at)
    name = Box(plate.x + 2.5, TOP + 7.5, 25, 20)
    y = ROWS_FROM + 12
    return [
        Fill(plate, BLACK, radius=2.5),
        *line(words.table, Box(plate.x + 2, TOP + 2.5, 26, 4.5), size=3.4, ink=WHITE, across=0.5),
        *line(table.table, name, size=18, ink=WHITE, bold=True, across=0.5),
        *line(table.event, Box(beside, TOP + 1, width, 8), size=4.2, ink=GREY),
        *line(words.pr_order, Box(beside, TOP + 12, width, 9), size=7, bold=True),
        *line(words.round.format(table.round), Box(beside, TOP + 23, width * 0.5, 7), size=5),
        *line(clock, Box(beside + width * 0.5, TOP + 23, width * 0.5, 7), size=5, across=1),
        Rule(LEFT, y, RIGHT, y, width=0.5, ink=BLACK),
    ]


def _turn(turn: TurnLine, number: int, h: float, words: Words) -> Iterator[Item]:
    """The clock at the left, the speaker large, when questions begin and the turn ends."""
    y, room = h * 0.08, h * 0.84
    who = (Part(turn.name, 0.62, 8.4, bold=True), Part(turn.company, 0.38, 3.8, ink=GREY))
    ends = (
        Part(words.questions_at.format(turn.questions_at) if turn.questions_at else "", 0.5, 3.8),
        Part(f"{words.ends} {turn.ends_at}" if turn.ends_at else "", 0.5, 3.8),
    )
    yield from line(str(number), Box(0, y, 9, room), size=5, ink=GREY, across=0.5)
    yield from line(turn.starts_at, Box(13, y, 30, room), size=8, bold=True)
    for texts in stack(who, Box(48, y, 92, room), gap=h * 0.05):
        yield from texts
    for texts in stack(ends, Box(WIDTH - 34, y, 34, room), gap=h * 0.06, across=1):
        yield from texts
    yield Rule(0, h, WIDTH, h)
