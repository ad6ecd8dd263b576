"""Which column of a list holds what, guessed by its header."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from flask_babel import force_locale

from organizer.core.i18n import LANGUAGES
from organizer.people.kana import to_katakana
from organizer.registration.card_field import Surface
from organizer.registration.fields import fields_in
from organizer.registration.importing.table import FileFlaw, Line, UnreadableFileError

_OF_LISTS = ("last_name", "first_name", "last_kana", "first_kana", "status")
"""What columns hold beside the fields of a card: names in parts, and whether somebody comes."""

IGNORED = ""
_LINES_BEFORE_HEADER = 10
_OUR_RANK = 99
Aliases = Mapping[str, tuple[str, int]]
"""Headers, plainly written: the field each one means, and how far from the usual it is."""
_NOISE = re.compile(r"必須|任意|required|optional|[^\w]|_")
# All the words for a reading become one, so that the aliases need to list only one.
_READING = re.compile(r"フリガナ|ヨミガナ|ヨミカナ|読ミ仮名|読ミガナ|読ミ|カナ|furigana|\bkana\b")


def known_columns() -> list[str]:
    """Return what a column can hold; other columns are not used."""
    return [*(field.key for field in fields_in(Surface.IMPORT)), *_OF_LISTS]


def find_header(lines: Sequence[Line]) -> int:
    """Return the index of the line that names the columns: titles and notes may stand above it.

    Raises UnreadableFileError with what was seen if no line names a column for the name.
    """
    only_names = all(len(line.cells) == 1 for line in lines)
    candidates = [
        (_likeness(line.cells), -index)
        for index, line in enumerate(lines[:_LINES_BEFORE_HEADER])
        if holds_names(guess_columns(line.cells)) and (only_names or len(line.cells) > 1)
    ]
    if candidates:
        return -max(candidates)[1]
    seen = ", ".join(cell[:30] for cell in lines[0].cells[:20] if cell)
    raise UnreadableFileError(FileFlaw.NO_NAME_COLUMN, line=lines[0].number, seen=seen)


def holds_names(columns: Sequence[str]) -> bool:
    """Whether some column says what people are called."""
    return "name" in columns or "last_name" in columns


def guess_columns(headers: Sequence[str]) -> tuple[str, ...]:
    """Return a field, or IGNORED, for each column; no field twice.

    A header that is an alias wins over one that only contains it, and that one over a last resort
    (a field marked with ? in the list); then the alias listed first, then the column further left.
    """
    known, aliases = known_columns(), _aliases()
    guesses = [_guess(header, aliases) for header in headers]
    best: dict[str, tuple[int, int, int]] = {}
    for column, (field, unsure, rank) in enumerate(guesses):
        best[field] = min(best.get(field, (9, 0, 0)), (unsure, rank, column))
    return tuple(
        field if field in known and best[field][2] == column else IGNORED
        for column, (field, _unsure, _rank) in enumerate(guesses)
    )


def _guess(header: str, aliases: Aliases) -> tuple[str, int, int]:
    """Return the field, how far from sure this is (0 to 2), and the alias's rank."""
    plain = _plain(header)
    contained = [alias for alias in aliases if len(alias) >= _least(alias) and alias in plain]
    if plain not in aliases and not contained:
        return IGNORED, 1, 0
    # Of equally long ones the first counts: 紹介者の会社名 is about who introduced somebody.
    alias = plain if plain in aliases else min(contained, key=lambda a: (-len(a), plain.index(a)))
    field, rank = aliases[alias]
    unsure = 2 if field.endswith("?") else int(alias != plain)
    return field.removesuffix("?"), unsure, rank


def _least(alias: str) -> int:
    """Return from which length on an alias says enough to be looked for inside a header."""
    return 4 if alias.isascii() else 2


@cache
def _aliases() -> Aliases:
    """Return every header we know: those of common lists, then our own labels."""
    text = files(__package__).joinpath("aliases.json").read_text("utf-8")
    known = {
        _plain(alias): (field, rank)
        for field, aliases in json.loads(text).items()
        for rank, alias in enumerate(aliases)
    }
    for language in LANGUAGES:
        with force_locale(language):
            for field in fields_in(Surface.IMPORT):
                known.setdefault(_plain(str(field.label)), (field.key, _OUR_RANK))
    return known


def _plain(header: str) -> str:
    folded = to_katakana(unicodedata.normalize("NFKC", header).casefold())
    return _NOISE.sub("", _READING.sub("フリガナ", folded))


def _likeness(cells: Sequence[str]) -> int:
    """Return how many cells are headers we know to the letter."""
    known = _aliases()
    return sum(_plain(cell) in known for cell in cells)
