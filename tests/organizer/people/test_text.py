"""What people type, made fit to be stored."""

import pytest

from organizer.people.email import clean_email, is_email
from organizer.people.text import lines, one_line


def test_a_name_keeps_its_own_characters() -> None:
    assert one_line("　神\U000e0100﨑 ㈱①𠮷\n") == "神\U000e0100﨑 ㈱①𠮷"


def test_what_cannot_be_seen_is_dropped() -> None:
    assert one_line("山\x00田\u202e \ud800太\u200b郎\ufeff") == "山田 太郎"


def test_a_longer_text_keeps_its_lines() -> None:
    assert lines(" 一行目 \r\n二行\x0c目\r\n\r\n") == "一行目\n二行\n目"


@pytest.mark.parametrize("marks", ["\u0301\u0316", "\uff9e\u0301", "\u0f73\u0316"])
def test_a_letter_has_some_marks_but_not_thousands(marks: str) -> None:
    assert one_line(f"e{marks * 15}!") == f"e{marks * 15}!"
    assert lines(f"e{marks * 100_000}!") == f"e{marks * 15}!"


def test_signs_that_are_no_marks_may_stand_in_any_number() -> None:
    assert one_line("―" * 100 + "❤\ufe0f" * 100) == "―" * 100 + "❤\ufe0f" * 100


@pytest.mark.parametrize("nothing", [None, 3])
def test_what_is_no_text_passes(nothing: object) -> None:
    assert one_line(nothing) == lines(nothing) == nothing


@pytest.mark.parametrize(
    "typed", ["Sakura@Example.com ", "ｓａｋｕｒａ＠ｅｘａｍｐｌｅ．ｃｏｍ", "a..b.@docomo.ne.jp"]
)
def test_addresses_in_use_in_japan_are_accepted(typed: str) -> None:
    assert is_email(clean_email(typed))


@pytest.mark.parametrize(
    "typed", ["", "sakura", "sakura@", "@x.jp", "a b@x.jp", "a@x", "a@-x.jp", "a" * 250 + "@x.jp"]
)
def test_what_is_no_address_is_not(typed: str) -> None:
    assert not is_email(clean_email(typed))
