"""What `printables` refuses, in the words of the app; and its words, by language."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask_babel import gettext as _

from organizer.core.errors import OrganizerError
from printables import ENGLISH, JAPANESE, PrintError, Words


@contextmanager
def refusals_in_words() -> Iterator[None]:
    """Turn the library's errors into refusals for people."""
    try:
        yield
    except PrintError as error:
        raise OrganizerError(_("This cannot be printed. %(reason)s", reason=error)) from error


def words_in(language: str) -> Words:
    """Return the sheets' own words."""
    return JAPANESE if language == "ja" else ENGLISH
