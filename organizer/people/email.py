"""E-mail addresses."""

import re
import unicodedata

# "A valid e-mail address" of the HTML standard: what browsers accept too. RFC 5321 would refuse
# addresses that Japanese carriers have given out (two dots in a row, a dot before the @).
_ADDRESS = re.compile(
    r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
    r"(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+"
)
_NONE = re.compile(r"[-‐―−ー]+|(?:特に|該当)?(?:なし|無し?)|none|n/?a")
LONGEST = 254


def clean_email(text: str) -> str:
    """Return an address as it is kept: half-width, in lower case, without spaces around it.

    A dash and the words that stand for none in lists are none.
    """
    address = unicodedata.normalize("NFKC", text).strip().lower()
    return "" if _NONE.fullmatch(address) else address


def is_email(address: str) -> bool:
    """Whether a cleaned text has the form of an address."""
    return len(address) <= LONGEST and _ADDRESS.fullmatch(address) is not None
