"""The Japanese typeface: measures, glyph coverage, and a font that reportlab embeds rightly."""

import re
import struct
import threading
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase.ttfonts import TTFError, TTFont

from printables.errors import Cause, PrintError

FOLDER = Path(__file__).parents[1] / "fonts"
GETA = "〓"  # what Japanese printers set where a sort is missing
EM_ASCENT, EM_DESCENT = 0.88, 0.12  # the em square of Noto's ideographs around the baseline
_LOADING = threading.Lock()

# Selectors choose a variant that the typeface does not have; they would print as boxes.
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_SPACES = re.compile(r"[\s\u00a0\u2007\u202f]")
# A letter with its accents, or a kana with its voicing mark written as a second character.
_MARKS = re.compile("[\u0300-\u036f\u3099\u309a]+")
_COMBINED = re.compile(f"(?!{_MARKS.pattern}).{_MARKS.pattern}", re.DOTALL)


class EmbeddedFont(TTFont):
    """A TrueType font whose text can be copied out of the PDF, also beyond the BMP."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's own name
        """Write the font's subsets, and a right map from their codes to Unicode.

        reportlab 5.1 writes U+20BB7 as <20BB7>, which readers take for two other characters.
        """
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        internal_name = doc.fontMapping[self.fontName][1:]
        for number, subset in enumerate(subsets):
            font = fonts[f"{internal_name}+{number}"]
            doc.idToObject[font.ToUnicode.name].content = _unicode_map(font.BaseFont, subset)


def _unicode_map(name: str, subset: list[int]) -> str:
    """Return the ToUnicode CMap of a subset (ISO 32000-1, 9.10.3)."""
    pairs = [
        f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>"
        for code, char in enumerate(subset)
    ]
    # A bfchar block holds at most 100 pairs (Adobe Technical Note 5014).
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def /CMapType 2 def",
        f"1 begincodespacerange <00> <{len(subset) - 1:02X}> endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap CMapName currentdict /CMap defineresource pop end end"])


class Typeface:
    """One weight of the typeface: how wide and how high its glyphs are, in em."""

    def __init__(self, name: str, path: Path) -> None:
        self.font = EmbeddedFont(name, str(path), shapable=False)
        face: Any = self.font.face
        self.glyphs: dict[int, int] = face.charToGlyph
        self.plain = frozenset(filter(_is_plain, map(chr, self.glyphs)))
        self._widths: dict[str, float] = {chr(code): w for code, w in face.charWidths.items()}
        self._outlines: bytes = face.get_table("glyf")
        self._offsets: bytes = face.get_table("loca")
        self._heights: dict[str, tuple[float, float]] = {}
        self._level: set[str] = set()  # those measured that stay within the em square

    def width(self, text: str) -> float:
        """Return the width of a line of text."""
        return sum(map(self._widths.__getitem__, text)) / 1000

    def heights(self, text: str) -> tuple[float, float]:
        """Return how far the ink rises above and falls below the baseline.

        Never less than the em square of an ideograph, so that lines of kanji stand alike.
        """
        up, down = EM_ASCENT, EM_DESCENT
        for char in set(text).difference(self._level):
            rise, fall = self._heights.get(char) or self._measure(char)
            up, down = max(up, rise), max(down, fall)
        return up, down

    def _measure(self, char: str) -> tuple[float, float]:
        """Read a glyph's vertical bounds from its outline (OpenType `glyf` header)."""
        glyph = self.glyphs[ord(char)]
        start, end = struct.unpack_from(">2I", self._offsets, 4 * glyph)
        bounds = struct.unpack_from(">5h", self._outlines, start) if end > start else (0,) * 5
        rise, fall = bounds[4] / 1000, -bounds[2] / 1000
        if rise <= EM_ASCENT and fall <= EM_DESCENT:
            self._level.add(char)
        self._heights[char] = rise, fall
        return rise, fall


def typeface(*, bold: bool = False) -> Typeface:
    """Return the regular or the bold weight, parsed once for the life of the process.

    Raises PrintError if the font file is not there.
    """
    with _LOADING:
        return _load("Bold" if bold else "Regular")


@lru_cache(maxsize=2)
def _load(weight: str) -> Typeface:
    path = FOLDER / f"NotoSansJP-{weight}.ttf"
    try:
        return Typeface(f"NotoSansJP-{weight}", path)
    except TTFError as error:
        raise PrintError(Cause.NO_TYPEFACE, file=path.name) from error


def unprintable(text: str) -> tuple[str, ...]:
    """Return the characters that the typeface cannot print, each once, in order."""
    face = typeface()
    if face.plain.issuperset(text):
        return ()
    return tuple(dict.fromkeys(char for char in _printed(text) if ord(char) not in face.glyphs))


def printable(text: str) -> str:
    """Return the text as it will stand on paper.

    Variation selectors and invisible characters are left out, any white space becomes one
    space, and a character that the typeface lacks becomes 〓. Nothing else changes: NFC would
    turn some kanji into others (神 U+FA19), so only accents join their letters.
    """
    face = typeface()
    if not face.plain.issuperset(text):
        text = "".join(char if ord(char) in face.glyphs else GETA for char in _printed(text))
    return " ".join(text.split())


def _is_plain(char: str) -> bool:
    """Whether a character that the typeface has is printed as it is, whatever stands beside it."""
    return char.isprintable() and not (_SELECTORS.match(char) or _MARKS.match(char))


def _printed(text: str) -> Iterator[str]:
    """Yield the characters of a text that are meant to leave ink, and plain spaces."""
    text = _SELECTORS.sub("", _SPACES.sub(" ", text))
    text = _COMBINED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    for char in text:
        if char.isprintable() or unicodedata.category(char) not in {"Cc", "Cf"}:
            yield char
