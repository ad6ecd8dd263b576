"""Codes as scanners and people hand them over."""

import pytest

from organizer.door.reading import scanned_code

CODE = "0123456789ABCDEF"


@pytest.mark.parametrize(
    "read",
    [
        CODE,
        CODE.lower(),
        "0123-4567-89AB-CDEF",
        "O123456789ABCDEF",
        "０１２３４５６７８９ＡＢＣＤＥＦ",
        f"https://example.com/C/{CODE}",
        f"HTTPS://EXAMPLE.COM/C/{CODE}",
        f"http://192.168.0.5:8000/c/{CODE}?lang=ja",
        f"HTTP*--192.168.0.5*8000-C-{CODE}",
        f"  {CODE}\r\n",
    ],
)
def test_a_code_is_found_in_what_was_read(read: str) -> None:
    assert scanned_code(read) == CODE


def test_what_holds_no_code_reads_as_something_nobody_has() -> None:
    assert scanned_code("") == ""
    assert scanned_code("\x00\ud800 名刺") == ""
    assert len(scanned_code("https://example.com/" + "x" * 10_000)) == 16
