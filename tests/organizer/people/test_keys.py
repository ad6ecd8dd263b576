"""The keys by which people are sorted, searched and recognised."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from organizer.people.keys import (
    LONGEST_KEY,
    heading_of,
    name_key,
    search_key,
    search_words,
    sort_key,
)


def is_found(query: str, *texts: str) -> bool:
    return all(word in search_key(*texts) for word in search_words(query))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("髙橋 優子", "高橋優子"),
        ("渡邉\U000e0100 濵子", "渡辺 浜子"),
        ("Zoë Müller", "ZOE MULLER"),
        ("Nguyễn Thị Ánh", "nguyen thi anh"),
        ("Đặng", "Dang"),
        ("Jean‐Paul O’Brien", "Jean-Paul O'Brien"),
        ("ジョン・スミス", "ｼﾞｮﾝ ｽﾐｽ"),
        ("たなか", "タナカ"),
    ],
)
def test_a_name_is_one_however_it_is_written(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("加藤 力", "加藤 刀"),
        ("カトウ", "ガトウ"),
        ("ハン", "パン"),
        ("エリ", "エリー"),
        ("山田 太郎", "太郎 山田"),
        ("★", "☆"),
    ],
)
def test_different_names_differ(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    "in_order",
    [
        ["アオキ", "イトウ", "カトウ", "ンダ"],
        ["カマ", "ガマ", "カワ"],
        ["ハン", "バン", "パン", "ハンダ"],
        ["オーイ", "オオイ", "オオタ"],
        ["キョウ", "キヨウ", "キヨハラ"],
        ["イトウ アキラ", "イトウカオル", "イトウ サチ"],
        ["タナカ", "Émile", "John Smith", "Ｋａｔｅ", "★"],
    ],
)
def test_readings_sort_as_in_a_japanese_list(in_order: list[str]) -> None:
    keys = [sort_key(reading, "名") for reading in in_order]
    assert all(one.encode() < other.encode() for one, other in pairwise(keys))


def test_scripts_and_spaces_do_not_matter_to_the_order() -> None:
    assert sort_key("ﾀｶﾊｼ　ﾕｳｺ", "") == sort_key("たかはしゆうこ", "")


def test_the_name_decides_between_equal_readings_and_stands_in_for_none() -> None:
    assert sort_key("タナカ", "仲田") > sort_key("タナカ", "中田")
    assert sort_key("", "タナカ") < sort_key("", "田中")


@pytest.mark.parametrize(
    ("reading", "heading"),
    [("がま", "カ"), ("ヴァン", "ア"), ("Smith", ""), ("高橋", ""), ("", "")],
)
def test_a_sort_key_tells_the_heading(reading: str, heading: str) -> None:
    assert heading_of(sort_key(reading, "★")) == heading


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("高橋", ["髙橋 優子"]),
        ("たかはし", ["", "タカハシ ユウコ"]),
        ("ﾀｶﾊｼﾕｳ", ["", "タカハシ ユウコ"]),
        ("渡辺", ["渡邉\U000e0100 濵子"]),
        ("Uzumaki Naruto", ["Naruto Uzumaki"]),
        ("太郎 山田", ["山田太郎"]),
        ("佐藤 乙社", ["佐藤 花", "サトウ ハナ", "乙社"]),
        ("Zoe Müller", ["Müller, Zoë"]),
        ("müller, zoë", ["Zoe Muller"]),
        ("ABC", ["", "", "ａｂｃ商事"]),
        ("株式", ["", "", "㈱さくら"]),
        ("株式会社さくら", ["", "", "さくら(株)"]),
        ("YUKO@exam", ["", "", "", "yuko@example.com"]),
        ("example.c", ["", "", "", "yuko@example.com"]),
    ],
)
def test_a_search_finds_the_words_in_any_order_however_they_are_typed(
    query: str, texts: list[str]
) -> None:
    assert is_found(query, *texts)


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("カトウ", ["ガトウ"]),
        ("太郎 鈴木", ["山田太郎"]),
        ("優子タカハシ", ["髙橋 優子", "タカハシ ユウコ"]),
        ("株式会社さくら", ["", "", "株式会社うめ"]),
    ],
)
def test_every_word_must_be_found_and_none_across_two_texts(query: str, texts: list[str]) -> None:
    assert not is_found(query, *texts)


def test_signs_alone_are_no_words() -> None:
    assert search_words("\x01 - %_\\ 　") == []


@given(st.text(), st.text())
@example("A:\u0300", "")
@example("カ:\u3099", "")
def test_any_text_has_keys_that_a_database_can_keep(one: str, other: str) -> None:
    assert len(name_key(one * 50)) <= LONGEST_KEY
    assert search_key(one, other).count("\n") == 1
    assert sort_key(one, "★").endswith("★")
    assert all(word in search_key(word) for word in search_words(one))
