import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from qrcode.main import QRCode

from printables import Badge, Placement, PrintError, find_stock, render_badges
from printables.page.boxes import Box, Code, Group, Page
from printables.page.draw import render_pages
from printables.page.qr import LEVELS, MASK, Modules, encode
from tests.printables.reading import codes_of, images_of, levels_of

URL = "HTTPS://EVENTS.EXAMPLE.JP/C/7Q2M9XK4ABCD"
ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def matrix_of(code: Modules) -> list[list[bool]]:
    """The modules of a code row by row, as its runs say them; dark ones are True."""
    rows = [[False] * code.side for _ in range(code.side)]
    for column, row, length in code.runs():
        rows[row][column : column + length] = [True] * length
    return rows


def by_qrcode(text: str) -> list[list[bool]]:
    """The same from `qrcode` alone, at the best level that is as small as level M."""
    matrices = []
    for level in LEVELS:
        code = QRCode(error_correction=level, mask_pattern=MASK, border=0)
        code.add_data(text)
        matrices.append(code.get_matrix())
    return next(matrix for matrix in matrices if len(matrix) == len(matrices[-1]))


@settings(max_examples=150, deadline=None)
@given(st.text(ALPHANUMERIC, min_size=1, max_size=90))
@example(URL)
@example(":" * 41)  # the highest value of a pair and of a last character
@example("0" * 30)
@example("HTTPS://SAKURA.EXAMPLE.JP/C/0123456789ABCDEFG")  # 45: zeros would fill a whole block
@example("HTTPS://EVENTS.SAKURA.EXAMPLE.CO.JP/EVENING/C/0123456789ABCDEF0123")
@example("A" + "0" * 20)
def test_a_code_in_capitals_is_that_of_qrcode_module_by_module(text):
    assert matrix_of(encode(text)) == by_qrcode(text)


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_other_code_is_that_of_qrcode_too(text):
    assert matrix_of(encode(text)) == by_qrcode(text)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(ALPHANUMERIC, min_size=41, max_size=41), min_size=2, max_size=4))
def test_codes_of_one_length_do_not_disturb_each_other(texts):
    codes = [encode(text) for text in texts]
    assert [matrix_of(code) for code in codes] == [by_qrcode(text) for text in texts]


@pytest.mark.parametrize("url", [URL, URL.lower(), "https://example.jp/" + "a" * 100])
def test_a_printed_code_can_lose_an_eighth_of_its_modules(url):
    """Level M or better (ISO/IEC 18004, table 8): a badge is bent, worn and written upon."""
    (image,) = images_of(render_badges([Badge("林 薫", url)], Placement(find_stock("aone-51002"))))
    assert codes_of(image) == [url]
    assert levels_of(image) <= {"M", "Q", "H"}


def test_capitals_make_a_smaller_code():
    url = URL + "EFGH"
    assert encode(url).side < encode(url.lower()).side


def test_a_code_of_10_mm_printed_grey_still_scans():
    page = Page(30, 30, (Group(10, 10, (Code(Box(0, 0, 10, 10), URL),)),))
    (image,) = images_of(render_pages([page], title=""))
    grey = image.point(lambda value: 90 + value * 130 // 255)
    assert codes_of(grey) == [URL]


@pytest.mark.parametrize("text", ["A", URL, URL.lower(), "https://example.jp/名札?a=1&b=<2>"])
def test_codes_hold_the_text_as_it_came(text):
    page = Page(60, 60, (Group(10, 10, (Code(Box(0, 0, 30, 30), text),)),))
    (image,) = images_of(render_pages([page], title=""))
    assert codes_of(image) == [text]


def test_a_code_without_text_is_refused():
    with pytest.raises(PrintError):
        encode("")


def test_a_badge_without_a_link_has_no_code():
    (image,) = images_of(render_badges([Badge("林 薫", "")], Placement(find_stock("aone-51002"))))
    assert codes_of(image) == []
