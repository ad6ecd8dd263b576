"""The keys by which people and companies are sorted, searched and recognised.

They are stored beside what people wrote and are only compared: what is shown and printed is what
they wrote.
"""

import re
from functools import cache
from unicodedata import category, normalize

from organizer.people.kana import collation, large_kana, row_of, to_katakana
from organizer.people.variants import same_kanji

LONGEST_KEY = 200
"""Characters of a key of a name or a company: enough to tell them apart, short enough to index."""

_SHORT_FORMS = {"(株)": "株式会社", "(有)": "有限会社", "(同)": "合同会社"}
_LEGAL_FORM = re.compile(
    r"\((?:株|有|合|同|資|名|社|財|一社|一財|医|学|福|宗|独|特非|特活|税|弁|司|行|社労)\)"
    r"|(?:株式|有限|合同|合資|合名|相互)会社"
    r"|(?:一般|公益|特例)?(?:社団|財団)法人|医療法人(?:社団|財団)?"
    r"|(?:学校|宗教|社会福祉|特定非営利活動|npo|独立行政|国立大学|(?:有限責任)?監査|特許業務"
    r"|税理士|弁護士|弁理士|司法書士|行政書士|社会保険労務士|社労士|土地家屋調査士)法人"
    r"|(?<![a-z0-9])(?:co\.?,?\s*ltd|company,?\s*limited|incorporated|inc|limited|ltd|l\.?l\.?c"
    r"|l\.?l\.?p|corporation|corp|gmbh|plc|pte"
    r"|(?:kabushiki|godo)[\s-]?(?:kaisha|gaisha))(?!\w)"
    r"|(?<!\S)[kg]\.?\s?k\.?(?!\S)|(?<![a-z0-9])(?:company|co)\.?\s*$"
)
_AND = re.compile(r"アンド|(?<![a-z])and(?![a-z])")
_NO_COMPANY = (
    "個人 個人事業 個人事業主 個人参加 自営 自営業 フリー フリーランス なし 無し 無所属 所属なし"
    " 会社なし 該当なし 特になし 無職 未定 準備中 起業準備中 none n/a freelance freelancer"
    " self-employed"
)
_LATIN_MARKS = re.compile("([a-z])[\u0300-\u036f]+")
_LATIN_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_HAS_KANA, _HAS_OTHERS, _HAS_NOTHING = "0", "1", "2"
_FIELD_END = "\n"


def fold(text: str) -> str:
    """Return what two texts have in common when people would call them the same.

    Width, case, the script of kana, marks on Latin letters (Zoë, Zoe) and the variants of a kanji
    (髙, 高) do not matter; カ and ガ stay apart.
    """
    plain = normalize("NFD", normalize("NFKC", text).casefold())
    unmarked = normalize("NFC", _LATIN_MARKS.sub(r"\1", plain)).translate(_LATIN_LETTERS)
    return same_kanji(to_katakana(unmarked))


def name_key(name: str) -> str:
    """Return what is equal for two ways of writing one name: spaces and signs do not count."""
    folded = fold(name)
    return (_letters(folded) or folded)[:LONGEST_KEY]


def company_key(company: str) -> str:
    """Return what is equal for two ways of writing one company; empty for no company.

    The legal form, spaces, signs, dashes, ー and the size of kana do not count, and "and" is &:
    ㈱さくら is さくら株式会社, コンピュータ is コンピューター.
    """
    key = _plain_company(company)
    return "" if key in _no_company() else key[:LONGEST_KEY]


def sort_key(name_kana: str, name: str) -> str:
    """Return what puts people in 五十音順 when compared character by character (collation C).

    Readings in kana come first; without a reading the name itself sorts, which puts kanji after
    them. A space ends each part: it is less than any letter.
    """
    base, voicing, form = collation(name_kana or name)
    kind = _HAS_NOTHING if not base else _HAS_KANA if row_of(base) else _HAS_OTHERS
    return " ".join((kind + base, voicing, form, name))


def heading_of(key: str) -> str:
    """Return the heading that a sort key, or its beginning, stands under; empty for no kana."""
    return row_of(key[1:2]) if key.startswith(_HAS_KANA) else ""


def search_key(*texts: str) -> str:
    """Return the texts as a search compares them; no word can match across two of them."""
    return _FIELD_END.join(_letters(_with_long_forms(fold(text)), keep="@") for text in texts)


def search_words(query: str) -> list[str]:
    """Return the words of a query as they must occur in a search key.

    A legal form is left out of a word that says more: 株式会社さくら also finds さくら株式会社.
    """
    words = (_with_long_forms(word) for word in fold(query).split())
    wanted = (_letters(_LEGAL_FORM.sub("", word) or word, keep="@") for word in words)
    return [word for word in wanted if word]


def _plain_company(company: str) -> str:
    bare = _AND.sub("&", _LEGAL_FORM.sub(" ", fold(company)))
    return _letters(large_kana(bare).replace("ー", ""), keep="&+#").strip("&")


@cache
def _no_company() -> frozenset[str]:
    return frozenset(map(_plain_company, _NO_COMPANY.split()))


def _with_long_forms(folded: str) -> str:
    for short, long in _SHORT_FORMS.items():
        folded = folded.replace(short, long)
    return folded


def _letters(folded: str, *, keep: str = "") -> str:
    """Return the letters and digits of a text, with their marks, and the signs to keep."""
    kept: list[str] = []
    before = False
    for character in folded:
        kind = category(character)[0]
        # A mark on a sign that goes must not come upon the letter before the sign.
        before = kind in "LN" or character in keep or (kind == "M" and before)
        if before:
            kept.append(character)
    return "".join(kept)
