"""What the paper library refuses, said to people."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from flask_babel import format_decimal
from flask_babel import gettext as _
from flask_babel.speaklater import LazyString

from organizer.core.errors import OrganizerError
from organizer.core.i18n import lazy as _l
from printables import ENGLISH, JAPANESE, Cause, PrintError, Words

REASONS: Mapping[Cause, LazyString] = {
    Cause.NOTHING: _l("There is nothing to print."),
    Cause.NOBODY: _l("There is nobody to list yet."),
    Cause.NOBODY_MOVES: _l("Nobody changes tables."),
    Cause.NO_TABLE_NAME: _l("A table has no name."),
    Cause.NO_CONTACT: _l("The roster needs somebody whom its readers may ask."),
    Cause.TABLE_TOO_FULL: _l("A seating chart cannot hold %(people)s people at one table."),
    Cause.TOO_MANY_TURNS: _l("A page cannot hold %(turns)s turns of one table."),
    Cause.NO_SUCH_CELL: _l("%(stock)s has cards 1 to %(cells)s, and no card %(start)s."),
    Cause.MOVED_TOO_FAR: _l("A print can be moved by up to %(most)s mm, not by %(shift)s mm."),
    Cause.TOO_LOW_TO_FOLD: _l("These cards are too low to be folded."),
    Cause.CELLS_OVERLAP: _l("The cards overlap: %(pitch)s mm is less than a card, %(size)s mm."),
    Cause.CELLS_OFF_PAPER: _l("The cards do not fit on %(page)s mm of paper."),
    Cause.CELLS_TOO_SMALL: _l("The cards are too small for a badge."),
    Cause.ODD_MEASURE: _l("A measure is not between 0 and %(most)s mm."),
    Cause.ODD_GRID: _l("Sheets have 1 to %(cols)s cards across and 1 to %(rows)s down."),
    Cause.CODE_TOO_LONG: _l("A QR code holds up to %(most)s characters, not %(length)s."),
    Cause.NO_TYPEFACE: _l(
        "The typeface %(file)s is missing. Ask whoever runs this service to run `node build.mjs`."
    ),
    Cause.PICTURE_TOO_HEAVY: _l("A picture may have up to %(most)s bytes, not %(size)s."),
    Cause.PICTURE_TOO_LARGE: _l("A picture may have up to %(most)s pixels."),
    Cause.NO_PICTURE: _l("This is not a PNG or JPEG picture that can be read."),
    Cause.NO_ISSUER: _l("A receipt needs the name of who issues it."),
    Cause.ODD_REGISTRATION: _l("A registration number is T and 13 digits, not %(registration)s."),
    Cause.ODD_AMOUNT: _l("Receipt %(receipt)s is for %(yen)s yen."),
    Cause.TAX_NOT_TOTAL: _l("The taxed amounts of receipt %(receipt)s are not its total."),
    Cause.TAX_ABOVE_TOTAL: _l("Receipt %(receipt)s has more tax than money."),
    Cause.TOO_MANY_RATES: _l("Receipt %(receipt)s has more than %(most)s tax rates."),
    Cause.NO_TAX: _l("Receipt %(receipt)s needs its tax by rate."),
    Cause.NO_ROOM: _l("A room needs a width and a depth."),
    Cause.OUTSIDE_ROOM: _l("%(name)s does not stand within the room."),
}


@contextmanager
def refusals_in_words() -> Iterator[None]:
    """Turn the library's errors into refusals for people."""
    try:
        yield
    except PrintError as error:
        message = _("This cannot be printed. %(reason)s", reason=reason_of(error))
        raise OrganizerError(message) from error


def reason_of(error: PrintError) -> str:
    """Return why something cannot be printed, in the reader's language."""
    if not isinstance(error.cause, Cause):
        return str(error)
    return str(REASONS[error.cause]) % {name: _shown(value) for name, value in error.values.items()}


def _shown(value: object) -> str:
    return str(format_decimal(value) if isinstance(value, int | float) else value)


def words_in(language: str) -> Words:
    """Return the sheets' own words."""
    return JAPANESE if language == "ja" else ENGLISH
