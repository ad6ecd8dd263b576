"""Codes that people read aloud, type and scan."""

import secrets

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: no I, L, O, U, so that no letter is taken for a digit."""

_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})


def new_code(length: int) -> str:
    """Return a random code; each character carries 5 bits."""
    return "".join(secrets.choice(CROCKFORD) for _ in range(length))


def read_code(typed: str) -> str:
    """Return the code somebody meant: upper case, without separators, with look-alikes resolved."""
    letters = "".join(c for c in typed.upper() if c.isascii() and c.isalnum())
    return letters.translate(_READ_AS)
