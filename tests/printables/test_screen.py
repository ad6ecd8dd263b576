from xml.etree import ElementTree as ET

import pytest

from printables import (
    Backs,
    Design,
    PrintError,
    Template,
    draw_stock,
    find_stock,
    preview_badge,
    stocks,
)
from printables.text.typeface import typeface
from tests.printables import samples

NAMESPACE = "{http://www.w3.org/2000/svg}"
CARDS = find_stock("aone-51002")
DESIGN = Design(Template.TALK, samples.logo())


def parts(svg: str, tag: str) -> list[ET.Element]:
    return list(ET.fromstring(svg).iter(NAMESPACE + tag))


@pytest.mark.parametrize("stock", stocks(), ids=lambda stock: stock.id)
def test_a_stock_is_drawn_with_every_cell_on_its_paper(stock):
    svg = draw_stock(stock)
    assert ET.fromstring(svg).get("viewBox") == f"0 0 {stock.page_w_mm:g} {stock.page_h_mm:g}"
    _, _, *cells = parts(svg, "rect")
    assert len(cells) == stock.cells
    for number, cell in enumerate(cells):
        place = float(cell.get("x")), float(cell.get("y"))
        assert place == pytest.approx(stock.corner(number), abs=0.01)
    numbers = [text.text for text in parts(svg, "text")]
    assert str(stock.cells) in numbers


def test_used_cells_are_shown_as_used():
    assert len(parts(draw_stock(CARDS, start=4), "rect")) == 2 + 10 + 3


def test_a_preview_sets_text_as_wide_as_in_print():
    texts = parts(preview_badge(samples.badges()[7], CARDS, design=DESIGN), "text")
    assert "長谷川 蓮" in [text.text for text in texts]
    for text in texts:
        bold = text.get("font-weight") == "700"
        width = typeface(bold=bold).width(text.text) * float(text.get("font-size"))
        assert float(text.get("textLength")) == pytest.approx(width, abs=0.05)


def test_a_preview_has_the_logo_and_a_code():
    svg = preview_badge(samples.badges()[0], CARDS, design=DESIGN)
    assert parts(svg, "image")[0].get("href").startswith("data:image/png;base64,")
    assert parts(svg, "path")


def test_a_preview_escapes_markup():
    odd = samples.badges()[0].__class__("<script>&\x00\ud800", "")
    assert parts(preview_badge(odd, CARDS), "text")[0].text == "<script>&〓"


def test_the_back_is_shown_too():
    svg = preview_badge(samples.badges()[0], CARDS, backs=Backs.LONG_EDGE, back=True)
    assert "R3" in [text.text for text in parts(svg, "text")]


def test_a_side_of_a_folded_card_is_half_of_it():
    folding = find_stock("hisago-bm120s")
    svg = preview_badge(samples.badges()[0], folding, backs=Backs.FOLDED)
    assert ET.fromstring(svg).get("viewBox") == "0 0 90 55"
    with pytest.raises(PrintError):
        preview_badge(samples.badges()[0], find_stock("aone-28187"), backs=Backs.FOLDED)
