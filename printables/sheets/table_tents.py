"""Lays out table tents (卓札): a table's name to both sides, folded from A4."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from printables.errors import Cause, PrintError
from printables.page.boxes import BLACK, GREY, Box, Group, Item, Page, Rule
from printables.page.compose import line
from printables.page.sheet import A4_H, A4_W
from printables.text.typeface import printable
from printables.words import Words

FACE_H = A4_H / 2
EDGE = 16.0


@dataclass(frozen=True, slots=True)
class TableTent:
    """One table's tent; the note is a line below the name, such as the leader or a topic."""

    table: str
    event: str = ""
    note: str = ""


def layout_table_tents(tents: Sequence[TableTent], *, words: Words) -> Iterator[Page]:
    """Yield an A4 page for each table, to be folded across the middle.

    Raises PrintError if there is none, or one has no name.
    """
    if not tents:
        raise PrintError(Cause.NOTHING)
    if not all(printable(tent.table) for tent in tents):
        raise PrintError(Cause.NO_TABLE_NAME)
    return (_page(tent, words) for tent in tents)


def _page(tent: TableTent, words: Words) -> Page:
    """The same face twice, the upper one upside down."""
    face = tuple(_face(tent, words))
    folds = (_fold(0), _fold(A4_W - 8))
    back = Group(A4_W, FACE_H, face, turned=True)
    return Page(A4_W, A4_H, (Group(0, FACE_H, face), back, Group(0, FACE_H, folds)))


def _fold(x: float) -> Rule:
    return Rule(x, 0, x + 8, 0, width=0.15, ink=GREY)


def _face(tent: TableTent, words: Words) -> list[Item]:
    inner = A4_W - 2 * EDGE
    note_h = 16 if printable(tent.note) else 0
    name = Box(EDGE, 34, inner, FACE_H - 34 - EDGE - note_h)
    note = Box(EDGE, FACE_H - EDGE - 12, inner, 12)
    return [
        *line(tent.event, Box(EDGE, 13, inner * 0.72, 8), size=5, ink=GREY),
        *line(words.table, Box(EDGE + inner * 0.74, 13, inner * 0.26, 8), size=5, across=1),
        Rule(EDGE, 25, A4_W - EDGE, 25, width=0.7, ink=BLACK),
        *line(tent.table, name, size=92, bold=True, across=0.5),
        *line(tent.note, note, size=8, across=0.5),
    ]
