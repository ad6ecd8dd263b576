"""What the tables are called."""

from collections.abc import Sequence
from string import ascii_uppercase

LETTERS = "letters"
NUMBERS = "numbers"


def table_names(count: int, *, naming: str) -> Sequence[str]:
    """Return the names of the first `count` tables: A, B, C … Z, AA, AB … or 1, 2, 3 …"""
    if naming == NUMBERS:
        return [str(i) for i in range(1, count + 1)]
    return [_letters(i) for i in range(count)]


def naming_of(name: str) -> str:
    """Return how tables are named of which this is the first."""
    return NUMBERS if name.isdecimal() else LETTERS


def _letters(index: int) -> str:
    head, last = divmod(index, len(ascii_uppercase))
    return (_letters(head - 1) if head else "") + ascii_uppercase[last]
