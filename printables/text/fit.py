"""Fits text into a space: the lines it is broken into, and the largest size."""

from dataclasses import dataclass, replace
from functools import lru_cache

from printables.text.linebreak import break_lines, longest_word, wrap_lines
from printables.text.typeface import Typeface, printable, typeface

SMALLEST_MM = 1.0  # 2.8 points; smaller type cannot be read
READABLE_MM = 1.6  # a word is divided only if it would be smaller than this
EASY_MM = 5 * 25.4 / 72  # 5 points; smaller texts are listed before printing
LEADING = 0.12  # white between lines, in em
ORPHAN = 4.0  # em; a last line below that is filled from those before
WORTH_A_LINE = 1.3  # a second line must make the text this much larger


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of text and the size at which they fit (em, in millimetres).

    `widths` are those of the lines, in em. `cut` says that even the smallest type could not
    hold the whole text: the end is missing.
    """

    lines: tuple[str, ...]
    widths: tuple[float, ...]
    size: float
    up: float
    down: float
    whole: str
    cut: bool = False

    @property
    def pitch(self) -> float:
        """Millimetres from one baseline to the next."""
        return (self.up + self.down + LEADING) * self.size

    @property
    def height(self) -> float:
        """Millimetres from the top of the first line to the foot of the last."""
        return self.pitch * len(self.lines) - LEADING * self.size

    @property
    def width(self) -> float:
        """Millimetres of the widest line."""
        return max(self.widths) * self.size


@lru_cache(maxsize=16_384)  # names, companies and industries come again on the other sheets
def fit(text: str, *, w: float, h: float, size: float, bold: bool = False) -> Fitted:
    """Return the text in the largest size up to `size` that fits into w x h millimetres.

    One line is kept as long as breaking it would not make the text clearly larger. A text
    that would become too small to be printed keeps as much of its beginning as 5 points hold.
    """
    clean = printable(text)
    if _is_endless(clean, w, h, bold):
        return _beginning(clean, w, h, size, bold)
    best = _largest(clean, w, h, size, bold)
    return best if best.size >= SMALLEST_MM or not clean else _beginning(clean, w, h, size, bold)


def _is_endless(clean: str, w: float, h: float, bold: bool) -> bool:
    """Whether even lines without a gap could not hold a text: then there is nothing to try."""
    face = typeface(bold=bold)
    return face.width(clean.replace(" ", "")) * SMALLEST_MM > w * _most_lines(*face.heights(""), h)


def _most_lines(up: float, down: float, h: float) -> int:
    """Return how many lines of the smallest type h millimetres hold."""
    return int((h / SMALLEST_MM + LEADING) / (up + down + LEADING))


def flow(text: str, *, w: float, size: float, bold: bool = False) -> Fitted:
    """Return the text in one size, in as many lines as it needs at a width of w millimetres."""
    clean = printable(text)
    face = typeface(bold=bold)
    lines = wrap_lines(clean, face, w / size)
    widths = _widths(lines, face)
    if len(lines) > 1 and widths[-1] < ORPHAN:
        even = break_lines(clean, face, len(lines), inside_words=False)
        if max(_widths(even, face)) * size <= w:
            lines, widths = even, _widths(even, face)
    return Fitted(lines, widths, size, *face.heights(clean), clean)


def _largest(clean: str, w: float, h: float, size: float, bold: bool) -> Fitted:
    face = typeface(bold=bold)
    up, down = face.heights(clean)
    width = face.width(clean)
    first = min(size, h / (up + down), w / max(width, 1e-9))
    best = Fitted((clean,), (width,), first, up, down, clean)
    inside_words = None
    for count in range(2, _most_lines(up, down, h) + 1):
        gain = WORTH_A_LINE if len(best.lines) == 1 else 1.02
        limit = min(size, h / (count * (up + down + LEADING) - LEADING))
        if limit <= best.size * gain:
            break
        if inside_words is None:
            inside_words = w / max(longest_word(clean, face), 1e-9) < READABLE_MM
        lines = break_lines(clean, face, count, inside_words=inside_words)
        widths = _widths(lines, face)
        found = Fitted(lines, widths, min(limit, w / max(widths)), up, down, clean)
        best = found if found.size > best.size * gain else best
    return best


def _widths(lines: tuple[str, ...], face: Typeface) -> tuple[float, ...]:
    return tuple(map(face.width, lines))


def _beginning(clean: str, w: float, h: float, size: float, bold: bool) -> Fitted:
    """Return the longest beginning that can be read, and the whole for the report."""
    target = min(size, EASY_MM, h / 1.4)
    low, high = 0, min(len(clean), int(5 * w * h / target**2))  # no text is that narrow
    while low < high:
        middle = (low + high + 1) // 2
        fits = _largest(clean[:middle] + "…", w, h, size, bold).size >= target
        low, high = (middle, high) if fits else (low, middle - 1)
    best = _largest(clean[:low].rstrip() + "…", w, h, size, bold)
    return replace(best, whole=clean, cut=True)
