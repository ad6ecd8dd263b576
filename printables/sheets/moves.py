"""Lays out who changes tables in a reseat (席替えのご案内), to be hung up or read out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from printables.errors import Cause, PrintError
from printables.page.boxes import GREY, Box, Item, Page, Rule
from printables.page.compose import Part, line, stack
from printables.page.sheet import WIDTH, Column, Row, flow_rows, headings, masthead, page_of
from printables.text.typeface import printable
from printables.words import Words

ROW_H = 13.0


@dataclass(frozen=True, slots=True)
class MoveLine:
    """Somebody whose table changed; no `before` is a late arrival, no `after` somebody gone."""

    name: str
    before: str
    after: str
    name_kana: str = ""
    company: str = ""


def layout_moves(
    moves: Sequence[MoveLine], *, event: str, round_: int, words: Words
) -> Iterator[Page]:
    """Yield the A4 pages of the list in the order given. Raises PrintError if nobody moves."""
    if not moves:
        raise PrintError(Cause.NOBODY_MOVES)
    columns = (
        Column(words.name, 1, 72),
        Column(words.company, 76, 42),
        Column(words.from_table, 122, 20, 0.5),
        Column(words.to_table, 150, WIDTH - 150, 0.5),
    )
    rows = [_row(move, columns, words) for move in moves]
    aside = words.round.format(round_)

    def frame(number: int, pages: int) -> list[Item]:
        page = page_of(number, pages)
        head = masthead(words.moves, event=event, aside=aside, page=page)
        return [*head, *headings(columns)]

    return flow_rows(rows, frame=frame)


def _row(move: MoveLine, columns: Sequence[Column], words: Words) -> Row:
    person, company, before, after = (Box(c.x, 1, c.w, ROW_H - 2) for c in columns)
    name = (Part(move.name_kana, 0.26, 2.5, ink=GREY), Part(move.name, 0.74, 6.4, bold=True))
    old, new = (text if printable(text) else words.no_table for text in (move.before, move.after))
    return Row(
        ROW_H,
        (
            *(text for texts in stack(name, person, gap=0.5) for text in texts),
            *line(move.company, company, size=3.3),
            *line(old, before, size=5.6, ink=GREY, across=0.5),
            *line("→", Box(142, 1, 8, ROW_H - 2), size=5.6, ink=GREY, across=0.5),
            *line(new, after, size=8.4, bold=True, across=0.5),
            Rule(0, ROW_H, WIDTH, ROW_H),
        ),
    )
