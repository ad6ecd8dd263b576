"""What people read about an uploaded list: what is wrong with it and what to do."""

from collections.abc import Mapping

from flask_babel import gettext as _

from organizer.core.i18n import lazy as _l
from organizer.registration.importing.columns import IGNORED
from organizer.registration.importing.rows import Finding, Note
from organizer.registration.importing.table import (
    MAX_CELL,
    MAX_COLUMNS,
    MAX_LINES,
    Flaw,
    UnreadableFileError,
)

COLUMN_NAMES = {
    IGNORED: _l("Not used"),
    "name": _l("Name"),
    "last_name": _l("Family name"),
    "first_name": _l("Given name"),
    "kana": _l("Furigana"),
    "last_kana": _l("Furigana of the family name"),
    "first_kana": _l("Furigana of the given name"),
    "company": _l("Company"),
    "title": _l("Title or position"),
    "industry": _l("Industry"),
    "profession": _l("Profession"),
    "email": _l("E-mail"),
    "pr_line": _l("PR line"),
    "offers": _l("Can offer"),
    "wants": _l("Looking for"),
    "talk_tags": _l("Likes to talk about"),
    "role": _l("Role at this event"),
    "first_time": _l("First time"),
    "status": _l("Status"),
}

_FLAWS: Mapping[Flaw, str] = {
    Flaw.EMPTY: _l("This file is empty."),
    Flaw.NOT_A_LIST: _l("This is not a list. Choose a CSV or Excel (.xlsx) file."),
    Flaw.OLD_EXCEL: _l(
        "This is an old Excel file (.xls), or it has a password. "
        "Open it in Excel and save it as .xlsx without a password."
    ),
    Flaw.BROKEN_EXCEL: _l(
        "This Excel file is damaged. Open it in Excel and save it once more as .xlsx."
    ),
    Flaw.TOO_LARGE: _l(
        "This file holds too much. Copy only the list of people into a new file and choose that."
    ),
    Flaw.TOO_MANY_LINES: _l(
        "This file has more than %(lines)s lines. Divide it, or delete empty lines at its end."
    ),
    Flaw.TOO_MANY_COLUMNS: _l("Line %(line)s has more than %(columns)s columns."),
    Flaw.CELL_TOO_LONG: _l(
        "A cell in line %(line)s is longer than %(characters)s characters. Is a quotation mark "
        "missing there?"
    ),
    Flaw.MIXED_ENCODINGS: _l(
        "Up to line %(line)s this file mixes two ways of writing Japanese (UTF-8 and Shift_JIS). "
        "Were two files joined? Open it in Excel, repair the garbled lines and save it as .xlsx."
    ),
    Flaw.UNKNOWN_ENCODING: _l(
        "The characters in line %(line)s cannot be read. Save the file as .xlsx, or as CSV UTF-8."
    ),
    Flaw.QUOTATION_MARKS: _l(
        "In line %(line)s a quotation mark is opened and not closed. Correct it, or save the list "
        "as .xlsx."
    ),
    Flaw.NO_NAME_COLUMN: _l(
        'No column for the name was found; the first line says: "%(seen)s". '
        "Name a column 氏名 (or 姓 and 名, or Name) and choose the file again."
    ),
    Flaw.NO_LINES: _l("There is nobody below the header in line %(line)s."),
}

_FINDINGS: Mapping[Finding, str] = {
    Finding.NO_NAME: _l("The name is missing."),
    Finding.TOO_LONG: _l("%(field)s is longer than %(seen)s characters. Shorten it."),
    Finding.BAD_EMAIL: _l('"%(seen)s" is not an e-mail address.'),
    Finding.MORE_CELLS: _l(
        "More cells than the header has (%(seen)s). Is there a comma within a text?"
    ),
    Finding.CANCELLED: _l('Cancelled according to the list ("%(seen)s").'),
    Finding.WAITLISTED: _l('On the waiting list according to the list ("%(seen)s").'),
    Finding.TWICE: _l("Stands in line %(seen)s already."),
    Finding.ALREADY_IN: _l("Already registered."),
    Finding.CANCELLED_HERE: _l(
        "Has cancelled. Restore them in the list of attendees if they come."
    ),
    Finding.NO_PLACE: _l("No place is left."),
    Finding.UNKNOWN_INDUSTRY: _l('"%(seen)s" is not one of our industries and is left empty.'),
    Finding.UNKNOWN_PROFESSION: _l('"%(seen)s" is not one of our professions and is left empty.'),
    Finding.BAD_KANA: _l('The furigana "%(seen)s" is not written in kana and is left empty.'),
    Finding.UNKNOWN_ROLE: _l('"%(seen)s" is not one of the roles and is left empty.'),
    Finding.TAGS_LEFT_OUT: _l('A badge has no room to talk about "%(seen)s" too.'),
}


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
    names = {**COLUMN_NAMES, "name_kana": COLUMN_NAMES["kana"]}
    return str(_FINDINGS[note.finding]) % {
        "field": names[note.field],
        "seen": note.seen,
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
