import pytest

from printables import Badge, Placement, PrintError, find_stock, hard_to_read, render_badges
from printables.page.boxes import Box, Code, Group, Page
from printables.page.draw import paint
from printables.page.qr import encode
from tests.printables.reading import codes_of, images_of

URL = "HTTPS://EVENTS.EXAMPLE.JP/C/7Q2M9XK4ABCD"


def test_capitals_make_a_smaller_code():
    assert encode(URL).side < encode(URL.lower()).side


def test_a_code_of_10_mm_printed_grey_still_scans():
    page = Page(30, 30, (Group(10, 10, (Code(Box(0, 0, 10, 10), URL),)),))
    (image,) = images_of(paint([page], title=""))
    grey = image.point(lambda value: 90 + value * 130 // 255)
    assert codes_of(grey) == [URL]


@pytest.mark.parametrize("text", ["A", URL, URL.lower(), "https://example.jp/名札?a=1&b=<2>"])
def test_codes_hold_the_text_as_it_came(text):
    page = Page(60, 60, (Group(10, 10, (Code(Box(0, 0, 30, 30), text),)),))
    (image,) = images_of(paint([page], title=""))
    assert codes_of(image) == [text]


def test_a_code_without_text_is_refused():
    with pytest.raises(PrintError):
        encode("")


def test_a_badge_without_a_link_has_no_code():
    (image,) = images_of(render_badges([Badge("林 薫", "")], Placement(find_stock("aone-51002"))))
    assert codes_of(image) == []


def test_what_is_hard_to_read_is_known_before_printing():
    stock = find_stock("aone-51002")
    crowded = Badge("林", URL, title="取締役" * 100)
    found = hard_to_read([Badge("森", URL), crowded], stock)
    assert found == ((crowded, crowded.title),)
