"""The lines of an uploaded file as text, and what can be wrong with such a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from organizer.people.text import lines as clean

MAX_LINES = 5_000
MAX_COLUMNS = 200
MAX_CELL = 32_767
"""Characters; what Excel itself allows in a cell."""
MAX_CHARACTERS = 5_000_000


class FileFlaw(Enum):
    """Why a file cannot be read."""

    EMPTY = auto()
    NOT_A_LIST = auto()
    OLD_EXCEL = auto()
    BROKEN_EXCEL = auto()
    TOO_LARGE = auto()
    TOO_MANY_LINES = auto()
    TOO_MANY_COLUMNS = auto()
    CELL_TOO_LONG = auto()
    MIXED_ENCODINGS = auto()
    UNKNOWN_ENCODING = auto()
    QUOTATION_MARKS = auto()
    NO_NAME_COLUMN = auto()
    NO_LINES = auto()


class UnreadableFileError(Exception):
    """A file that cannot be read, where it is wrong, and what was seen there."""

    def __init__(self, flaw: FileFlaw, *, line: int = 0, seen: str = "") -> None:
        super().__init__(f"{flaw.name.lower()} (line {line}) {seen}".strip())
        self.flaw = flaw
        self.line = line
        self.seen = seen


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table and its number in the file, as a text editor or Excel counts it."""

    number: int
    cells: tuple[str, ...]


def bounded(rows: Iterable[tuple[int, Sequence[str]]]) -> list[Line]:
    """Return the rows that hold something, cleaned.

    Raises UnreadableFileError when there are too many of them or they hold too much.
    """
    table: list[Line] = []
    characters = 0
    for number, row in rows:
        cells = _without_empty_end([_clean_cell(cell, number) for cell in row])
        if not cells:
            continue
        characters += sum(map(len, cells))
        if len(table) > MAX_LINES:  # the header is one more
            raise UnreadableFileError(FileFlaw.TOO_MANY_LINES)
        if len(cells) > MAX_COLUMNS:
            raise UnreadableFileError(FileFlaw.TOO_MANY_COLUMNS, line=number)
        if characters > MAX_CHARACTERS:
            raise UnreadableFileError(FileFlaw.TOO_LARGE)
        table.append(Line(number, cells))
    if not table:
        raise UnreadableFileError(FileFlaw.EMPTY)
    return table


def _clean_cell(cell: str, number: int) -> str:
    if len(cell) > MAX_CELL:
        raise UnreadableFileError(FileFlaw.CELL_TOO_LONG, line=number)
    return str(clean(cell))


def _without_empty_end(cells: list[str]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)
