"""Kana: one way of writing, 五十音順, searching."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.people.kana import row_of, search_key, sort_key, to_katakana


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
    "in_order",
    [
        ["アオキ", "イトウ", "カトウ", "ンダ"],
        ["カマ", "ガマ", "カワ"],
        ["ハン", "バン", "パン", "ハンダ"],
        ["オーイ", "オオイ", "オオタ"],
        ["キョウ", "キヨウ", "キヨハラ"],
        ["イトウ アキラ", "イトウカオル", "イトウ サチ"],
        ["タナカ", "John Smith", ""],
    ],
)
def test_readings_sort_as_in_a_japanese_list(in_order: list[str]) -> None:
    assert all(sort_key(one) < sort_key(next_) for one, next_ in pairwise(in_order))


def test_scripts_and_spaces_do_not_matter_to_the_order() -> None:
    assert sort_key("ﾀｶﾊｼ　ﾕｳｺ") == sort_key("たかはしゆうこ")


@given(st.text())
def test_any_text_can_be_sorted_and_searched(text: str) -> None:
    assert len(sort_key(text)) == 4
    assert isinstance(row_of(text), str)
    assert " " not in search_key(text)


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


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("高橋", "髙橋 優子"),
        ("たかはし", "タカハシ ユウコ"),
        ("ﾀｶﾊｼﾕｳ", "タカハシ ユウコ"),
        ("吉田", "𠮷田 剛"),
        ("渡辺", "渡邉\U000e0100 濵子"),
        ("ABC", "ａｂｃ商事"),
        ("株式会社さくら", "㈱さくら"),
    ],
)
def test_a_search_finds_the_name_however_it_is_typed(typed: str, stored: str) -> None:
    assert search_key(typed) in search_key(stored)
