import pytest

from printables.text.gojuon import heading_of


@pytest.mark.parametrize(
    ("reading", "heading"),
    [
        ("アオキ", "ア"),
        ("うえだ", "ア"),
        ("ガマ", "カ"),
        ("パクチー", "ハ"),
        ("ｶﾝﾀﾞ", "カ"),
        ("ヴァン", "ア"),
        ("ャマ", "ヤ"),
        ("ン", "ワ"),
        ("Smith", "A–Z"),
        ("３Ｍ", "A–Z"),
        ("", "＊"),
        ("山田", "＊"),
        (" ワタナベ", "ワ"),
    ],
)
def test_readings_stand_under_their_row_of_the_kana_table(reading, heading):
    assert heading_of(reading) == heading
