"""Codes that people read aloud, type and scan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.core.codes import CROCKFORD, new_code, read_code


@given(st.integers(1, 40))
def test_a_code_reads_as_itself(length: int) -> None:
    code = new_code(length)
    assert len(code) == length
    assert set(code) <= set(CROCKFORD)
    assert read_code(code) == code


@given(st.text(CROCKFORD, min_size=1))
def test_a_code_may_be_typed_in_lower_case_with_separators_or_in_full_width(code: str) -> None:
    full_width = "".join(chr(ord(c) + 0xFEE0) for c in code)
    typed = [code.lower(), "-".join(code), f" {code}\n", full_width, full_width.lower()]
    assert {read_code(text) for text in typed} == {code}


@pytest.mark.parametrize(("typed", "meant"), [("O0o", "000"), ("Il1L", "1111"), ("aBc", "ABC")])
def test_look_alikes_are_taken_for_the_digit(typed: str, meant: str) -> None:
    assert read_code(typed) == meant


@given(st.text())
def test_whatever_is_typed_gives_plain_letters_and_digits(typed: str) -> None:
    read = read_code(typed)
    assert read == "" or (read.isascii() and read.isalnum() and read == read.upper())


def test_a_code_with_any_number_of_marks_is_read_at_once() -> None:
    assert read_code("7" + "\u0301\u0316" * 100_000) == "7"


def test_two_codes_differ() -> None:
    assert new_code(16) != new_code(16)
