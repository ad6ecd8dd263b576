"""Stocks: sheets of cards and labels, and where the cells lie on the paper."""

import json
import math
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from printables.errors import Cause, PrintError

_SLACK_MM = 0.3  # makers round: a stock may pass the edge of the paper by that much
_NARROWEST_MM, _LOWEST_MM, _WIDEST_MM = 40.0, 25.0, 1000
_MOST_COLS, _MOST_ROWS = 20, 40


@dataclass(frozen=True, slots=True)
class Stock:
    """A sheet with `cols` x `rows` cells, in millimetres from the paper's top left corner.

    `pitch` goes from one cell's edge to the next one's. Raises PrintError for a sheet that
    cannot exist: cells that overlap, leave the paper, or are too small for a badge.
    """

    id: str
    name: str
    page_w_mm: float
    page_h_mm: float
    cols: int
    rows: int
    w_mm: float
    h_mm: float
    left_mm: float
    top_mm: float
    pitch_x_mm: float
    pitch_y_mm: float
    cut_marks: bool = False

    def __post_init__(self) -> None:
        self._check_numbers()
        across = (self.cols, self.w_mm, self.left_mm, self.pitch_x_mm, self.page_w_mm)
        downwards = (self.rows, self.h_mm, self.top_mm, self.pitch_y_mm, self.page_h_mm)
        for count, size, start, pitch, page in (across, downwards):
            if count > 1 and pitch < size:
                raise PrintError(Cause.CELLS_OVERLAP, stock=self.name, pitch=pitch, size=size)
            if start + (count - 1) * pitch + size > page + _SLACK_MM:
                raise PrintError(Cause.CELLS_OFF_PAPER, stock=self.name, page=page)
        if self.w_mm < _NARROWEST_MM or self.h_mm < _LOWEST_MM:
            raise PrintError(Cause.CELLS_TOO_SMALL, stock=self.name)

    def _check_numbers(self) -> None:
        numbers = [getattr(self, field.name) for field in fields(self) if "_mm" in field.name]
        if not all(math.isfinite(number) and 0 <= number <= _WIDEST_MM for number in numbers):
            raise PrintError(Cause.ODD_MEASURE, stock=self.name, most=_WIDEST_MM)
        if not (1 <= self.cols <= _MOST_COLS and 1 <= self.rows <= _MOST_ROWS):
            raise PrintError(Cause.ODD_GRID, stock=self.name, cols=_MOST_COLS, rows=_MOST_ROWS)

    @property
    def cells(self) -> int:
        """How many cards one sheet holds."""
        return self.cols * self.rows

    def corner(self, position: int) -> tuple[float, float]:
        """Return the top left corner of a cell; 0 is the first, then from left to right."""
        row, column = divmod(position, self.cols)
        return self.left_mm + column * self.pitch_x_mm, self.top_mm + row * self.pitch_y_mm


@cache
def stocks() -> tuple[Stock, ...]:
    """Return the stocks that the library knows; stocks.json says where each measure is from."""
    names = [field.name for field in fields(Stock)]
    return tuple(Stock(**{name: row[name] for name in names if name in row}) for row in _rows())


@cache
def part_numbers() -> dict[str, tuple[str, ...]]:
    """Return, for each stock of a maker, the part numbers of sheets that are cut like it."""
    return {
        row["id"]: (row["id"].split("-", 1)[1].upper(), *row.get("also", ()))
        for row in _rows()
        if not row["id"].startswith("plain")
    }


def find_stock(stock_id: str) -> Stock | None:
    """Return the stock of that id, such as "aone-51002"."""
    return next((stock for stock in stocks() if stock.id == stock_id), None)


def _rows() -> list[dict[str, Any]]:
    text = Path(__file__).with_name("stocks.json").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = json.loads(text)["stocks"]
    return rows
