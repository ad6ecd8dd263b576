"""QR codes as runs of dark modules."""

import re
from dataclasses import dataclass
from functools import lru_cache

import zxingcpp

from printables.errors import Cause, PrintError

QUIET = 4  # modules of white on each side (ISO/IEC 18004, 6.3.8)
LONGEST = 200  # characters; more would need modules too small for a badge

# The standard lets an encoder choose among eight masks for contrast, and a reader takes any.
# One mask for all codes lets zlib find what they have in common: a quarter less of each code.
_OPTIONS = "ecLevel=M,dataMask=2"
_DARK = re.compile(b"\0+")


@dataclass(frozen=True, slots=True)
class Modules:
    """A code's modules row by row with their quiet zone; 0 is dark. `side` is without it."""

    side: int
    pixels: bytes

    def rectangles(self) -> list[str]:
        """Return the dark runs as PDF operators, one module being one unit, y downwards."""
        stride = self.side + 2 * QUIET
        return [_rectangle(*found.span(), stride) for found in _DARK.finditer(self.pixels)]

    def runs(self) -> list[tuple[int, int, int]]:
        """Return the dark runs as column, row and length, without the quiet zone."""
        stride = self.side + 2 * QUIET
        spans = (found.span() for found in _DARK.finditer(self.pixels))
        return [(a % stride - QUIET, a // stride - QUIET, b - a) for a, b in spans]


@lru_cache(maxsize=64)  # layout asks how many modules there are, drawing which are dark
def encode(url: str) -> Modules:
    """Return the QR code of a text.

    Error correction is level M, or higher where it costs no modules. Text in capitals is
    stored in the alphanumeric mode. Raises PrintError if there is no text, or too much of it.
    """
    if not url or len(url) > LONGEST:
        raise PrintError(Cause.CODE_TOO_LONG, most=LONGEST, length=len(url))
    code = zxingcpp.create_barcode(url, zxingcpp.BarcodeFormat.QRCode, options=_OPTIONS)
    image = code.to_image(scale=1, add_quiet_zones=True)
    # The image has the buffer protocol; its stubs do not say so.
    return Modules(image.shape[0] - 2 * QUIET, bytes(memoryview(image)))  # type: ignore[arg-type]


def quiet_zone(url: str, *, side: float) -> float:
    """Return the white that a code as wide as `side` needs around it; 0 if it cannot be drawn."""
    if not 0 < len(url) <= LONGEST:
        return 0.0
    return QUIET * side / encode(url).side


@lru_cache(maxsize=20_000)  # there are few places for a run, and many runs
def _rectangle(start: int, end: int, stride: int) -> str:
    row, column = divmod(start, stride)
    return f"{column - QUIET} {row - QUIET} {end - start} 1 re"
