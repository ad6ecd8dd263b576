"""What people type and paste, made fit to be stored: as typed, without what cannot be seen."""

import re
import unicodedata
from typing import Any

# Marks that turn the direction of the text after them, and marks without width that only
# copying brings along. Joiners stay: some scripts need them.
_UNSEEN = frozenset(
    "\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_REFUSED = ("Cc", "Cs")
_MOST_MARKS = 30
"""Marks on one letter (Stream-Safe Text Format, UAX #15, section 13). To normalise a text takes
time by the square of their number: many thousands would keep everybody waiting for minutes."""
_SIGNS_IN_A_ROW = re.compile(rf"(?:[^\w\s]|[\uff9e\uff9f]){{{_MOST_MARKS + 1},}}")


def one_line(text: Any) -> Any:
    """Return a name or a similar text on one line and trimmed; control characters are dropped.

    The characters themselves stay as typed: a name is never normalised. What is no text comes
    back as it is, so that this serves as a filter of a form's field.
    """
    return _visible(" ".join(text.split())).strip() if isinstance(text, str) else text


def lines(text: Any) -> Any:
    """Return a longer text trimmed, its line ends alike; control characters are dropped."""
    if not isinstance(text, str):
        return text
    return "\n".join(_visible(line).rstrip() for line in text.splitlines()).strip()


def _visible(text: str) -> str:
    seen = "".join(c for c in text if c not in _UNSEEN and unicodedata.category(c) not in _REFUSED)
    return _SIGNS_IN_A_ROW.sub(lambda found: _with_fewer_marks(found.group()), seen)


def _with_fewer_marks(signs: str) -> str:
    further = (sign for sign in signs[_MOST_MARKS:] if not _is_mark(sign))
    return signs[:_MOST_MARKS] + "".join(further)


def _is_mark(sign: str) -> bool:
    return unicodedata.combining(unicodedata.normalize("NFKD", sign)[0]) > 0
