"""Text that fits: the largest size and the best line breaks for a given space."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import east_asian_width

from printables.boxes import BLACK, Box, Ink, Text
from printables.errors import PrintError
from printables.typeface import Typeface, printable, typeface

SMALLEST_MM = 1.0  # below this (2.8 pt) print is dust
LEADING = 0.12  # white between lines, in em
WORTH_A_LINE = 1.3  # another line must make the text this much larger

# JIS X 4051, 6.1: what may not begin a line, and what may not end one.
_NOT_FIRST = frozenset(
    "、。，．・：；？！,.:;?!ーｰ々〻ゝゞヽヾ゛゜)]}）］｝〕〉》」』】〙〗｠»’”…‥‐–〜～％%°′″℃"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ"
)
_NOT_LAST = frozenset("([{（［｛〔〈《「『【〘〖｟«‘“￥¥＄$￡£＃#№〒")


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of text and the size at which they fit (em, in millimetres)."""

    lines: tuple[str, ...]
    size: float
    up: float
    down: float

    @property
    def pitch(self) -> float:
        """From one baseline to the next."""
        return (self.up + self.down + LEADING) * self.size

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return self.pitch * len(self.lines) - LEADING * self.size


def fit(text: str, *, w: float, h: float, size: float, bold: bool = False) -> Fitted:
    """Return the text in the largest size up to `size` that fits into w x h millimetres.

    One line is kept as long as breaking it would not make the text clearly larger.
    Raises PrintError if the text would become too small to be printed.
    """
    face = typeface(bold=bold)
    clean = printable(text)
    up, down = face.heights(clean)
    width = face.width(clean)
    best = Fitted((clean,), min(size, h / (up + down), w / max(width, 1e-9)), up, down)
    for count in range(2, int((h / SMALLEST_MM + LEADING) / (up + down + LEADING)) + 1):
        limit = min(size, h / (count * (up + down + LEADING) - LEADING))
        if limit <= best.size * (WORTH_A_LINE if len(best.lines) == 1 else 1.02):
            break
        lines = _break(clean, face, count)
        widest = max(face.width(line) for line in lines)
        found = Fitted(lines, min(limit, w / widest), up, down)
        if found.size > best.size * (WORTH_A_LINE if len(best.lines) == 1 else 1.02):
            best = found
    if best.size < SMALLEST_MM and clean:
        start = clean if len(clean) <= 20 else clean[:20] + "…"
        raise PrintError(f"“{start}” is too long to be printed here ({len(clean)} characters).")
    return best


def place(
    fitted: Fitted,
    box: Box,
    *,
    bold: bool = False,
    ink: Ink = BLACK,
    across: float = 0,
    down: float = 0,
) -> tuple[Text, ...]:
    """Return the lines in a box; `across` and `down` go from 0 (left, top) to 1 (right, foot)."""
    top = box.y + (box.h - fitted.height) * down
    face = typeface(bold=bold)
    texts = []
    for number, line in enumerate(fitted.lines):
        width = face.width(line) * fitted.size
        y = top + number * fitted.pitch
        height = (fitted.up + fitted.down) * fitted.size
        line_box = Box(box.x + (box.w - width) * across, y, width, height)
        baseline = y + fitted.up * fitted.size
        texts.append(Text(line_box, line, fitted.size, baseline, bold=bold, ink=ink))
    return tuple(texts)


def line(
    text: str,
    box: Box,
    *,
    size: float,
    ink: Ink = BLACK,
    across: float = 0,
    down: float = 0.5,
    bold: bool = False,
) -> tuple[Text, ...]:
    """Return a text as large as its box allows, up to `size`; nothing for no text.

    Raises PrintError if the text is too long for the box.
    """
    if not printable(text):
        return ()
    fitted = fit(text, w=box.w, h=box.h, size=size, bold=bold)
    return place(fitted, box, bold=bold, ink=ink, across=across, down=down)


def _break(text: str, face: Typeface, count: int) -> tuple[str, ...]:
    """Return at most `count` lines, the widest of them as narrow as may be."""
    pieces = [(piece, face.width(piece.rstrip()), face.width(piece)) for piece in _pieces(text)]
    total = sum(piece[2] for piece in pieces)
    if max(ink for _, ink, _ in pieces) > 2 * total / count:  # a word as long as a line
        pieces = [(char, face.width(char), face.width(char)) for char in text]
    low, high = max(total / count * 0.9, *(ink for _, ink, _ in pieces)), total
    best = _fill(pieces, high)
    while high - low > 0.05:
        middle = (low + high) / 2
        lines = _fill(pieces, middle)
        if len(lines) <= count:
            best, high = lines, middle
        else:
            low = middle
    return tuple(best)


def _fill(pieces: list[tuple[str, float, float]], width: float) -> list[str]:
    """Fill lines of the given width (em) one after another."""
    lines, line, used = [], "", 0.0
    for piece, ink, advance in pieces:
        if line and used + ink > width + 1e-9:
            lines.append(line.rstrip())
            line, used = "", 0.0
        line, used = line + piece, used + advance
    return [*lines, line.rstrip()]


def _pieces(text: str) -> Iterator[str]:
    """Yield the parts of a text that no line break may divide, with the space behind them."""
    piece = text[:1]
    for before, after in pairwise(text):
        if _may_break(before, after):
            yield piece
            piece = ""
        piece += after
    yield piece


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return before == " " or not (_is_word(before) and _is_word(after))


def _is_word(char: str) -> bool:
    """Whether the character belongs to a script that breaks lines between words only."""
    return char != " " and east_asian_width(char) not in {"W", "F", "H"}
