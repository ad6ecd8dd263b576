import dataclasses

import pytest
from PIL import ImageChops, ImageOps

from printables import (
    Backs,
    Badge,
    Design,
    PrintError,
    SeatStop,
    Stock,
    find_stock,
    render_badges,
    stocks,
)
from printables.cards.badges import layout_badges
from printables.cards.imposition import Placement, fold_marks, impose
from printables.page.boxes import Box, Group, Page
from printables.page.draw import render_pages
from tests.printables import samples
from tests.printables.reading import images_of, text_of

A_ONE = find_stock("aone-51002")
FOLDING = find_stock("hisago-bm120s")
assert A_ONE
assert FOLDING
TWO_SIDED = (Backs.LONG_EDGE, Backs.SHORT_EDGE)


def badges(count: int) -> list[Badge]:
    return [
        Badge(f"表{n}", "", event="交流会", stops=(SeatStop(1, "A", "18:30", (f"相手{n}",)),))
        for n in range(count)
    ]


def area(group: Group, w: float, h: float) -> Box:
    """Where a card of w x h lies on its page."""
    return Box(group.x - w, group.y - h, w, h) if group.turned else Box(group.x, group.y, w, h)


def behind(box: Box, stock: Stock, backs: Backs) -> Box:
    """Where something on the back of a sheet is, seen through the paper from the front."""
    upright = stock.page_h_mm >= stock.page_w_mm
    if (backs is Backs.LONG_EDGE) == upright:
        return dataclasses.replace(box, x=stock.page_w_mm - box.right)
    return dataclasses.replace(box, y=stock.page_h_mm - box.bottom)


@pytest.mark.parametrize("backs", TWO_SIDED)
@pytest.mark.parametrize("stock", stocks(), ids=lambda stock: stock.id)
def test_every_back_lies_behind_its_front(stock, backs):
    placement = Placement(stock, start=2, backs=backs)
    fronts, reverse, *_ = layout_badges(badges(stock.cells - 1), placement)
    cards = fronts.groups[1:] if stock.cut_marks else fronts.groups
    assert len(cards) == len(reverse.groups) == stock.cells - 1
    for front, back in zip(cards, reverse.groups, strict=True):
        shown = behind(area(back, stock.w_mm, stock.h_mm), stock, backs)
        assert dataclasses.astuple(shown) == pytest.approx((front.x, front.y, *placement.card))


@pytest.mark.parametrize("backs", TWO_SIDED)
def test_the_paper_itself_shows_backs_within_the_outlines_of_their_fronts(backs):
    """Both sides as images, the second one turned as a printer turns paper."""
    placement = Placement(A_ONE, backs=backs)
    pages = list(layout_badges(badges(3), placement))
    front, back = images_of(render_pages(pages, title=""), dpi=50)
    turn = ImageOps.mirror if backs is Backs.LONG_EDGE else ImageOps.flip
    ink = ImageChops.invert(turn(back))
    millimetre = 50 / 25.4
    for cell in range(A_ONE.cells):
        x, y = A_ONE.corner(cell)
        edges = (x, y, x + A_ONE.w_mm, y + A_ONE.h_mm)
        box = tuple(round(edge * millimetre) for edge in edges)
        assert bool(ink.crop(box).getbbox()) == (cell < 3)
        assert bool(ImageChops.invert(front).crop(box).getbbox()) == (cell < 3)


def test_whoever_turns_a_card_like_a_page_finds_its_back_upright():
    along, across = (Placement(A_ONE, backs=backs).back(0) for backs in TWO_SIDED)
    assert not along[2]
    assert across[2]


def test_printers_are_asked_to_turn_the_paper_about_the_right_edge():
    long, short = (render_badges(badges(1), Placement(A_ONE, backs=backs)) for backs in TWO_SIDED)
    assert b"/DuplexFlipLongEdge" in long
    assert b"/DuplexFlipShortEdge" in short
    assert b"/Duplex" not in render_badges(badges(1), Placement(A_ONE))


def test_the_same_cards_with_logo_and_backs_give_the_same_bytes():
    first, second = (
        render_badges(
            samples.badges(),
            Placement(A_ONE, backs=Backs.LONG_EDGE),
            design=Design(logo=samples.logo()),
        )
        for _ in range(2)
    )
    assert first == second


def test_backs_are_calibrated_apart_from_fronts():
    placement = Placement(A_ONE, dx_mm=1, backs=Backs.LONG_EDGE, back_dx_mm=-2, back_dy_mm=0.5)
    front, back = layout_badges(badges(1), placement)
    assert (front.groups[0].x, front.groups[0].y) == (15, 11)
    assert (back.groups[0].x, back.groups[0].y) == (14 + 91 - 2, 11.5)


def test_a_folded_card_has_its_front_below_and_its_back_above_on_its_head():
    (page,) = layout_badges(badges(4), Placement(FOLDING, backs=Backs.FOLDED))
    marks, *cards = page.groups
    assert len(marks.items) == 2 * 4
    for cell, (front, back) in enumerate(zip(cards[:4], cards[4:], strict=True)):
        x, y = FOLDING.corner(cell)
        half = FOLDING.h_mm / 2
        assert area(front, FOLDING.w_mm, half) == Box(x, y + half, FOLDING.w_mm, half)
        assert back.turned
        assert area(back, FOLDING.w_mm, half) == Box(x, y, FOLDING.w_mm, half)


def test_fold_marks_are_halfway_down_each_card():
    assert {mark.y1 for mark in fold_marks(FOLDING)} == {25 + 55, 25 + 133.7 + 55}


def test_a_turned_group_is_drawn_on_its_head():
    (upright,) = layout_badges(badges(1), Placement(A_ONE))
    card = upright.groups[0].items
    right, foot = 14 + 91, 11 + 55
    pages = [
        Page(210, 297, (Group(14, 11, card),)),
        Page(210, 297, (Group(right, foot, card, turned=True),)),
    ]
    first, second = images_of(render_pages(pages, title=""), dpi=72)
    box = tuple(round(edge / 25.4 * 72) for edge in (14, 11, right, foot))
    difference = ImageChops.difference(first.crop(box), second.crop(box).rotate(180))
    assert sum(difference.histogram()[128:]) < 60  # edges fall on other pixels


def test_a_seat_card_names_the_table_and_who_sits_there():
    found = text_of(render_badges(badges(1), Placement(A_ONE, backs=Backs.LONG_EDGE)))
    for text in ("R1", "18:30", "相手0"):
        assert text in found


def test_a_badge_without_seats_has_an_empty_back():
    _, back = layout_badges([Badge("林", "")], Placement(A_ONE, backs=Backs.LONG_EDGE))
    assert back.groups[0].items == ()


def test_cards_without_backs_need_no_second_page():
    assert len(list(impose([1], Placement(A_ONE), front=lambda _: ()))) == 1


def test_a_card_too_low_to_be_folded_is_refused():
    with pytest.raises(PrintError, match="too low"):
        Placement(find_stock("aone-28187"), backs=Backs.FOLDED)
