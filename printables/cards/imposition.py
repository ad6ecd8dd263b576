"""Places cards on sheets: part-used sheets, backs behind fronts, folds, cut marks."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from printables.cards.stocks import Stock
from printables.errors import Cause, PrintError
from printables.page.boxes import BLACK, GREY, Group, Item, Page, Rule

FARTHEST_MM = 10.0  # no printer is off by more

Card = tuple[Item, ...]
T = TypeVar("T")


class Backs(StrEnum):
    """Whether cards have a back, and how it is printed."""

    NONE = "none"
    LONG_EDGE = "long-edge"  # the printer turns the paper over along its long edge
    SHORT_EDGE = "short-edge"
    FOLDED = "folded"  # printed upside down above the front; the card is folded across


# What viewers propose to printers (ISO 32000-1, table 150).
DUPLEX = {Backs.LONG_EDGE: "DuplexFlipLongEdge", Backs.SHORT_EDGE: "DuplexFlipShortEdge"}


@dataclass(frozen=True, slots=True)
class Placement:
    """Where cards are printed on their paper. Raises PrintError for what cannot be.

    `start` is the first free cell of a part-used first sheet; `dx_mm` and `dy_mm` move the
    print to the right and down, `back_dx_mm` and `back_dy_mm` that of the backs.
    """

    stock: Stock
    start: int = 1
    dx_mm: float = 0.0
    dy_mm: float = 0.0
    backs: Backs = Backs.NONE
    back_dx_mm: float = 0.0
    back_dy_mm: float = 0.0

    def __post_init__(self) -> None:
        stock = self.stock
        if not 1 <= self.start <= stock.cells:
            raise PrintError(
                Cause.NO_SUCH_CELL, stock=stock.name, cells=stock.cells, start=self.start
            )
        for shift in (self.dx_mm, self.dy_mm, self.back_dx_mm, self.back_dy_mm):
            if not math.isfinite(shift) or abs(shift) > FARTHEST_MM:
                raise PrintError(Cause.MOVED_TOO_FAR, most=FARTHEST_MM, shift=shift)
        if self.backs is Backs.FOLDED and stock.h_mm < 50:
            raise PrintError(Cause.TOO_LOW_TO_FOLD, stock=stock.name)

    @property
    def card(self) -> tuple[float, float]:
        """Width and height of one side of a card."""
        folded = self.backs is Backs.FOLDED
        return self.stock.w_mm, self.stock.h_mm / 2 if folded else self.stock.h_mm

    def front(self, position: int) -> tuple[float, float]:
        """Return where the front in a cell begins."""
        x, y = self.stock.corner(position)
        fold = self.stock.h_mm / 2 if self.backs is Backs.FOLDED else 0.0
        return x + self.dx_mm, y + fold + self.dy_mm

    def back(self, position: int) -> tuple[float, float, bool]:
        """Return where the back of a cell begins on its own page, and whether it is turned.

        Whoever turns the card over like a page of a book finds the back upright.
        """
        stock = self.stock
        x, y = stock.corner(position)
        if self.backs is Backs.FOLDED:
            return x + stock.w_mm + self.dx_mm, y + stock.h_mm / 2 + self.dy_mm, True
        dx, dy = self.back_dx_mm, self.back_dy_mm
        upright = stock.page_h_mm >= stock.page_w_mm
        if upright == (self.backs is Backs.LONG_EDGE):  # turned about a vertical line
            return stock.page_w_mm - x - stock.w_mm + dx, y + dy, False
        return x + stock.w_mm + dx, stock.page_h_mm - y + dy, True


def impose(
    values: Sequence[T],
    placement: Placement,
    *,
    front: Callable[[T], Card],
    back: Callable[[T], Card] | None = None,
) -> Iterator[Page]:
    """Yield the sheets, each followed by the sheet of its backs if these have their own."""
    stock, skip = placement.stock, placement.start - 1
    marks = _marks(placement)
    for first in range(-skip, len(values), stock.cells):
        cells = range(max(0, -first), min(stock.cells, len(values) - first))
        groups = [Group(*placement.front(cell), front(values[first + cell])) for cell in cells]
        behind = []
        if back and placement.backs is not Backs.NONE:
            for cell in cells:
                x, y, turned = placement.back(cell)
                behind.append(Group(x, y, back(values[first + cell]), turned))
        if placement.backs is Backs.FOLDED:
            groups, behind = [*groups, *behind], []
        yield Page(stock.page_w_mm, stock.page_h_mm, (*marks, *groups))
        if behind:
            yield Page(stock.page_w_mm, stock.page_h_mm, tuple(behind))


def _marks(placement: Placement) -> tuple[Group, ...]:
    stock = placement.stock
    rules = cut_marks(stock) if stock.cut_marks else ()
    if placement.backs is Backs.FOLDED:
        rules += fold_marks(stock)
    return (Group(placement.dx_mm, placement.dy_mm, rules),) if rules else ()


def fold_marks(stock: Stock) -> tuple[Rule, ...]:
    """Return short lines at both sides of each card, halfway down."""
    rules = []
    for cell in range(stock.cells):
        x, y = stock.corner(cell)
        middle = y + stock.h_mm / 2
        for left in (x, x + stock.w_mm - 2.5):
            rules.append(Rule(left, middle, left + 2.5, middle, width=0.1, ink=GREY))
    return tuple(rules)


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
