"""From values to PDF in one step: what other packages call."""

from collections.abc import Iterable, Sequence

from printables.cards.badge_front import Design, layout_front
from printables.cards.badges import PLAIN, Progress, layout_badges
from printables.cards.imposition import DUPLEX, Backs, Placement
from printables.cards.ruler import layout_ruler
from printables.cards.seat_card import layout_seat_card
from printables.cards.slips import ContactSlip, dividers_of, layout_contact_slips, layout_dividers
from printables.cards.stock_drawing import layout_stock
from printables.cards.stocks import Stock
from printables.page.boxes import Group, Page
from printables.page.draw import paint
from printables.page.svg import svg_of
from printables.sheets.moves import MoveLine, layout_moves
from printables.sheets.pr_master import layout_pr_master
from printables.sheets.pr_order import layout_pr_orders
from printables.sheets.pr_time import layout_pr_time
from printables.sheets.receipts import Receipt, layout_receipts
from printables.sheets.reception import ReceptionLine, layout_reception
from printables.sheets.room_map import RoomMap, layout_room_map
from printables.sheets.roster import Member, layout_roster
from printables.sheets.seating_chart import layout_seating_chart
from printables.sheets.table_sheets import layout_table_sheets
from printables.sheets.table_tents import TableTent, layout_table_tents
from printables.values import Badge, PrTimeTable, TableSheet
from printables.words import JAPANESE, Words


def render_pages(pages: Iterable[Page], *, title: str, words: Words = JAPANESE) -> bytes:
    """Return pages that a `layout_*` function made as a PDF."""
    return paint(pages, title=title, language=words.language)


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
    return paint(pages, title=title, language=words.language, duplex=DUPLEX.get(placement.backs))


def render_table_sheets(sheets: Sequence[TableSheet], *, words: Words = JAPANESE) -> bytes:
    """Return a PDF with an A4 page for each table and round: who sits here. Raises PrintError."""
    return render_pages(layout_table_sheets(sheets, words=words), title=_event(sheets), words=words)


def render_seating_chart(sheets: Sequence[TableSheet], *, words: Words = JAPANESE) -> bytes:
    """Return a PDF with A3 pages for each round: all tables and their people. Raises PrintError."""
    return render_pages(
        layout_seating_chart(sheets, words=words), title=_event(sheets), words=words
    )


def render_pr_time_schedule(tables: Sequence[PrTimeTable], *, words: Words = JAPANESE) -> bytes:
    """Return a PDF with the A4 pages of each round: who speaks when at each table.

    Raises PrintError.
    """
    return render_pages(layout_pr_time(tables, words=words), title=_event(tables), words=words)


def render_ruler(stock: Stock, *, words: Words = JAPANESE) -> bytes:
    """Return a PDF that shows how far a printer is off: what to give as `dx_mm` and `dy_mm`."""
    return render_pages([layout_ruler(stock, words=words)], title=stock.name, words=words)


def render_pr_master(tables: Sequence[PrTimeTable], *, words: Words = JAPANESE) -> bytes:
    """Return a PDF with the bells of each round for whoever leads the evening.

    Raises PrintError.
    """
    return render_pages(layout_pr_master(tables, words=words), title=_event(tables), words=words)


def render_pr_orders(tables: Sequence[PrTimeTable], *, words: Words = JAPANESE) -> bytes:
    """Return a PDF with an A4 page for each table and round: who speaks when.

    Raises PrintError.
    """
    return render_pages(layout_pr_orders(tables, words=words), title=_event(tables), words=words)


def render_table_tents(tents: Sequence[TableTent], *, words: Words = JAPANESE) -> bytes:
    """Return a PDF with an A4 page for each table, to be folded. Raises PrintError."""
    return render_pages(layout_table_tents(tents, words=words), title=_event(tents), words=words)


def render_reception_list(
    guests: Sequence[ReceptionLine], *, event: str, words: Words = JAPANESE
) -> bytes:
    """Return a PDF with everybody expected and boxes to tick. Raises PrintError."""
    pages = layout_reception(guests, event=event, words=words)
    return render_pages(pages, title=event, words=words)


def render_roster(
    members: Sequence[Member], *, event: str, contact: str, words: Words = JAPANESE
) -> bytes:
    """Return a PDF with the people who agreed to stand in it. Raises PrintError."""
    pages = layout_roster(members, event=event, contact=contact, words=words)
    return render_pages(pages, title=event, words=words)


def render_receipts(receipts: Sequence[Receipt], *, words: Words = JAPANESE) -> bytes:
    """Return a PDF with two receipts on each A4 page. Raises PrintError."""
    return render_pages(layout_receipts(receipts, words=words), title=words.receipt, words=words)


def render_moves(
    moves: Sequence[MoveLine], *, event: str, round_: int, words: Words = JAPANESE
) -> bytes:
    """Return a PDF that says who changes tables. Raises PrintError."""
    pages = layout_moves(moves, event=event, round_=round_, words=words)
    return render_pages(pages, title=event, words=words)


def render_room_map(room: RoomMap, *, words: Words = JAPANESE) -> bytes:
    """Return a PDF with the map of a room. Raises PrintError if nothing stands in it."""
    return render_pages([layout_room_map(room, words=words)], title=room.event, words=words)


def render_contact_slips(
    slips: Sequence[ContactSlip], placement: Placement, *, words: Words = JAPANESE
) -> bytes:
    """Return a PDF with slips by which people exchange contacts. Raises PrintError."""
    pages = layout_contact_slips(slips, placement, words=words)
    return render_pages(pages, title=words.contact_slip, words=words)


def render_dividers(
    badges: Sequence[Badge], placement: Placement, *, words: Words = JAPANESE
) -> bytes:
    """Return a PDF with a card for each row of the kana table among these badges.

    Raises PrintError.
    """
    pages = layout_dividers(dividers_of(badges), placement, words=words)
    return render_pages(pages, title=_event(badges), words=words)


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


def _event(values: Sequence[Badge | TableSheet | PrTimeTable | TableTent]) -> str:
    return values[0].event if values else ""
