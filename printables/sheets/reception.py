"""Lays out the reception list (受付名簿): who is expected, on paper for when the power fails."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from printables.errors import Cause, PrintError
from printables.page.boxes import BLACK, GREY, Box, Frame, Item, Page, Rule
from printables.page.compose import Part, line, stack
from printables.page.sheet import (
    WIDTH,
    Column,
    Row,
    flow_rows,
    headings,
    kana_heading,
    masthead,
    page_of,
)
from printables.text.gojuon import heading_of
from printables.words import Words

ROW_H = 10.4


@dataclass(frozen=True, slots=True)
class ReceptionLine:
    """Somebody expected at the door; the fee and the note are printed as they come."""

    name: str
    name_kana: str = ""
    company: str = ""
    table: str = ""
    fee: str = ""
    note: str = ""


def layout_reception(
    guests: Sequence[ReceptionLine], *, event: str, words: Words
) -> Iterator[Page]:
    """Yield the A4 pages of the list in the order given, headed by the rows of the kana.

    Raises PrintError if there is nobody.
    """
    if not guests:
        raise PrintError(Cause.NOBODY)
    columns = _columns(words)
    rows: list[Row] = []
    for heading, group in groupby(guests, key=lambda guest: heading_of(guest.name_kana)):
        people = list(group)
        rows.append(kana_heading(heading, len(people)))
        rows += [_row(guest, columns) for guest in people]
    total = words.people.format(len(guests))

    def frame(number: int, pages: int) -> list[Item]:
        head = masthead(words.reception, event=event, aside=total, page=page_of(number, pages))
        return [*head, *headings(columns)]

    return flow_rows(rows, frame=frame)


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column("✓", 1, 5, 0.5),
        Column(words.name, 10, 52),
        Column(words.company, 64, 50),
        Column(words.table, 116, 14, 0.5),
        Column(words.fee, 132, 18, 1),
        Column(words.notes, 153, WIDTH - 153),
    )


def _row(guest: ReceptionLine, columns: Sequence[Column]) -> Row:
    _, person, company, table, fee, note = (
        Box(column.x, 0.7, column.w, ROW_H - 1.4) for column in columns
    )
    name = (
        Part(guest.name_kana, 0.28, 2.3, ink=GREY),
        Part(guest.name, 0.72, 4.8, bold=True),
    )
    return Row(
        ROW_H,
        (
            Frame(Box(1, ROW_H / 2 - 2.5, 5, 5), 0.3, BLACK, radius=0.8),
            *(text for texts in stack(name, person, gap=0.5) for text in texts),
            *line(guest.company, company, size=3.3),
            *line(guest.table, table, size=4.8, bold=True, across=0.5),
            *line(guest.fee, fee, size=3.6, across=1),
            *line(guest.note, note, size=2.9),
            Rule(0, ROW_H, WIDTH, ROW_H),
        ),
    )
