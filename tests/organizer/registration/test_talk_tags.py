"""What people like to talk about, as they type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.registration.talk_tags import LONGEST, MOST, clean_tags, fitting, tags_of


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("ゴルフ、温泉、事業承継", ("ゴルフ", "温泉", "事業承継")),
        ("ゴルフ, 温泉，AI；DX", ("ゴルフ", "温泉", "AI", "DX")),
        ("#ゴルフ #温泉", ("ゴルフ", "温泉")),
        ("＃ゴルフ＃温泉", ("ゴルフ", "温泉")),
        ("ゴルフ　温泉", ("ゴルフ", "温泉")),
        ("ゴルフ 温泉", ("ゴルフ", "温泉")),
        ("craft beer, C#, machine learning", ("craft beer", "C#", "machine learning")),
        ("AI 活用", ("AI 活用",)),
        ("ワイン・日本酒", ("ワイン・日本酒",)),
        ("一行目\n二行目", ("一行目", "二行目")),
        ("Golf、golf、GOLF", ("Golf",)),
        (" 、 ,, # ", ("#",)),
        ("\x00\u200b", ()),
        (f"a{' ' * 100_000}b", ("a b",)),
    ],
)
def test_tags_are_told_apart_however_they_are_typed(typed: str, tags: tuple[str, ...]) -> None:
    assert tags_of(clean_tags(typed)) == tags


@given(st.text(max_size=200))
def test_tags_that_are_kept_stay_as_they_are(typed: str) -> None:
    once = clean_tags(typed)
    assert clean_tags(once) == once


def test_a_badge_has_room_for_the_first_few_short_ones() -> None:
    tags = ("長" * (LONGEST + 1), "一", "二", "三", "四")
    assert fitting(tags) == ("一", "二", "三")
    assert len(fitting(tags)) == MOST
