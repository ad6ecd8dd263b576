"""Ribbons and talk tags: what stands in a label stays in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printables import JAPANESE, Badge, Design, Image, Ribbon, Template, stocks
from printables.cards.badge_front import layout_front
from printables.page.boxes import Fill, Frame, Item, Picture, Text
from tests.printables.tidy import overlap

LOGO = Image(40, 10, bytes(40 * 10 * 3))
CHARACTERS = "あアー一髙𠮷・、Aaijgy 019"
WORDS = st.text(CHARACTERS, min_size=1, max_size=20).filter(str.strip)
TAGS = st.lists(WORDS, min_size=1, max_size=3).map(tuple)


def laid_out(template: Template, w: float, h: float, **fields: object) -> tuple[Item, ...]:
    badge = Badge(name="勅使河原 真理子", url="HTTPS://EVENTS.EXAMPLE.JP/C/7Q2M9XK4", **fields)
    return layout_front(badge, w=w, h=h, design=Design(template, LOGO), words=JAPANESE)


def texts_of(items: tuple[Item, ...], *wholes: str) -> list[Text]:
    found = {" ".join(whole.split()) for whole in wholes}
    return [item for item in items if isinstance(item, Text) and item.whole in found]


@settings(max_examples=150, deadline=None)
@given(template=st.sampled_from(Template), stock=st.sampled_from(stocks()), tags=TAGS)
def test_tags_stand_in_their_frames_whose_corners_are_round(template, stock, tags):
    items = laid_out(template, stock.w_mm, stock.h_mm, tags=tags)
    frames = [item for item in items if isinstance(item, Frame)]
    assert len(frames) == len(tags)
    assert all(frame.radius <= min(frame.box.w, frame.box.h) / 2 for frame in frames)
    for text in texts_of(items, *tags):
        assert any(frame.box.contains(text.box) for frame in frames), text


@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize("tags", [("succession planning", "craft beer", "AI"), ("一", "長い" * 10)])
def test_tags_of_one_badge_are_of_one_size(template, tags):
    sizes = {round(text.size, 6) for text in texts_of(laid_out(template, 91, 55, tags=tags), *tags)}
    assert len(sizes) == 1


def test_a_short_tag_leaves_its_room_to_a_long_one():
    long, short = "インバウンド観光と地域", "猫"
    [alike] = {t.size for t in texts_of(laid_out(Template.NAME, 91, 55, tags=(long, long)), long)}
    [beside] = {t.size for t in texts_of(laid_out(Template.NAME, 91, 55, tags=(long, short)), long)}
    assert beside >= alike


@pytest.mark.parametrize("tags", [("\u200b",), ("\u200b", "猫"), ("\ufe0f", " ")])
def test_tags_that_cannot_be_seen_break_nothing(tags):
    for template in Template:
        assert laid_out(template, 91, 55, tags=tags)


@settings(max_examples=100, deadline=None)
@given(
    template=st.sampled_from(Template),
    stock=st.sampled_from(stocks()),
    ribbon=st.sampled_from(Ribbon),
    event=st.text(CHARACTERS, min_size=1, max_size=60).filter(str.strip),
)
def test_a_ribbon_holds_its_words_beside_the_logo(*, template, stock, ribbon, event):
    items = laid_out(template, stock.w_mm, stock.h_mm, ribbon=ribbon, event=event)
    [band] = [item for item in items if isinstance(item, Fill)]
    [logo] = [item for item in items if isinstance(item, Picture)]
    assert not overlap(band.box, logo.box)
    for text in texts_of(items, JAPANESE.ribbons[ribbon], event):
        assert band.box.contains(text.box), text
