"""Codes that people read aloud, type and scan."""

import secrets
import unicodedata

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: no I, L, O, U, so that no letter is taken for a digit."""

LONGEST_TYPED = 500
"""Nobody types or scans more, and to read a text of any length could take minutes."""

_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})


def new_code(length: int) -> str:
    """Return a random code; each character carries 5 bits."""
    return "".join(secrets.choice(CROCKFORD) for _ in range(length))


def read_code(typed: str) -> str:
    """Return the code somebody meant, also when it was typed in lower case or in full width.

    Separators are dropped and look-alikes read as the digit. The letter U, which no code has,
    stays: what holds one is nobody's code.
    """
    plain = unicodedata.normalize("NFKC", typed[:LONGEST_TYPED])
    letters = "".join(c for c in plain if c.isascii() and c.isalnum()).upper()
    return letters.translate(_READ_AS)
