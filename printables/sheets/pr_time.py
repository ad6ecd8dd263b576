"""Lays out the PR-time schedule: who speaks when at all tables of a round (PRタイム進行表)."""

import math
from collections.abc import Iterator, Sequence

from printables.errors import Cause, PrintError
from printables.page.boxes import BLACK, GREY, WHITE, Box, Fill, Group, Item, Page, Rule
from printables.page.compose import line
from printables.page.sheet import A4_H, A4_W, page_of
from printables.sheets.rounds import by_round, time_of
from printables.values import PrTimeTable, TurnLine
from printables.words import Words

LEFT, TOP, BOTTOM = 12.0, 12.0, 286.0
CARDS_FROM = 34.0
COLUMNS, CARD_W, GAP = 2, 90.5, 5.0
HEAD_H = 7.5
LOWEST_ROW, HIGHEST_ROW, SMALLEST_ROW = 4.7, 11.0, 3.0


def layout_pr_time(tables: Sequence[PrTimeTable], *, words: Words) -> Iterator[Page]:
    """Yield the A4 pages of each round, as many as its tables need.

    Raises PrintError if there is no table, or one has more turns than a page can hold.
    """
    if not tables:
        raise PrintError(Cause.NOTHING)
    return (page for of_round in by_round(tables) for page in _round(of_round, words))


def _round(tables: Sequence[PrTimeTable], words: Words) -> Iterator[Page]:
    stacked, row_h = _stack(tables)
    a_page = stacked * COLUMNS
    pages = math.ceil(len(tables) / a_page)
    card_h = HEAD_H + row_h * max(1, *(len(table.turns) for table in tables))
    for number in range(pages):
        items = _masthead(tables[0], words, number + 1, pages)
        for place, table in enumerate(tables[number * a_page : (number + 1) * a_page]):
            down, across = divmod(place, COLUMNS)
            x = LEFT + across * (CARD_W + GAP)
            items += _card(table, x, CARDS_FROM + down * (card_h + GAP), row_h, words)
        yield Page(A4_W, A4_H, (Group(0, 0, tuple(items)),))


def _stack(tables: Sequence[PrTimeTable]) -> tuple[int, float]:
    """Return how many cards stand one below the other, and the height of their rows."""
    rows = max(1, *(len(table.turns) for table in tables))
    room = BOTTOM - CARDS_FROM
    wanted = math.ceil(len(tables) / COLUMNS)
    fitting = int((room + GAP) / (HEAD_H + rows * LOWEST_ROW + GAP))
    stacked = max(1, min(wanted, fitting))
    row_h = ((room + GAP) / stacked - GAP - HEAD_H) / rows
    if row_h < SMALLEST_ROW:
        raise PrintError(Cause.TOO_MANY_TURNS, turns=rows)
    return stacked, min(HIGHEST_ROW, row_h)


def _masthead(table: PrTimeTable, words: Words, number: int, pages: int) -> list[Item]:
    right = LEFT + COLUMNS * CARD_W + GAP
    width = right - LEFT
    time = time_of(table.round_starts_at, table.round_ends_at)
    page = page_of(number, pages)
    return [
        *line(table.event, Box(LEFT, TOP, width * 0.7, 5), size=3.6, ink=GREY),
        *line(page, Box(LEFT + width * 0.7, TOP, width * 0.3, 5), size=3.6, ink=GREY, across=1),
        *line(words.pr_time, Box(LEFT, TOP + 6.5, width * 0.44, 9), size=6.6, bold=True),
        *line(
            words.round.format(table.round),
            Box(LEFT + width * 0.45, TOP + 6.5, width * 0.28, 9),
            size=6.6,
            bold=True,
            across=1,
        ),
        *line(time, Box(LEFT + width * 0.74, TOP + 6.5, width * 0.26, 9), size=6.6, across=1),
        Rule(LEFT, TOP + 17.5, right, TOP + 17.5, width=0.5, ink=BLACK),
    ]


def _card(table: PrTimeTable, x: float, y: float, row_h: float, words: Words) -> list[Item]:
    """One table: its name on a black bar, below it a row for each turn."""
    bar = Box(x, y, CARD_W, HEAD_H - 1)
    name = Box(x + 3, y, CARD_W - 6, bar.h)
    items: list[Item] = [
        Fill(bar, BLACK, radius=1.2),
        *line(f"{words.table} {table.table}", name, size=4.4, ink=WHITE, bold=True),
    ]
    for number, turn in enumerate(table.turns):
        items += _turn(turn, Box(x, y + HEAD_H + number * row_h, CARD_W, row_h), words)
    return items


def _turn(turn: TurnLine, row: Box, words: Words) -> list[Item]:
    """The clock on the left, then who speaks, the company, and when questions begin."""
    long = len(turn.starts_at) > 5
    clock_w, questions_w = (27.0 if long else 21.0), (17.0 if turn.questions_at else 0.0)
    h, y = row.h * 0.9, row.y + row.h * 0.05
    left = row.x + 1 + clock_w
    rest = row.right - 1 - questions_w - left
    questions = words.questions_at.format(turn.questions_at) if turn.questions_at else ""
    name_w = rest * (0.52 if turn.company else 1)
    return [
        *line(
            f"{turn.starts_at}–{turn.ends_at}",
            Box(row.x + 1, y, clock_w - 2, h),
            size=min(3.6, row.h * 0.62),
        ),
        *line(turn.name, Box(left, y, name_w - 1.5, h), size=min(4.8, row.h * 0.74), bold=True),
        *line(turn.company, Box(left + name_w, y, rest - name_w - 1.5, h), size=min(3.0, h * 0.5)),
        *line(
            questions,
            Box(row.right - 1 - questions_w, y, questions_w, h),
            size=2.9,
            ink=GREY,
            across=1,
        ),
        Rule(row.x, row.bottom, row.right, row.bottom, width=0.12),
    ]
