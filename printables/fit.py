"""Text that fits: the largest size for a given space."""

from dataclasses import dataclass
from functools import lru_cache

from printables.errors import PrintError
from printables.linebreak import break_lines, longest_word
from printables.typeface import printable, typeface

SMALLEST_MM = 1.0  # below this (2.8 pt) print is dust
READABLE_MM = 1.6  # words are kept whole as long as they can be read
LEADING = 0.12  # white between lines, in em
WORTH_A_LINE = 1.3  # a second line must make the text this much larger


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


@lru_cache(maxsize=1024)  # an event, its firms and industries come again and again
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
    inside_words = None
    for count in range(2, int((h / SMALLEST_MM + LEADING) / (up + down + LEADING)) + 1):
        gain = WORTH_A_LINE if len(best.lines) == 1 else 1.02
        limit = min(size, h / (count * (up + down + LEADING) - LEADING))
        if limit <= best.size * gain:
            break
        if inside_words is None:
            inside_words = w / max(longest_word(clean, face), 1e-9) < READABLE_MM
        lines = break_lines(clean, face, count, inside_words=inside_words)
        found = Fitted(lines, min(limit, w / max(map(face.width, lines))), up, down)
        best = found if found.size > best.size * gain else best
    if best.size < SMALLEST_MM and clean:
        start = clean if len(clean) <= 20 else clean[:20] + "…"
        raise PrintError(f"“{start}” is too long to be printed here ({len(clean)} characters).")
    return best
