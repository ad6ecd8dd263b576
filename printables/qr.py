"""QR codes as runs of dark modules."""

import re
from functools import lru_cache

import zxingcpp

from printables.errors import PrintError

QUIET = 4  # modules of white on each side (ISO/IEC 18004, 6.3.8)
LONGEST = 200  # characters; more would need modules too small for a badge

# The standard lets an encoder choose among eight masks for contrast, and a reader takes any.
# One mask for all codes lets zlib find what they have in common: a third smaller files.
_OPTIONS = "ecLevel=M,dataMask=2"
_DARK = re.compile(b"\0+")


@lru_cache(maxsize=64)
def code_runs(url: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """Return a code's modules per side, and its dark runs as (column, row, length).

    Error correction is level M, or higher where it costs no modules. Text in capitals is
    stored in the alphanumeric mode. Raises PrintError if there is no text, or too much of it.
    """
    if not url or len(url) > LONGEST:
        raise PrintError(f"A QR code holds 1 to {LONGEST} characters here, not {len(url)}.")
    image = zxingcpp.create_barcode(url, zxingcpp.BarcodeFormat.QRCode, options=_OPTIONS).to_image(
        scale=1, add_quiet_zones=False
    )
    # The image has the buffer protocol; its stubs do not say so.
    pixels = memoryview(image)  # type: ignore[arg-type]
    side = pixels.shape[0] if pixels.shape else 0
    flat = pixels.tobytes()
    runs = [
        (found.start(), row, found.end() - found.start())
        for row in range(side)
        for found in _DARK.finditer(flat[row * side : (row + 1) * side])
    ]
    return side, tuple(runs)
