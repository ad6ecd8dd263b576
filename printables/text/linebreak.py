"""Breaks lines: between ideographs by 禁則, between words elsewhere."""

from collections.abc import Iterator
from itertools import pairwise
from unicodedata import east_asian_width

from printables.text.typeface import Typeface

# JIS X 4051, 6.1: what may not begin a line, and what may not end one.
_NOT_FIRST = frozenset(
    "、。，．・：；？！,.:;?!ーｰ々〻ゝゞヽヾ゛゜)]}）］｝〕〉》」』】〙〗｠»’”…‥‐–〜～％%°′″℃"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ"
)
_NOT_LAST = frozenset("([{（［｛〔〈《「『【〘〖｟«‘“￥¥＄$￡£＃#№〒")
_HYPHENS = frozenset("-‐")


def break_lines(text: str, face: Typeface, count: int, *, inside_words: bool) -> tuple[str, ...]:
    """Return at most `count` lines, the widest of them as narrow as may be.

    With `inside_words` a line may end after any character.
    """
    pieces = [
        (piece, face.width(piece.rstrip()), face.width(piece))
        for piece in (text if inside_words else _pieces(text))
    ]
    widest = max(advance for _, _, advance in pieces)
    low = max(ink for _, ink, _ in pieces)
    # Each line but the last is then filled to more than an equal share of the text.
    high = sum(advance for _, _, advance in pieces) / count + widest
    best = _fill(pieces, high)
    while high - low > 0.05:
        middle = (low + high) / 2
        lines = _fill(pieces, middle)
        if len(lines) <= count:
            best, high = lines, middle
        else:
            low = middle
    return tuple(best)


def wrap_lines(text: str, face: Typeface, width: float) -> tuple[str, ...]:
    """Return the text in lines of at most `width` em; a longer word is divided anywhere."""
    pieces = [
        (part, face.width(part.rstrip()), face.width(part))
        for piece in _pieces(text)
        for part in ([piece] if face.width(piece.rstrip()) <= width else piece)
    ]
    return tuple(_fill(pieces, width))


def longest_word(text: str, face: Typeface) -> float:
    """Return the width of the widest part that no line break may divide, in em."""
    return max((face.width(piece.rstrip()) for piece in _pieces(text)), default=0.0)


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
    return before == " " or before in _HYPHENS or not (_is_word(before) and _is_word(after))


def _is_word(char: str) -> bool:
    """Whether the character belongs to a script that breaks lines between words only."""
    return char != " " and east_asian_width(char) not in {"W", "F", "H"}
