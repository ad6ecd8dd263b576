"""Lays out the roster (参加者名簿): what consenting people do, offer and want."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from printables.errors import Cause, PrintError
from printables.page.boxes import BLACK, GREY, PALE, Box, Fill, Item, Page, Rule, Text
from printables.page.compose import line
from printables.page.inks import ink_of
from printables.page.sheet import (
    BOTTOM,
    LEFT,
    RIGHT,
    ROWS_FROM,
    WIDTH,
    Row,
    flow_rows,
    height_of,
    kana_heading,
    masthead,
    page_of,
    paragraph,
)
from printables.text.gojuon import heading_of
from printables.text.typeface import printable
from printables.words import Words

PERSON_W, TEXTS_X = 60.0, 66.0
LABEL_W = 17.0
MOST_H = 42.0  # of one text
PAD = 2.4


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who agreed to stand in the roster, with the fields they agreed to."""

    name: str
    name_kana: str = ""
    company: str = ""
    title: str = ""
    industry: str = ""
    pr: str = ""
    offers: str = ""
    wants: str = ""
    contact: str = ""


def layout_roster(
    members: Sequence[Member], *, event: str, contact: str, words: Words
) -> Iterator[Page]:
    """Yield the A4 pages of the roster in the order given.

    Every page says what the roster may be used for, and whom to ask (`contact`).
    Raises PrintError if there is nobody, or nobody to ask.
    """
    if not members:
        raise PrintError(Cause.NOBODY)
    if not printable(contact):
        raise PrintError(Cause.NO_CONTACT)
    rows: list[Row] = []
    for heading, group in groupby(members, key=lambda member: heading_of(member.name_kana)):
        people = list(group)
        rows.append(kana_heading(heading, len(people)))
        rows += [_member(member, words) for member in people]
    total = words.people.format(len(members))

    def frame(number: int, pages: int) -> list[Item]:
        head = masthead(words.roster, event=event, aside=total, page=page_of(number, pages))
        return [*head, *_terms(contact, words)]

    return flow_rows(rows, frame=frame, top=ROWS_FROM - 6, bottom=BOTTOM - 10)


def _terms(contact: str, words: Words) -> list[Item]:
    y = BOTTOM - 7
    note = Box(LEFT, y + 1.2, WIDTH * 0.62, 7)
    ask = Box(LEFT + WIDTH * 0.64, y + 1.2, WIDTH * 0.36, 7)
    return [
        Rule(LEFT, y, RIGHT, y, width=0.3, ink=GREY),
        *line(words.roster_terms, note, size=2.9, bold=True),
        *line(f"{words.contact} {contact}", ask, size=2.9, across=1),
    ]


def _member(member: Member, words: Words) -> Row:
    """The person at the left, their texts at the right; as high as the longer of the two."""
    person = _person(member)
    texts = list(_texts(member, words))
    h = max(height_of([item for item in (*person, *texts) if isinstance(item, Text)]), 8) + PAD
    return Row(h, (*person, *texts, Rule(0, h, WIDTH, h, ink=PALE)))


def _person(member: Member) -> list[Item]:
    items: list[Item] = []
    y = PAD
    for text, size, h, ink in (
        (member.name_kana, 2.3, 2.9, GREY),
        (member.name, 5.2, 6.4, BLACK),
        (member.company, 3.3, 7.6, BLACK),
        (member.title, 2.9, 3.6, BLACK),
        (member.contact, 2.7, 6.2, BLACK),
    ):
        bold = text is member.name
        placed = line(text, Box(0, y, PERSON_W, h), size=size, bold=bold, down=0, ink=ink)
        items += placed
        y = height_of(placed) + 0.7 if placed else y
    if printable(member.industry):
        items += _industry(member.industry, y)
    return items


def _industry(industry: str, y: float) -> list[Item]:
    placed = line(industry, Box(3.4, y, PERSON_W - 3.4, 6), size=2.9, down=0, ink=GREY)
    middle = placed[0].box.y + placed[0].box.h / 2
    return [Fill(Box(0, middle - 1.1, 2.2, 2.2), ink_of(industry), radius=1.1), *placed]


def _texts(member: Member, words: Words) -> Iterator[Item]:
    """The line of introduction, then what is offered and what is wanted, each with its label."""
    y = PAD + 0.3
    for word, text, size in (
        ("", member.pr, 3.6),
        (words.offers, member.offers, 3.2),
        (words.wants, member.wants, 3.2),
    ):
        if not printable(text):
            continue
        left = TEXTS_X + (LABEL_W if word else 0)
        placed = paragraph(text, Box(left, y, WIDTH - left, MOST_H), size=size)
        label = Box(TEXTS_X, y, LABEL_W - 2, placed[0].box.h)
        yield from line(word, label, size=2.8, bold=True, ink=GREY)
        yield from placed
        y = height_of(placed) + 1.4
