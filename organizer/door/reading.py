"""What a scanner read: the address in a badge's QR, or the bare code."""

import re
from unicodedata import normalize

from organizer.core.codes import LONGEST_TYPED, read_code
from organizer.registration.service import CODE_LENGTH

_IN_ADDRESS = re.compile(r"/C/([0-9A-Z-]+)", re.IGNORECASE)


def scanned_code(text: str) -> str:
    """Return the code within a scanned address or a typed code; what is no code stays unknown.

    A USB scanner set to another keyboard layout garbles `:` and `/`, but not letters and digits,
    and the code comes last.
    """
    plain = normalize("NFKC", text[-LONGEST_TYPED:])
    found = _IN_ADDRESS.search(plain)
    return read_code(found[1] if found else plain)[-CODE_LENGTH:]
