"""Cards in one step: as PDF for paper, as SVG for a screen."""

from collections.abc import Sequence

from printables.cards.badge_front import Design, layout_front
from printables.cards.badges import PLAIN, Progress, layout_badges
from printables.cards.imposition import DUPLEX, Backs, Placement
from printables.cards.ruler import layout_ruler
from printables.cards.seat_card import layout_seat_card
from printables.cards.slips import dividers_of, layout_dividers
from printables.cards.stock_drawing import layout_stock
from printables.cards.stocks import Stock
from printables.page.boxes import Group, Page
from printables.page.draw import render_pages
from printables.page.svg import svg_of
from printables.values import Badge
from printables.words import JAPANESE, Words


def render_badges(
    badges: Sequence[Badge],
    placement: Placement,
    *,
    design: Design = PLAIN,
    words: Words = JAPANESE,
    progress: Progress | None = None,
) -> bytes:
    """Return a PDF with one card for each badge, ready to be cut, torn or folded.

    Backs, where the placement has them, show each wearer's seats. `progress` is told how many
    badges are done, and ends the job by raising. Texts that cannot be printed whole do not stop
    it: `check_badges` names them. Raises PrintError.
    """
    pages = layout_badges(badges, placement, design=design, words=words, progress=progress)
    title = badges[0].event or "Badges"
    return render_pages(pages, title=title, words=words, duplex=DUPLEX.get(placement.backs))


def render_dividers(
    badges: Sequence[Badge], placement: Placement, *, words: Words = JAPANESE
) -> bytes:
    """Return a PDF with a card for each row of the kana table among these badges.

    Raises PrintError.
    """
    pages = layout_dividers(dividers_of(badges), placement, words=words)
    return render_pages(pages, title=badges[0].event, words=words)


def render_ruler(stock: Stock, *, words: Words = JAPANESE) -> bytes:
    """Return a PDF that shows how far a printer is off: what to give as `dx_mm` and `dy_mm`."""
    return render_pages([layout_ruler(stock, words=words)], title=stock.name, words=words)


def draw_stock(stock: Stock, *, start: int = 1) -> str:
    """Return an SVG of a sheet with its cells numbered; those before `start` are greyed."""
    return svg_of(layout_stock(stock, start=start))


def preview_badge(
    badge: Badge,
    stock: Stock,
    *,
    design: Design = PLAIN,
    backs: Backs = Backs.NONE,
    back: bool = False,
    words: Words = JAPANESE,
) -> str:
    """Return an SVG of the front (or the back) of one card of a stock. Raises PrintError."""
    w, h = Placement(stock, backs=backs).card
    front = layout_front(badge, w=w, h=h, design=design, words=words)
    items = layout_seat_card(badge, w=w, h=h) if back else front
    return svg_of(Page(w, h, (Group(0, 0, items),)))
