"""What goes on paper: badges, table sheets and PR-time schedules as PDF.

Plain values in, bytes out. `layout_*` functions decide in millimetres where everything lies,
`draw` paints it.
"""

from collections.abc import Sequence

from printables.badge_areas import Template
from printables.badge_front import Design
from printables.badges import PLAIN, check_badges, hard_to_read, layout_badges
from printables.draw import paint
from printables.errors import PrintError
from printables.images import Image, read_image
from printables.imposition import DUPLEX, Backs, Placement
from printables.pr_time import layout_pr_time
from printables.problems import Problem, Trouble
from printables.ruler import layout_ruler
from printables.seating_chart import layout_seating_chart
from printables.stocks import Stock, find_stock, stocks
from printables.table_sheets import layout_table_sheets
from printables.typeface import printable, unprintable
from printables.values import Badge, PrTimeTable, Role, Seat, Stop, TableSheet, Turn
from printables.words import ENGLISH, JAPANESE, Words

__all__ = [
    "ENGLISH",
    "JAPANESE",
    "Backs",
    "Badge",
    "Design",
    "Image",
    "PrTimeTable",
    "PrintError",
    "Problem",
    "Role",
    "Seat",
    "Stock",
    "Stop",
    "TableSheet",
    "Template",
    "Trouble",
    "Turn",
    "Words",
    "check_badges",
    "find_stock",
    "hard_to_read",
    "printable",
    "read_image",
    "render_badges",
    "render_pr_time_schedule",
    "render_ruler",
    "render_seating_chart",
    "render_table_sheets",
    "stocks",
    "unprintable",
]


def render_badges(
    badges: Sequence[Badge],
    stock: Stock,
    *,
    start: int = 1,
    dx_mm: float = 0,
    dy_mm: float = 0,
    design: Design = PLAIN,
    backs: Backs = Backs.NONE,
    back_dx_mm: float = 0,
    back_dy_mm: float = 0,
    words: Words = JAPANESE,
) -> bytes:
    """Return a PDF with one card for each badge, ready to be cut, torn or folded.

    `start` is the first free cell of a part-used first sheet; `dx_mm` and `dy_mm` move the
    print to the right and down, for printers that are off; `back_dx_mm` and `back_dy_mm` move
    the backs, which show each wearer's seats. Texts that cannot be printed whole do not stop
    the job: `check_badges` names them. Raises PrintError.
    """
    placement = Placement(stock, start, dx_mm, dy_mm, backs, back_dx_mm, back_dy_mm)
    pages = layout_badges(badges, placement, design=design, words=words)
    title = badges[0].event or "Badges"
    return paint(pages, title=title, language=words.language, duplex=DUPLEX.get(backs))


def render_table_sheets(sheets: Sequence[TableSheet], *, words: Words = JAPANESE) -> bytes:
    """Return a PDF with an A4 page for each table and round: who sits here. Raises PrintError."""
    pages = layout_table_sheets(sheets, words=words)
    return paint(pages, title=sheets[0].event, language=words.language)


def render_seating_chart(sheets: Sequence[TableSheet], *, words: Words = JAPANESE) -> bytes:
    """Return a PDF with A3 pages for each round: all tables and their people. Raises PrintError."""
    pages = layout_seating_chart(sheets, words=words)
    return paint(pages, title=sheets[0].event, language=words.language)


def render_pr_time_schedule(tables: Sequence[PrTimeTable], *, words: Words = JAPANESE) -> bytes:
    """Return a PDF with the A4 pages of each round: who speaks when at each table.

    Raises PrintError.
    """
    pages = layout_pr_time(tables, words=words)
    return paint(pages, title=tables[0].event, language=words.language)


def render_ruler(stock: Stock, *, words: Words = JAPANESE) -> bytes:
    """Return a PDF that shows how far a printer is off: what to give as `dx_mm` and `dy_mm`."""
    return paint([layout_ruler(stock, words=words)], title=stock.name, language=words.language)
