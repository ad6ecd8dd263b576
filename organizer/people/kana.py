"""Kana (仮名): one way of writing them, and 五十音順."""

import re
import unicodedata
from bisect import bisect_right

_KANA = re.compile(
    "[\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff61-\uff9f]+"
)
_HIRAGANA = {code: code + 0x60 for code in (*range(0x3041, 0x3097), 0x309D, 0x309E)}
_SMALL = dict(zip("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ", strict=True))
_LARGE = str.maketrans(_SMALL)
_VOWELS = {
    letter: row[0]
    for row in (
        "アカサタナハマヤラワ",
        "イキシチニヒミリヰ",
        "ウクスツヌフムユル",
        "エケセテネヘメレヱ",
        "オコソトノホモヨロヲ",
    )
    for letter in row
}
_VOICING = {"\u3099": "1", "\u309a": "2"}
ROWS = "アカサタナハマヤラワ"
"""The headings of a list in 五十音順."""


def to_katakana(text: str) -> str:
    """Return the text with all its kana in full-width katakana; everything else stays as it is.

    Only kana are normalised: NFKC on a whole name would replace some of its kanji.
    """
    return _KANA.sub(
        lambda run: unicodedata.normalize("NFKC", run.group()).translate(_HIRAGANA), text
    )


def large_kana(text: str) -> str:
    """Return the text with its small katakana large: キャノン and キヤノン are one."""
    return text.translate(_LARGE)


def collation(text: str) -> tuple[str, str, str]:
    """Return what decides the place of a text in 五十音順, in the manner of JIS X 4061.

    Base letters decide first, then voicing (カ before ガ), then form (ー, small, large). ー counts
    as the vowel before it, small kana as large ones, spaces not at all.
    """
    base, voicing, form = "", "", ""
    plain = to_katakana(unicodedata.normalize("NFKC", text)).casefold()
    for letter in filter(str.isalnum, plain):
        parts = [_resolve(letter, base), *_marks_of(letter)]
        base, voicing, form = base + parts[0], voicing + parts[1], form + parts[2]
    return base, voicing, form


def row_of(kana: str) -> str:
    """Return the heading a reading stands under: ア, カ, サ …; empty for what is not kana."""
    letter = _resolve(to_katakana(kana.strip())[:1], "")
    return ROWS[bisect_right(ROWS, letter) - 1] if "ア" <= letter <= "ン" else ""


def _resolve(letter: str, before: str) -> str:
    """Return the large, unvoiced letter that a letter counts as after those before it."""
    if letter == "ー":
        return _VOWELS.get(before[-1:], before[-1:])
    if letter in ("ヽ", "ヾ"):
        return before[-1:]
    plain = unicodedata.normalize("NFD", letter)[:1]
    return _SMALL.get(plain, plain)


def _marks_of(letter: str) -> tuple[str, str]:
    """Return the ranks of a letter's voicing and of its form."""
    mark = "1" if letter == "ヾ" else _VOICING.get(unicodedata.normalize("NFD", letter)[1:2], "0")
    if letter == "ー":
        return mark, "0"
    return mark, "1" if letter in _SMALL else "2" if letter in ("ヽ", "ヾ") else "3"
