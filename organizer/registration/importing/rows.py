"""Lines of a table -> attendees' cards, and what is wrong with each line."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from flask_babel.speaklater import LazyString

from organizer.people.text import one_line
from organizer.people.work import find_work
from organizer.registration.card_field import CardField, Surface
from organizer.registration.details import RegistrationDetails
from organizer.registration.fields import fields_in
from organizer.registration.importing.roles import read_role, says_first_time
from organizer.registration.importing.table import Line

_CANCELLED = re.compile(r"キャンセル|取り?消|払い?戻|返金|辞退|cancel|refund", re.IGNORECASE)
_WAITLISTED = re.compile(r"補欠|待ち|waitlist|waiting", re.IGNORECASE)
_EXCERPT = 40
_YES = "yes"


class LineFinding(Enum):
    """What there is to say about a line."""

    # The line cannot be registered.
    MISSING = auto()
    WRONG = auto()
    MORE_CELLS = auto()
    # The line is left out on purpose.
    CANCELLED = auto()
    WAITLISTED = auto()
    TWICE = auto()
    ALREADY_IN = auto()
    NOT_ATTENDING = auto()
    NO_PLACE = auto()
    # The line is registered, but something in it is not.
    EMPTIED = auto()
    SHORTENED = auto()


TO_CORRECT = (LineFinding.MISSING, LineFinding.WRONG, LineFinding.MORE_CELLS)
LEFT_OUT = (
    LineFinding.CANCELLED,
    LineFinding.WAITLISTED,
    LineFinding.TWICE,
    LineFinding.ALREADY_IN,
    LineFinding.NOT_ATTENDING,
    LineFinding.NO_PLACE,
)

Cells = dict[str, str]
"""What stands in a line, by what its columns hold."""


@dataclass(frozen=True, slots=True)
class Note:
    """A finding, the field it is about, what stands there, and what is kept of it."""

    finding: LineFinding
    field: str = ""
    seen: str = ""
    kept: str = ""
    why: LazyString | str = ""


@dataclass(frozen=True, slots=True)
class ImportedLine:
    """One line: the card that was read from it and what there is to say about it."""

    number: int
    card: RegistrationDetails
    notes: tuple[Note, ...] = ()

    @property
    def is_wrong(self) -> bool:
        """Whether the line must be corrected before it can be registered."""
        return any(note.finding in TO_CORRECT for note in self.notes)

    @property
    def is_good(self) -> bool:
        """Whether the line will be registered."""
        return not any(note.finding in (*TO_CORRECT, *LEFT_OUT) for note in self.notes)


def read_rows(lines: Iterable[Line], columns: Sequence[str]) -> list[ImportedLine]:
    """Return what each line says; `columns` says what each of its cells holds.

    Consent to the roster is never read from a list: people give it themselves.
    """
    return [_read_line(line, columns) for line in lines]


def _read_line(line: Line, columns: Sequence[str]) -> ImportedLine:
    cells = {
        column: cell for column, cell in zip(columns, line.cells, strict=False) if column and cell
    }
    _join_names(cells)
    _find_work(cells)
    _find_first_time(cells)
    notes = [*_surplus(line, columns), *_status_notes(cells.get("status", ""))]
    values: dict[str, Any] = {}
    for field in fields_in(Surface.IMPORT):
        values[field.key] = _value(field, cells.get(field.key, ""), notes)
    return ImportedLine(line.number, RegistrationDetails(**values), tuple(notes))


def _value(field: CardField, cell: str, notes: list[Note]) -> str | bool:
    """Return the value of a field; note what is wrong with it and what is kept of it."""
    value = field.read(cell)
    if isinstance(value, bool):
        return value
    if not value and Surface.IMPORT in field.required_in:
        notes.append(Note(LineFinding.MISSING, field.key))
    why = field.check(value)
    if why is None:
        return value
    kept, seen = field.fit(value), value[:_EXCERPT]
    if kept is None:
        notes.append(Note(LineFinding.WRONG, field.key, seen, why=why))
        return value
    finding = LineFinding.SHORTENED if kept else LineFinding.EMPTIED
    notes.append(Note(finding, field.key, seen, kept, why))
    return kept


def _join_names(cells: Cells) -> None:
    """Put a name and its reading together where the columns hold their parts."""
    for whole, last, first in (
        ("name", "last_name", "first_name"),
        ("name_kana", "last_kana", "first_kana"),
    ):
        parts = cells.get(whole) or f"{cells.get(last, '')} {cells.get(first, '')}"
        cells[whole] = " ".join(parts.split())


def _find_work(cells: Cells) -> None:
    """Let either column name the profession, which says the industry too; its own says more."""
    by_profession, by_industry = (
        find_work(one_line(cells.get(key, ""))) for key in ("profession", "industry")
    )
    if by_profession and (by_profession[1] or not by_industry):
        cells["industry"], cells["profession"] = by_profession
    elif by_industry and (by_profession or by_industry[1] or not cells.get("profession")):
        cells["industry"], cells["profession"] = by_industry


def _find_first_time(cells: Cells) -> None:
    """Let the column of roles say, too, that somebody is new."""
    role = read_role(one_line(cells.get("role", "")))
    if says_first_time(cells.get("first_time", "")) or (role and role[1]):
        cells["first_time"] = _YES


def _surplus(line: Line, columns: Sequence[str]) -> list[Note]:
    if len(line.cells) <= len(columns):
        return []
    return [Note(LineFinding.MORE_CELLS, seen=f"{len(line.cells)} > {len(columns)}")]


def _status_notes(status: str) -> list[Note]:
    if _WAITLISTED.search(status):  # first, because キャンセル待ち is no キャンセル
        return [Note(LineFinding.WAITLISTED, "status", status[:_EXCERPT])]
    if _CANCELLED.search(status):
        return [Note(LineFinding.CANCELLED, "status", status[:_EXCERPT])]
    return []
