"""The rows of the kana table, under which lists and dividers are headed."""

import unicodedata

ROWS = (
    *("アイウエオ", "カキクケコ", "サシスセソ", "タチツテト", "ナニヌネノ"),
    *("ハヒフヘホ", "マミムメモ", "ヤユヨ", "ラリルレロ", "ワヲンヰヱ"),
)
LATIN = "A–Z"
OTHER = "＊"

_SMALL = str.maketrans("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ")


def heading_of(reading: str) -> str:
    """Return the kana row that a reading belongs to: "ア" for ウエダ, "ハ" for ばば.

    Latin letters and digits stand under "A–Z", readings that are missing under "＊".
    """
    first = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", reading.strip()))[:1]
    if "ぁ" <= first <= "ゖ":
        first = chr(ord(first) + 0x60)
    first = first.translate(_SMALL)
    for row in ROWS:
        if first and first in row:
            return row[0]
    return LATIN if first.isascii() and first.isalnum() else OTHER
