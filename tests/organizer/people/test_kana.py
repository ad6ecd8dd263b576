"""Kana: one way of writing them, and the headings of a list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.people.kana import row_of, to_katakana


@pytest.mark.parametrize(
    ("typed", "katakana"),
    [
        ("たかはし ゆうこ", "タカハシ ユウコ"),
        ("ﾀｶﾊｼ ﾕｳｺ", "タカハシ ユウコ"),
        ("ｶﾞﾏ ﾊﾟﾝ ｳﾞｨｰ", "ガマ パン ヴィー"),
        ("か\u3099ま", "ガマ"),
        ("みすゞ", "ミスヾ"),
        ("タロー・Smith", "タロー・Smith"),
        ("", ""),
    ],
)
def test_all_kana_become_full_width_katakana(typed: str, katakana: str) -> None:
    assert to_katakana(typed) == katakana


def test_kanji_and_compatible_forms_are_left_alone() -> None:
    assert to_katakana("神㈱①髙﨑ＡＢ") == "神㈱①髙﨑ＡＢ"


@given(st.text())
def test_katakana_stays_katakana(text: str) -> None:
    once = to_katakana(text)
    assert to_katakana(once) == once


@pytest.mark.parametrize(
    ("reading", "row"),
    [
        ("アオキ", "ア"),
        ("がま", "カ"),
        ("パン", "ハ"),
        ("ヴァン", "ア"),
        (" ワダ", "ワ"),
        ("ンダ", "ワ"),
        ("ャ", "ヤ"),
        ("Smith", ""),
        ("高橋", ""),
        ("ー", ""),
        ("", ""),
    ],
)
def test_each_reading_stands_under_its_row(reading: str, row: str) -> None:
    assert row_of(reading) == row
