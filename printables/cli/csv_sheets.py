"""Reads CSV files of all other sheets: one row for each person, receipt or table (UTF-8)."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from printables.cards.slips import ContactSlip
from printables.cli.csv_rows import Row, read_rows
from printables.errors import FileCause, PrintError
from printables.sheets.moves import MoveLine
from printables.sheets.receipts import Issuer, Receipt, TaxLine
from printables.sheets.reception import ReceptionLine
from printables.sheets.room_map import MapMark, MapTable, RoomMap
from printables.sheets.roster import Member
from printables.sheets.table_tents import TableTent

GUEST_COLUMNS = ("name", "kana", "company", "table", "fee", "note")
MEMBER_COLUMNS = (
    *("name", "kana", "company", "title", "industry"),
    *("pr", "offers", "wants", "contact"),
)
MOVE_COLUMNS = ("name", "kana", "company", "before", "after")
RECEIPT_COLUMNS = ("number", "addressee", "yen", "item", "sold_on", "issued_on")
RECEIPT_OPTIONAL = ("taxes", "by_card", "reissued")
SLIP_COLUMNS = ("name", "company", "event", "url")
ROOM_COLUMNS = ("kind", "name", "x", "y", "w", "h")


def read_tents(path: Path) -> list[TableTent]:
    """Return a table tent for each row; `event` and `note` may be added."""
    rows = read_rows(path, columns=("table",))
    return [TableTent(row["table"], row.get("event", ""), row.get("note", "")) for row in rows]


def read_guests(path: Path) -> list[ReceptionLine]:
    """Return who is expected at the door."""
    return [
        ReceptionLine(*_in_order(row, GUEST_COLUMNS))
        for row in read_rows(path, columns=GUEST_COLUMNS)
    ]


def read_members(path: Path) -> list[Member]:
    """Return who stands in the roster."""
    rows = read_rows(path, columns=MEMBER_COLUMNS)
    return [Member(*_in_order(row, MEMBER_COLUMNS)) for row in rows]


def read_moves(path: Path) -> list[MoveLine]:
    """Return who changes tables."""
    return [
        MoveLine(row["name"], row["before"], row["after"], row["kana"], row["company"])
        for row in read_rows(path, columns=MOVE_COLUMNS)
    ]


def read_slips(path: Path) -> list[ContactSlip]:
    """Return whose links are handed out."""
    return [
        ContactSlip(row["name"], row["url"], row["company"], row["event"])
        for row in read_rows(path, columns=SLIP_COLUMNS)
    ]


def read_receipts(path: Path, *, issuer: Issuer) -> list[Receipt]:
    """Return the receipts of a file; its days are written 2026-11-22.

    `taxes` is "10:3000:272 8:1080:80" (rate, total with tax, tax); `by_card` and `reissued`
    mean yes if there is anything in them.
    """
    return [_receipt(row, issuer) for row in read_rows(path, columns=RECEIPT_COLUMNS)]


def read_room(path: Path, *, event: str, room: str, width: float, depth: float) -> RoomMap:
    """Return the map of a room; `kind` is round, square or mark.

    Tables are placed by their middle, marks (doors, a stage) by their top left corner.
    """
    rows = read_rows(path, columns=ROOM_COLUMNS)
    return RoomMap(
        event,
        room,
        width,
        depth,
        tuple(_table(row) for row in rows if row["kind"] != "mark"),
        tuple(MapMark(row["name"], *_place(row)) for row in rows if row["kind"] == "mark"),
    )


def _in_order(row: Row, columns: Iterable[str]) -> list[str]:
    return [row[column] for column in columns]


def _receipt(row: Row, issuer: Issuer) -> Receipt:
    try:
        yen, taxes = int(row["yen"]), [_tax(text) for text in row.get("taxes", "").split()]
        days = date.fromisoformat(row["sold_on"]), date.fromisoformat(row["issued_on"])
    except (ValueError, TypeError) as error:
        raise PrintError(FileCause.ODD_RECEIPT, receipt=row["number"], reason=error) from error
    return Receipt(
        row["number"],
        row["addressee"],
        yen,
        row["item"],
        *days,
        issuer,
        tuple(taxes),
        by_card=bool(row.get("by_card")),
        reissued=bool(row.get("reissued")),
    )


def _tax(text: str) -> TaxLine:
    rate, total, tax = map(int, text.split(":"))
    return TaxLine(rate, total, tax)


def _table(row: Row) -> MapTable:
    if row["kind"] not in {"round", "square"}:
        raise PrintError(FileCause.ODD_KIND, text=row["kind"])
    seats = row.get("seats", "")
    return MapTable(
        row["name"],
        *_place(row),
        round=row["kind"] == "round",
        seats=int(seats) if seats.isdecimal() else 0,
    )


def _place(row: Row) -> tuple[float, float, float, float]:
    try:
        return float(row["x"]), float(row["y"]), float(row["w"]), float(row["h"])
    except ValueError:
        raise PrintError(FileCause.ODD_PLACE, name=row["name"]) from None
