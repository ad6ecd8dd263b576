"""Lays out receipts (領収書), plain ones or with what a 適格請求書 must say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from printables.errors import Cause, PrintError
from printables.page.boxes import BLACK, GREY, Box, Frame, Group, Item, Page, Rule, Text
from printables.page.compose import Part, line, stack
from printables.page.sheet import A4_H, A4_W
from printables.text.typeface import printable
from printables.words import Words

FORM_H = A4_H / 2
EDGE = 16.0
RIGHT = A4_W - EDGE
LOWER = 98.0  # where taxes and issuer stand
# 印紙税法 別表第一 第17号: from here on a receipt on paper bears a revenue stamp; tax that is
# stated apart does not count, and neither does payment by credit card.
STAMP_FROM_YEN = 50_000
REDUCED_RATE = 8
MOST_RATES = 4
_NUMBER = re.compile(r"T\d{13}")


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who received the money; `registration` is the T-number of a 適格請求書発行事業者."""

    name: str
    address: str = ""
    phone: str = ""
    registration: str = ""

    def __post_init__(self) -> None:
        if not printable(self.name):
            raise PrintError(Cause.NO_ISSUER)
        if self.registration and not _NUMBER.fullmatch(self.registration):
            raise PrintError(Cause.ODD_REGISTRATION, registration=self.registration)


@dataclass(frozen=True, slots=True)
class TaxLine:
    """What was paid at one tax rate: the total with tax, and the tax within it, in yen."""

    rate: int
    total_yen: int
    tax_yen: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """Money received. Raises PrintError where the amounts contradict each other.

    `sold_on` is the day of the event, `issued_on` that of the paper. Tax lines are needed
    where the issuer has a registration number (消費税法 第57条の4).
    """

    number: str
    addressee: str
    yen: int
    item: str
    sold_on: date
    issued_on: date
    issuer: Issuer
    tax: tuple[TaxLine, ...] = ()
    by_card: bool = False
    reissued: bool = False

    def __post_init__(self) -> None:
        if self.yen <= 0:
            raise PrintError(Cause.ODD_AMOUNT, receipt=self.number, yen=self.yen)
        if self.tax and sum(part.total_yen for part in self.tax) != self.yen:
            raise PrintError(Cause.TAX_NOT_TOTAL, receipt=self.number)
        if any(not 0 <= part.tax_yen < part.total_yen for part in self.tax):
            raise PrintError(Cause.TAX_ABOVE_TOTAL, receipt=self.number)
        if len(self.tax) > MOST_RATES:
            raise PrintError(Cause.TOO_MANY_RATES, receipt=self.number, most=MOST_RATES)
        if self.issuer.registration and not self.tax:
            raise PrintError(Cause.NO_TAX, receipt=self.number)

    @property
    def needs_stamp(self) -> bool:
        """Whether a revenue stamp belongs on the paper."""
        net = self.yen - sum(part.tax_yen for part in self.tax)
        return net >= STAMP_FROM_YEN and not self.by_card


def layout_receipts(receipts: Sequence[Receipt], *, words: Words) -> Iterator[Page]:
    """Yield A4 pages with two receipts each, to be cut across the middle.

    Raises PrintError if there is none.
    """
    if not receipts:
        raise PrintError(Cause.NOTHING)
    return (_page(receipts[first : first + 2], words) for first in range(0, len(receipts), 2))


def _page(receipts: Sequence[Receipt], words: Words) -> Page:
    forms = [
        Group(0, place * FORM_H, tuple(_form(receipt, words)))
        for place, receipt in enumerate(receipts)
    ]
    cut = Rule(0, FORM_H, A4_W, FORM_H, width=0.2, ink=GREY, dotted=True)
    return Page(A4_W, A4_H, (*forms, Group(0, 0, (cut,))))


def _form(receipt: Receipt, words: Words) -> Iterator[Item]:
    yield from _masthead(receipt, words)
    yield from _addressee(receipt, words)
    yield from _amount(receipt, words)
    yield from _taxes(receipt, words)
    yield from _issuer(receipt, words)
    if receipt.needs_stamp:
        yield from _stamp(words)


def _masthead(receipt: Receipt, words: Words) -> Iterator[Item]:
    """The word 領収書 in the middle, number and days at the right, 再発行 in a frame."""
    yield from line(words.receipt, Box(65, 11, 80, 13), size=9.5, bold=True, across=0.5)
    yield Rule(78, 25, 132, 25, width=0.4, ink=BLACK)
    number = words.receipt_number.format(receipt.number)
    yield from line(number, Box(148, 11, RIGHT - 148, 5), size=3.6, across=1)
    for y, word, day in (
        (17, words.issued_on, receipt.issued_on),
        (22, words.date_of_sale, receipt.sold_on),
    ):
        text = f"{word}　{words.day.format(day)}"
        yield from line(text, Box(140, y, RIGHT - 140, 4.5), size=3.2, ink=GREY, across=1)
    if receipt.reissued:
        yield Frame(Box(EDGE, 12, 26, 9), 0.4, BLACK, radius=1)
        yield from line(words.reissued, Box(EDGE + 2, 13, 22, 7), size=4.6, bold=True, across=0.5)


def _addressee(receipt: Receipt, words: Words) -> Iterator[Item]:
    right = 128.0
    honorific = line(words.honorific, Box(right - 12, 32, 12, 10), size=5.4, across=1, down=1)
    w = right - EDGE - (14 if honorific else 0)
    yield from line(receipt.addressee, Box(EDGE, 30, w, 12), size=7, bold=True, down=1)
    yield from honorific
    yield Rule(EDGE, 43.5, right, 43.5, width=0.3, ink=BLACK)


def _amount(receipt: Receipt, words: Words) -> Iterator[Item]:
    """The sum in a frame between ¥ and -, as it is written so that nothing can be added."""
    frame = Box(EDGE, 49, A4_W - 2 * EDGE, 18)
    yield Frame(frame, 0.4, BLACK, radius=1.2)
    inside = Box(frame.x + 30, frame.y + 2, frame.w - 60, frame.h - 4)
    yield from line(f"¥{receipt.yen:,}-", inside, size=12, bold=True, across=0.5)
    included = Box(frame.right - 28, frame.y + 2, 26, frame.h - 4)
    tax = words.tax_included if receipt.tax else ""
    yield from line(tax, included, size=3.4, ink=GREY, across=1)
    item = words.for_item.format(receipt.item)
    yield from line(item, Box(EDGE, 71, 120, 7.5), size=4.4)
    yield Rule(EDGE, 79.5, EDGE + 120, 79.5, width=0.2, ink=GREY)
    yield from line(words.received, Box(EDGE, 81.5, 80, 5), size=3.4)
    if receipt.by_card:
        yield from line(words.by_card, Box(EDGE + 84, 81.5, 36, 5), size=3.4, across=1)


def _taxes(receipt: Receipt, words: Words) -> Iterator[Item]:
    """A line for each rate: its total with tax, and the tax."""
    for row, part in enumerate(receipt.tax):
        y = LOWER + row * 6.4
        for text, x, w, across in (
            (_rate(part, words), EDGE, 24, 0.0),
            (f"¥{part.total_yen:,}", EDGE + 24, 22, 1.0),
            (words.tax, EDGE + 51, 17, 0.0),
            (f"¥{part.tax_yen:,}", EDGE + 68, 18, 1.0),
        ):
            yield from line(text, Box(x, y, w, 4.6), size=3.4, across=across)
        if part.rate == REDUCED_RATE:
            note = Box(EDGE, LOWER + len(receipt.tax) * 6.4, 86, 4)
            yield from line(words.reduced, note, size=2.9, ink=GREY)
        yield Rule(EDGE, y + 5.5, EDGE + 86, y + 5.5)


def _rate(part: TaxLine, words: Words) -> str:
    return words.rate.format(part.rate) + (" ※" if part.rate == REDUCED_RATE else "")


def _issuer(receipt: Receipt, words: Words) -> Iterator[Text]:
    issuer, left = receipt.issuer, 108.0
    width = RIGHT - left - (25 if receipt.needs_stamp else 0)
    number = f"{words.registration} {issuer.registration}" if issuer.registration else ""
    parts = (
        Part(issuer.name, 0.34, 4.8, bold=True),
        Part(issuer.address, 0.3, 3.3),
        Part(issuer.phone, 0.18, 3.3),
        Part(number, 0.18, 3.3),
    )
    for texts in stack(parts, Box(left, LOWER, width, 34), gap=1.2, down=0):
        yield from texts


def _stamp(words: Words) -> Iterator[Item]:
    """The place for the revenue stamp."""
    box = Box(RIGHT - 22, LOWER, 22, 26)
    yield Frame(box, 0.2, GREY)
    inside = Box(box.x + 2, box.y + 2, box.w - 4, box.h - 4)
    yield from line(words.stamp, inside, size=3.2, ink=GREY, across=0.5)
