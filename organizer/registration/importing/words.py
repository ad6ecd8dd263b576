"""What people read about an uploaded list: what is wrong with it and what to do."""

from collections.abc import Mapping

from flask_babel import gettext as _

from organizer.core.i18n import lazy as _l
from organizer.registration.card_field import Surface
from organizer.registration.fields import fields_in
from organizer.registration.importing.columns import IGNORED
from organizer.registration.importing.rows import LineFinding, Note
from organizer.registration.importing.table import (
    MAX_CELL,
    MAX_COLUMNS,
    MAX_LINES,
    FileFlaw,
    UnreadableFileError,
)

_COLUMNS_OF_LISTS = {
    "last_name": _l("Family name"),
    "first_name": _l("Given name"),
    "last_kana": _l("Furigana of the family name"),
    "first_kana": _l("Furigana of the given name"),
    "status": _l("Status"),
}

_FLAWS: Mapping[FileFlaw, str] = {
    FileFlaw.EMPTY: _l("This file is empty."),
    FileFlaw.NOT_A_LIST: _l("This is not a list. Choose a CSV or Excel (.xlsx) file."),
    FileFlaw.OLD_EXCEL: _l(
        "This is an old Excel file (.xls), or it has a password. "
        "Open it in Excel and save it as .xlsx without a password."
    ),
    FileFlaw.BROKEN_EXCEL: _l(
        "This Excel file is damaged. Open it in Excel and save it once more as .xlsx."
    ),
    FileFlaw.TOO_LARGE: _l(
        "This file holds too much. Copy only the list of people into a new file and choose that."
    ),
    FileFlaw.TOO_MANY_LINES: _l(
        "This file has more than %(lines)s lines. Divide it, or delete empty lines at its end."
    ),
    FileFlaw.TOO_MANY_COLUMNS: _l("Line %(line)s has more than %(columns)s columns."),
    FileFlaw.CELL_TOO_LONG: _l(
        "A cell in line %(line)s is longer than %(characters)s characters. Is a quotation mark "
        "missing there?"
    ),
    FileFlaw.MIXED_ENCODINGS: _l(
        "Up to line %(line)s this file mixes two ways of writing Japanese (UTF-8 and Shift_JIS). "
        "Were two files joined? Open it in Excel, repair the garbled lines and save it as .xlsx."
    ),
    FileFlaw.UNKNOWN_ENCODING: _l(
        "The characters in line %(line)s cannot be read. Save the file as .xlsx, or as CSV UTF-8."
    ),
    FileFlaw.QUOTATION_MARKS: _l(
        "In line %(line)s a quotation mark is opened and not closed. Correct it, or save the list "
        "as .xlsx."
    ),
    FileFlaw.NO_NAME_COLUMN: _l(
        'No column for the name was found; the first line says: "%(seen)s". '
        "Name a column 氏名 (or 姓 and 名, or Name) and choose the file again."
    ),
    FileFlaw.NO_LINES: _l("There is nobody below the header in line %(line)s."),
}

_FINDINGS: Mapping[LineFinding, str] = {
    LineFinding.MISSING: _l("%(field)s is missing."),
    LineFinding.WRONG: _l('%(field)s "%(seen)s": %(why)s'),
    LineFinding.MORE_CELLS: _l(
        "More cells than the header has (%(seen)s). Is there a comma within a text?"
    ),
    LineFinding.CANCELLED: _l('Cancelled according to the list ("%(seen)s").'),
    LineFinding.WAITLISTED: _l('On the waiting list according to the list ("%(seen)s").'),
    LineFinding.TWICE: _l("Stands in line %(seen)s already."),
    LineFinding.ALREADY_IN: _l("Already registered."),
    LineFinding.NOT_ATTENDING: _l(
        'Is in the list of attendees as "%(seen)s". Restore them there if they come.'
    ),
    LineFinding.NO_PLACE: _l("No place is left."),
    LineFinding.EMPTIED: _l('%(field)s "%(seen)s" is left empty: %(why)s'),
    LineFinding.SHORTENED: _l('%(field)s "%(seen)s" becomes "%(kept)s": %(why)s'),
}


def column_names() -> Mapping[str, str]:
    """Return what the columns of a list can be used as."""
    fields = {field.key: field.label for field in fields_in(Surface.IMPORT)}
    return {IGNORED: _l("Not used"), **fields, **_COLUMNS_OF_LISTS}


def say_flaw(error: UnreadableFileError) -> str:
    """Return what is wrong with a file and what to do about it."""
    return str(_FLAWS[error.flaw]) % {
        "line": error.line,
        "seen": error.seen,
        "lines": f"{MAX_LINES:,}",
        "columns": MAX_COLUMNS,
        "characters": f"{MAX_CELL:,}",
    }


def say_note(note: Note) -> str:
    """Return what there is to say about a line."""
    return str(_FINDINGS[note.finding]) % {
        "field": column_names().get(note.field, ""),
        "seen": note.seen,
        "kept": note.kept,
        "why": note.why,
    }


def say_changed(good: int) -> str:
    """Return what to say when the list no longer fits as it did when it was looked at."""
    return str(
        _(
            "Others have registered in the meantime. From this list %(count)s can be registered "
            "now. Look at it again, then confirm.",
            count=good,
        )
    )
