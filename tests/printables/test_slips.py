import pytest

from printables import (
    ContactSlip,
    Placement,
    PrintError,
    find_stock,
    layout_contact_slips,
    render_dividers,
    stocks,
)
from printables.cards.slips import Divider, dividers_of, layout_slip
from printables.page.boxes import Box, Group, Page
from printables.words import JAPANESE
from tests.printables import samples
from tests.printables.printing import printed
from tests.printables.reading import codes_of, images_of, text_of
from tests.printables.tidy import assert_tidy

CARDS = find_stock("aone-51002")


@pytest.mark.parametrize("stock", stocks(), ids=lambda stock: stock.id)
def test_every_slip_scans_on_every_stock(stock):
    slips = (samples.contact_slips() * 2)[: stock.cells]
    (page,) = images_of(printed(layout_contact_slips, slips, Placement(stock)))
    assert set(codes_of(page)) == {slip.url for slip in slips}


@pytest.mark.parametrize("stock", stocks(), ids=lambda stock: stock.id)
@pytest.mark.parametrize("text", ["森", "寿限無寿限無" * 800, ""])
def test_a_slip_is_tidy_whatever_it_says(stock, text):
    slip = ContactSlip(text, samples.url(1), text, text)
    items = layout_slip(slip, w=stock.w_mm, h=stock.h_mm, words=JAPANESE)
    card = Box(0, 0, stock.w_mm, stock.h_mm)
    assert_tidy(Page(card.w, card.h, (Group(0, 0, items),)), margin=0)


def test_a_slip_whose_link_is_too_long_is_printed_without_a_code():
    (page,) = images_of(
        printed(layout_contact_slips, [ContactSlip("森", "H" * 5000)], Placement(CARDS))
    )
    assert codes_of(page) == []


def test_dividers_count_the_badges_behind_them():
    found = dividers_of(samples.badges())
    assert found[0] == Divider("ア", 3)
    assert [divider.heading for divider in found] == ["ア", "カ", "サ", "タ", "ハ", "マ", "ヤ"]
    assert "ア3名" in text_of(render_dividers(samples.badges(), Placement(CARDS)))


def test_nothing_to_print_is_refused():
    with pytest.raises(PrintError):
        printed(layout_contact_slips, [], Placement(CARDS))
    with pytest.raises(PrintError):
        render_dividers([], Placement(CARDS))
