"""The commands that print: for each its CSV columns, its options and its pages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from printables.cards.badge_front import Design
from printables.cards.badges import layout_badges
from printables.cards.imposition import DUPLEX, Placement
from printables.cards.ruler import layout_ruler
from printables.cards.slips import dividers_of, layout_contact_slips, layout_dividers
from printables.cli import csv_rows, csv_sheets
from printables.cli.options import CARDS, Options, bytes_of, placement_of, stock_of, words_of
from printables.page.boxes import Page
from printables.page.images import read_image
from printables.sheets.moves import layout_moves
from printables.sheets.pr_master import layout_pr_master
from printables.sheets.pr_order import layout_pr_orders
from printables.sheets.pr_time import layout_pr_time
from printables.sheets.receipts import Issuer, layout_receipts
from printables.sheets.reception import layout_reception
from printables.sheets.room_map import layout_room_map
from printables.sheets.roster import layout_roster
from printables.sheets.seating_chart import layout_seating_chart
from printables.sheets.table_sheets import layout_table_sheets
from printables.sheets.table_tents import layout_table_tents


@dataclass(frozen=True, slots=True)
class Printout:
    """What one command prints: the values it read, their name in its report, and their pages."""

    values: Sequence[Any]
    counted: str
    pages: Iterable[Page]
    duplex: str | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """One command: the columns its CSV needs, those it may have, and further options."""

    name: str
    what: str
    prepare: Callable[[Options], Printout]
    columns: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


def _badges(options: Options) -> Printout:
    badges = csv_rows.read_badges(options.csv)
    logo = read_image(bytes_of(options.logo)) if options.logo else None
    design = Design(options.template, logo)
    placement = Placement(
        stock_of(options),
        options.start,
        options.dx,
        options.dy,
        options.backs,
        options.back_dx,
        options.back_dy,
    )
    words = words_of(options)
    return Printout(
        badges,
        "badges",
        layout_badges(badges, placement, design=design, words=words),
        DUPLEX.get(options.backs),
    )


def _simple(
    read: Callable[[Path], Sequence[Any]], counted: str, layout: Callable[..., Iterable[Page]]
) -> Callable[[Options], Printout]:
    """Return what reads the values of a sheet that needs nothing but its values."""

    def prepare(options: Options) -> Printout:
        values = read(options.csv)
        return Printout(values, counted, layout(values, words=words_of(options)))

    return prepare


def _reception(options: Options) -> Printout:
    guests, words = csv_sheets.read_guests(options.csv), words_of(options)
    return Printout(guests, "guests", layout_reception(guests, event=options.event, words=words))


def _roster(options: Options) -> Printout:
    members, words = csv_sheets.read_members(options.csv), words_of(options)
    about = {"event": options.event, "contact": options.contact}
    return Printout(members, "members", layout_roster(members, **about, words=words))


def _moves(options: Options) -> Printout:
    moves, words = csv_sheets.read_moves(options.csv), words_of(options)
    about = {"event": options.event, "round_": options.round}
    return Printout(moves, "moves", layout_moves(moves, **about, words=words))


def _receipts(options: Options) -> Printout:
    issuer = Issuer(options.issuer, options.address, options.phone, options.registration)
    receipts = csv_sheets.read_receipts(options.csv, issuer=issuer)
    words = words_of(options)
    return Printout(receipts, "receipts", layout_receipts(receipts, words=words))


def _slips(options: Options) -> Printout:
    slips, words = csv_sheets.read_slips(options.csv), words_of(options)
    placement = placement_of(options)
    return Printout(slips, "slips", layout_contact_slips(slips, placement, words=words))


def _dividers(options: Options) -> Printout:
    badges, words = csv_rows.read_badges(options.csv), words_of(options)
    dividers, placement = dividers_of(badges), placement_of(options)
    return Printout(dividers, "dividers", layout_dividers(dividers, placement, words=words))


def _room_map(options: Options) -> Printout:
    size = {"width": options.width, "depth": options.depth}
    room = csv_sheets.read_room(options.csv, event=options.event, room=options.room, **size)
    return Printout([room], "rooms", [layout_room_map(room, words=words_of(options))])


def _ruler(options: Options) -> Printout:
    stock = stock_of(options)
    return Printout([], "rulers", [layout_ruler(stock, words=words_of(options))])


SEATS = (csv_rows.SEAT_COLUMNS, ("title", "industry", "leader"))
TURNS = csv_rows.TURN_COLUMNS
COMMANDS = (
    Command(
        "badges",
        "name badges with QR codes",
        _badges,
        csv_rows.BADGE_COLUMNS,
        csv_rows.BADGE_OPTIONAL,
        (*CARDS, "--backs", "--back-dx", "--back-dy", "--template", "--logo"),
    ),
    Command(
        "dividers",
        "cards between badges, one for each row of the kana table",
        _dividers,
        csv_rows.BADGE_COLUMNS,
        options=CARDS,
    ),
    Command(
        "table-sheets",
        "who sits at each table",
        _simple(csv_rows.read_table_sheets, "sheets", layout_table_sheets),
        *SEATS,
    ),
    Command(
        "seating-chart",
        "all tables of a round on A3",
        _simple(csv_rows.read_table_sheets, "tables", layout_seating_chart),
        *SEATS,
    ),
    Command(
        "table-tents",
        "a folded A4 with each table's name",
        _simple(csv_sheets.read_tents, "tents", layout_table_tents),
        ("table",),
        ("event", "note"),
    ),
    Command(
        "pr-time",
        "who speaks when, all tables of a round",
        _simple(csv_rows.read_pr_time, "tables", layout_pr_time),
        TURNS,
    ),
    Command(
        "pr-master",
        "when to ring the bell, with the minutes since the round began",
        _simple(csv_rows.read_pr_time, "tables", layout_pr_master),
        TURNS,
    ),
    Command(
        "pr-orders",
        "who speaks when, a page for each table",
        _simple(csv_rows.read_pr_time, "tables", layout_pr_orders),
        TURNS,
    ),
    Command(
        "reception",
        "everybody expected, with boxes to tick",
        _reception,
        csv_sheets.GUEST_COLUMNS,
        options=("--event",),
    ),
    Command(
        "roster",
        "what consenting people do, offer and want",
        _roster,
        csv_sheets.MEMBER_COLUMNS,
        options=("--event", "--contact"),
    ),
    Command(
        "moves",
        "who changes tables after a reseat",
        _moves,
        csv_sheets.MOVE_COLUMNS,
        options=("--event", "--round"),
    ),
    Command(
        "receipts",
        "numbered receipts, two on a page",
        _receipts,
        csv_sheets.RECEIPT_COLUMNS,
        csv_sheets.RECEIPT_OPTIONAL,
        ("--issuer", "--address", "--phone", "--registration"),
    ),
    Command(
        "contact-slips",
        "links to hand out as QR codes",
        _slips,
        csv_sheets.SLIP_COLUMNS,
        options=CARDS,
    ),
    Command(
        "room-map",
        "where the tables stand",
        _room_map,
        csv_sheets.ROOM_COLUMNS,
        ("seats",),
        ("--event", "--room", "--width", "--depth"),
    ),
    Command("ruler", "a page that shows how far a printer is off", _ruler, options=("--stock",)),
)
