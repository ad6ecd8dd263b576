"""Lays out slips to exchange contacts by QR, and dividers for a box of badges."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from printables.cards.imposition import Placement, impose
from printables.errors import Cause, PrintError
from printables.page.boxes import BLACK, GREY, WHITE, Box, Code, Fill, Item, Page
from printables.page.compose import Part, line, stack
from printables.page.qr import quiet_zone
from printables.text.gojuon import heading_of
from printables.values import Badge
from printables.words import Words


@dataclass(frozen=True, slots=True)
class ContactSlip:
    """A person's link, to be handed out; without a link only the words are printed."""

    name: str
    url: str
    company: str = ""
    event: str = ""


def layout_contact_slips(
    slips: Sequence[ContactSlip], placement: Placement, *, words: Words
) -> Iterator[Page]:
    """Yield sheets of slips. Raises PrintError if there is none."""
    if not slips:
        raise PrintError(Cause.NOTHING)
    w, h = placement.card
    return impose(slips, placement, front=lambda slip: layout_slip(slip, w=w, h=h, words=words))


def layout_slip(slip: ContactSlip, *, w: float, h: float, words: Words) -> tuple[Item, ...]:
    """Return a slip: the code at the left or, on upright cards, above; the words beside it."""
    unit = min(w / 91, h / 55) if w >= h else min(w / 60, h / 90)
    edge = 5 * unit
    side = min(min(w, h) - 2 * edge, 38 * unit)
    quiet = quiet_zone(slip.url, side=side)
    gap = max(quiet, 3 * unit)
    if w >= h:
        code = Box(edge, (h - side) / 2, side, side)
        beside = Box(code.right + gap, edge, w - edge - code.right - gap, h - 2 * edge)
    else:
        code = Box((w - side) / 2, edge, side, side)
        beside = Box(edge, code.bottom + gap, w - 2 * edge, h - edge - code.bottom - gap)
    parts = (
        Part(slip.event, 0.12, 2.4 * unit, ink=GREY),
        Part(slip.company, 0.2, 3.4 * unit),
        Part(slip.name, 0.3, 7 * unit, bold=True),
        Part(words.contact_slip, 0.16, 3.2 * unit, bold=True),
        Part(words.contact_slip_how, 0.22, 2.5 * unit, ink=GREY),
    )
    texts = stack(parts, beside, gap=1.6 * unit, across=0 if w >= h else 0.5)
    drawn = (Code(code, slip.url),) if quiet else ()
    return (*drawn, *(text for part in texts for text in part))


@dataclass(frozen=True, slots=True)
class Divider:
    """A card between badges: a row of the kana table and how many badges stand behind it."""

    heading: str
    badges: int


def dividers_of(badges: Sequence[Badge]) -> tuple[Divider, ...]:
    """Return the dividers for badges in the order given."""
    groups = groupby(badges, key=lambda badge: heading_of(badge.name_kana))
    return tuple(Divider(heading, len(list(group))) for heading, group in groups)


def layout_dividers(
    dividers: Sequence[Divider], placement: Placement, *, words: Words
) -> Iterator[Page]:
    """Yield sheets of dividers. Raises PrintError if there is none."""
    if not dividers:
        raise PrintError(Cause.NOTHING)
    w, h = placement.card
    return impose(dividers, placement, front=lambda one: _divider(one, w, h, words))


def _divider(divider: Divider, w: float, h: float, words: Words) -> tuple[Item, ...]:
    """The kana in white on a black tab along the top edge, to be seen from above."""
    unit = min(w / 91, h / 55)
    edge = 4.5 * unit
    tab = Box(edge, edge, w - 2 * edge, 20 * unit)
    kana = Box(tab.x + 4 * unit, tab.y + 2 * unit, tab.w / 2, tab.h - 4 * unit)
    count = Box(tab.x + tab.w / 2 + 4 * unit, tab.y, tab.w / 2 - 8 * unit, tab.h)
    people = words.people.format(divider.badges)
    return (
        Fill(tab, BLACK, radius=1.6 * unit),
        *line(divider.heading, kana, size=15 * unit, ink=WHITE, bold=True),
        *line(people, count, size=5 * unit, ink=WHITE, across=1),
    )
