"""Which sheets badges can be printed on: those of the library and those of the organization."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from flask_babel.speaklater import LazyString

from organizer.core.i18n import lazy as _l
from organizer.printers.models import OwnStock
from printables import Stock, part_numbers, stocks

DEFAULT = "aone-51002"
MAKERS = {"aone": _l("A-one"), "hisago": _l("HISAGO"), "avery": _l("Avery")}
OWN, PLAIN, OTHER = _l("Your own sheets"), _l("Plain paper, to be cut"), _l("Other makers")
MAKERS_IN_KANA = {
    "エーワン": "aone",
    "ヒサゴ": "hisago",
    "エイブリィ": "avery",
    "コクヨ": "kokuyo",
    "サンワサプライ": "sanwa",
    "ダイソー": "daiso",
}
GROUPS = (*MAKERS.values(), PLAIN, OTHER)
PLAIN_NAMES = {
    "plain-a4": _l("A4, business cards"),
    "plain-a4-a6": _l("A4, A6 inserts"),
    "plain-a4-a7": _l("A4, A7 inserts"),
    "plain-a4-hagaki": _l("A4, postcards"),
    "plain-a4-id1": _l("A4, credit card size"),
    "plain-a4-5go": _l("A4, large cards of 100 × 61 mm"),
    "plain-a4-b7": _l("A4, B7 inserts"),
    "plain-letter": _l("US Letter, business cards"),
}


@dataclass(frozen=True, slots=True)
class BadgeSheet:
    """A stock that can be chosen, under the name that stands on its package."""

    key: str
    group: str | LazyString
    name: str | LazyString
    stock: Stock

    @property
    def size(self) -> str:
        """Width and height of a card, and how many there are."""
        return f"{self.stock.w_mm:g} × {self.stock.h_mm:g} mm × {self.stock.cells}"


def sheets_of(own: Iterable[OwnStock]) -> Mapping[str, BadgeSheet]:
    """Return all sheets by their keys: the organization's own first, then the makers'."""
    mine = [_own_sheet(row) for row in own]
    known = [_known_sheet(stock) for stock in stocks()]
    known.sort(key=lambda sheet: GROUPS.index(sheet.group))
    return {sheet.key: sheet for sheet in (*mine, *known)}


def own_key(stock_id: int) -> str:
    """Return the key of an organization's own sheet."""
    return f"own-{stock_id}"


def stock_of(row: OwnStock) -> Stock:
    """Return a row as the library knows stocks. Raises PrintError if no such sheet can exist."""
    return Stock(
        id=own_key(row.id),
        name=row.name,
        page_w_mm=row.page_w_mm,
        page_h_mm=row.page_h_mm,
        cols=row.cols,
        rows=row.rows,
        w_mm=row.w_mm,
        h_mm=row.h_mm,
        left_mm=row.left_mm,
        top_mm=row.top_mm,
        pitch_x_mm=row.pitch_x_mm,
        pitch_y_mm=row.pitch_y_mm,
        cut_marks=row.cut_marks,
    )


def find_by_number(number: str, sheets: Mapping[str, BadgeSheet]) -> BadgeSheet | None:
    """Return the sheet with this part number, typed in any way: "51861", "ａ-ｏｎｅ 51861"."""
    return sheets.get(_keys_by_number().get(_plain(number), ""))


@cache
def _keys_by_number() -> Mapping[str, str]:
    found = {}
    for key, numbers in part_numbers().items():
        maker = key.split("-")[0]
        for number in numbers:
            found[_plain(number)] = key
            found[_plain(maker + number)] = key
            # "HISAGO ELM006" on a sheet of another maker is also found without its maker.
            found.setdefault(_plain(number.split()[-1]), key)
    return found


def _plain(number: str) -> str:
    folded = unicodedata.normalize("NFKC", number).casefold()
    for kana, latin in MAKERS_IN_KANA.items():
        folded = folded.replace(kana, latin)
    return "".join(c for c in folded if c.isalnum())


def _own_sheet(row: OwnStock) -> BadgeSheet:
    return BadgeSheet(own_key(row.id), OWN, row.name, stock_of(row))


def _known_sheet(stock: Stock) -> BadgeSheet:
    maker, _, number = stock.id.partition("-")
    if maker == "plain":
        return BadgeSheet(stock.id, PLAIN, PLAIN_NAMES.get(stock.id, stock.name), stock)
    if maker not in MAKERS:
        return BadgeSheet(stock.id, OTHER, stock.name, stock)
    return BadgeSheet(stock.id, MAKERS[maker], f"{MAKERS[maker]} {number.upper()}", stock)
