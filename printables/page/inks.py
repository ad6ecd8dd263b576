"""The colours of industries and of ribbons."""

from zlib import crc32

from printables.page.boxes import Ink
from printables.text.typeface import printable
from printables.values import Ribbon

# Dark enough for white letters (contrast above 4.5), apart from each other also in grey.
_INKS: tuple[Ink, ...] = (
    (0.12, 0.31, 0.55),
    (0.04, 0.43, 0.43),
    (0.18, 0.42, 0.20),
    (0.42, 0.36, 0.07),
    (0.60, 0.29, 0.05),
    (0.64, 0.16, 0.18),
    (0.55, 0.16, 0.38),
    (0.36, 0.23, 0.61),
    (0.20, 0.29, 0.37),
    (0.48, 0.24, 0.11),
    (0.00, 0.38, 0.48),
    (0.30, 0.36, 0.12),
)

RIBBON_INKS: dict[Ribbon, Ink] = {
    Ribbon.SPEAKER: (0.70, 0.13, 0.16),
    Ribbon.STAFF: (0.10, 0.11, 0.13),
    Ribbon.LEADER: (0.13, 0.25, 0.55),
    Ribbon.VISITOR: (0.45, 0.20, 0.52),
    Ribbon.FIRST_TIME: (0.10, 0.45, 0.22),  # the green of the mark on beginners' cars
}


def ink_of(industry: str) -> Ink:
    """Return the colour of an industry: always the same for the same word."""
    return _INKS[crc32(printable(industry).encode()) % len(_INKS)]
