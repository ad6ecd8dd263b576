"""The design of a badge, and of sheets full of badges."""

import math
from collections.abc import Iterator, Sequence
from itertools import chain
from zlib import crc32

from printables.boxes import BLACK, GREY, WHITE, Box, Code, Fill, Group, Ink, Item, Page, Rule, Text
from printables.compose import Part, line, place, stack
from printables.errors import PrintError
from printables.fit import fit
from printables.qr import QUIET, encode
from printables.stocks import Stock
from printables.typeface import printable
from printables.values import Badge

EASY_MM = 5 * 25.4 / 72
FARTHEST_MM = 10.0  # a printer that is off by more needs a technician

# Dark enough for white letters (contrast above 4.5), apart from each other also in grey.
_INKS: tuple[Ink, ...] = (
    (0.12, 0.31, 0.55),
    (0.04, 0.43, 0.43),
    (0.18, 0.42, 0.20),
    (0.42, 0.36, 0.07),
    (0.60, 0.29, 0.05),
    (0.64, 0.16, 0.18),
    (0.55, 0.16, 0.38),
    (0.36, 0.23, 0.61),
    (0.20, 0.29, 0.37),
    (0.48, 0.24, 0.11),
    (0.00, 0.38, 0.48),
    (0.30, 0.36, 0.12),
)


def layout_badges(
    badges: Sequence[Badge], stock: Stock, *, start: int = 1, dx_mm: float = 0, dy_mm: float = 0
) -> Iterator[Page]:
    """Yield the sheets, the first badge in cell `start` of the first one.

    Raises PrintError if there is no badge, the first sheet has no such cell, or the shift is
    no number up to 10 mm.
    """
    if not badges:
        raise PrintError("There is no badge to print.")
    if not 1 <= start <= stock.cells:
        raise PrintError(f"A sheet of {stock.id} has cells 1 to {stock.cells}, not {start}.")
    for shift in (dx_mm, dy_mm):
        if not math.isfinite(shift) or abs(shift) > FARTHEST_MM:
            raise PrintError(f"The print can be moved by up to {FARTHEST_MM} mm, not {shift}.")
    return _sheets(badges, stock, start - 1, dx_mm, dy_mm)


def _sheets(
    badges: Sequence[Badge], stock: Stock, skip: int, dx: float, dy: float
) -> Iterator[Page]:
    marks = (Group(dx, dy, cut_marks(stock)),) if stock.cut_marks else ()
    for first in range(-skip, len(badges), stock.cells):
        groups = []
        for position in range(max(0, -first), min(stock.cells, len(badges) - first)):
            x, y = stock.corner(position)
            items = layout_badge(badges[first + position], w=stock.w_mm, h=stock.h_mm)
            groups.append(Group(x + dx, y + dy, items))
        yield Page(stock.page_w_mm, stock.page_h_mm, (*marks, *groups))


def hard_to_read(badges: Sequence[Badge], stock: Stock) -> tuple[tuple[Badge, str], ...]:
    """Return the texts that fit only in type below 5 points, each line with its badge.

    Raises PrintError like the printing itself.
    """
    return tuple(
        (badge, item.text)
        for badge in badges
        for item in layout_badge(badge, w=stock.w_mm, h=stock.h_mm)
        if isinstance(item, Text) and item.size < EASY_MM
    )


def layout_badge(badge: Badge, *, w: float, h: float) -> tuple[Item, ...]:
    """Return what stands on a card of w x h millimetres.

    Raises PrintError if there is no name, or a text is too long to be printed.
    """
    if not printable(badge.name):
        raise PrintError("A badge needs a name.")
    return _upright(badge, w, h) if h > w else _lying(badge, w, h)


def _lying(badge: Badge, w: float, h: float) -> tuple[Item, ...]:
    """A card like a business card: code at the top right, the name across its whole width."""
    unit = min(w / 91, h / 55)
    edge, side = 4.5 * unit, 18 * unit
    code = Box(w - edge - side, edge, side, side)
    quiet = QUIET * side / encode(badge.url).side if badge.url else 0
    aside = Box(edge, edge, (code.x - quiet if badge.url else w - edge) - edge, side)
    foot_h = 6.2 * unit
    foot = Box(edge, h - edge - foot_h, w - 2 * edge, foot_h)
    has_foot = bool(badge.industry or badge.route)
    top = code.bottom + max(quiet, 1.5 * unit)
    low = foot.y - 2 * unit if has_foot else h - edge
    return (
        *_head(badge, aside, unit),
        *_name(badge, Box(edge, top, w - 2 * edge, low - top), unit, across=0),
        *_foot(badge, foot, unit),
        *([Code(code, badge.url)] if badge.url else []),
    )


def _upright(badge: Badge, w: float, h: float) -> tuple[Item, ...]:
    """A card higher than wide: everything in the middle, the code at the foot."""
    unit = min(w / 91, h / 110)
    edge, side = 6 * unit, 24 * unit
    code = Box((w - side) / 2, h - edge - side, side, side)
    quiet = QUIET * side / encode(badge.url).side if badge.url else 0
    inner = w - 2 * edge
    foot_h = 7 * unit
    foot = Box(edge, (code.y if badge.url else h - edge) - quiet - foot_h, inner, foot_h)
    head = Box(edge, edge, inner, 22 * unit)
    low = foot.y - 2 * unit if badge.industry or badge.route else foot.bottom
    return (
        *_head(badge, head, unit * 1.15, across=0.5),
        *_name(badge, Box(edge, head.bottom, inner, low - head.bottom), unit * 1.15, across=0.5),
        *_foot(badge, foot, unit * 1.1),
        *([Code(code, badge.url)] if badge.url else []),
    )


def _head(badge: Badge, box: Box, unit: float, *, across: float = 0) -> list[Text]:
    """The event, the company and the title, one below the other."""
    event = Box(box.x, box.y, box.w, box.h * 0.17)
    firm = Box(box.x, event.bottom + 1.8 * unit, box.w, box.h - event.h - 1.8 * unit)
    parts = (
        Part(badge.company, 0.6, 4.4 * unit, bold=True),
        Part(badge.title, 0.4, 3.2 * unit),
    )
    return [
        *line(badge.event, event, size=2.5 * unit, ink=GREY, across=across, down=0),
        *chain(*stack(parts, firm, gap=1.1 * unit, across=across, down=0)),
    ]


def _name(badge: Badge, box: Box, unit: float, *, across: float) -> list[Text]:
    """The name as large as it goes, its reading just above it."""
    parts = (
        Part(badge.name_kana, 0.2, 3.0 * unit, ink=GREY),
        Part(badge.name, 0.8, 15 * unit, bold=True),
    )
    return [*chain(*stack(parts, box, gap=1.0 * unit, across=across))]


def _foot(badge: Badge, box: Box, unit: float) -> list[Item]:
    """The industry as a coloured label on the left, the tables of the rounds on the right."""
    route = " → ".join(badge.route)
    pad = 2.2 * unit
    label_w = box.w * (0.5 if route else 1) - 2 * pad
    items: list[Item] = []
    used = 0.0
    if badge.industry:
        label = fit(badge.industry, w=label_w, h=box.h * 0.82, size=3.3 * unit, bold=True)
        lines = place(
            label, Box(box.x + pad, box.y, label_w, box.h), bold=True, ink=WHITE, down=0.5
        )
        used = max(line.box.w for line in lines) + 2 * pad
        items.append(
            Fill(Box(box.x, box.y, used, box.h), ink_of(badge.industry), radius=1.2 * unit)
        )
        items += lines
    if route:
        left = box.x + used + (2 * unit if used else 0)
        rest = Box(left, box.y, box.right - left, box.h)
        fitted = fit(route, w=rest.w, h=rest.h, size=5.6 * unit, bold=True)
        items += place(fitted, rest, bold=True, across=1, down=0.5)
    return items


def ink_of(industry: str) -> Ink:
    """Return the colour of an industry: always the same for the same word."""
    return _INKS[crc32(printable(industry).encode()) % len(_INKS)]


def cut_marks(stock: Stock) -> tuple[Rule, ...]:
    """Return where to cut: marks in the margins, or hairlines where there is no margin."""
    right = stock.left_mm + (stock.cols - 1) * stock.pitch_x_mm + stock.w_mm
    bottom = stock.top_mm + (stock.rows - 1) * stock.pitch_y_mm + stock.h_mm
    xs = {
        stock.corner(column)[0] + side for column in range(stock.cols) for side in (0, stock.w_mm)
    }
    ys = {
        stock.corner(row * stock.cols)[1] + side
        for row in range(stock.rows)
        for side in (0, stock.h_mm)
    }
    rules: list[Rule] = []
    for x in sorted(xs):
        for y1, y2 in _mark_spans(stock.top_mm, bottom, stock.page_h_mm):
            rules.append(Rule(x, y1, x, y2, width=0.1, ink=BLACK))
    for y in sorted(ys):
        for x1, x2 in _mark_spans(stock.left_mm, right, stock.page_w_mm):
            rules.append(Rule(x1, y, x2, y, width=0.1, ink=BLACK))
    return tuple(rules)


def _mark_spans(start: float, end: float, page: float) -> list[tuple[float, float]]:
    """Return the two marks along one cut: 5 mm long, 1.5 mm away from the cards."""
    if start < 3:
        return [(start, end)]
    return [(max(0.0, start - 6.5), start - 1.5), (end + 1.5, min(page, end + 6.5))]
