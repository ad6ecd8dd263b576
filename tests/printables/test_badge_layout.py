from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printables import (
    JAPANESE,
    Badge,
    Design,
    FlawKind,
    Image,
    Placement,
    Ribbon,
    SeatStop,
    Template,
    check_badges,
    find_stock,
    render_badges,
    stocks,
)
from printables.cards.badge_front import layout_front
from printables.cards.seat_card import layout_seat_card
from printables.page.boxes import Box, Code, Fill, Frame, Item, Rule, Text
from printables.page.qr import QUIET, encode
from tests.printables.reading import text_of
from tests.printables.samples import a_badge
from tests.printables.tidy import overlap

A_ONE = find_stock("aone-51002")
assert A_ONE
IN_KANJI = st.text(
    "あがぁっゃアガーッ髙橋﨑𠮷田渡邉濵栁澤鬱一・、。「」（）々 ", min_size=1, max_size=60
)
IN_LATIN = st.text("abcgjpqyABCWMÉÅç'-., 019", min_size=1, max_size=60)
NAMES = (IN_KANJI | IN_LATIN).filter(lambda name: name.strip(" "))
LOGO = Image(40, 20, bytes(40 * 20 * 3))
PLAIN = Design()


def layout_badge(badge: Badge, *, w: float, h: float, design: Design = PLAIN) -> tuple[Item, ...]:
    return layout_front(badge, w=w, h=h, design=design, words=JAPANESE)


def box_of(item: Item) -> Box:
    assert not hasattr(item, "x1"), "a badge has no rules"
    return item.box


def assert_tidy(items: tuple[Item, ...], *, w: float, h: float) -> None:
    """Everything lies on the card, and nothing but a label's ground lies under anything else."""
    card = Box(0, 0, w, h)
    for item in items:
        assert card.contains(box_of(item)), item
    inked = [item for item in items if not isinstance(item, Fill | Frame)]
    for one, other in combinations(inked, 2):
        assert not overlap(box_of(one), box_of(other)), (one, other)


FIELDS = st.fixed_dictionaries(dict.fromkeys(("name", "company", "title", "industry"), NAMES))
DESIGNS = st.builds(Design, st.sampled_from(Template), st.sampled_from([None, LOGO]))
EXTRAS = st.fixed_dictionaries(
    {
        "ribbon": st.sampled_from([None, *Ribbon]),
        "tags": st.lists(NAMES, max_size=2).map(tuple),
        "route": st.sampled_from([(), ("A", "C", "E")]),
    }
)


@settings(max_examples=200, deadline=None)
@given(fields=FIELDS, extras=EXTRAS, stock=st.sampled_from(stocks()), design=DESIGNS)
def test_no_text_leaves_its_card_or_touches_another(fields, extras, stock, design):
    badge = a_badge(**fields, **extras)
    items = layout_badge(badge, w=stock.w_mm, h=stock.h_mm, design=design)
    assert_tidy(items, w=stock.w_mm, h=stock.h_mm)
    printed = "".join("".join(item.text.split()) for item in items if isinstance(item, Text))
    whole = {item.whole for item in items if isinstance(item, Text)}
    for text in (*fields.values(), *extras["tags"]):
        assert "".join(text.split()) in printed or " ".join(text.split()) in whole


@pytest.mark.parametrize("missing", ["name_kana", "company", "title", "industry", "event"])
def test_a_field_without_text_leaves_a_tidy_card(missing):
    assert_tidy(layout_badge(a_badge(**{missing: ""}), w=91, h=55), w=91, h=55)


@settings(max_examples=60, deadline=None)
@given(
    name=NAMES,
    people=st.lists(st.lists(NAMES, max_size=9), min_size=1, max_size=6),
    stock=st.sampled_from(stocks()),
)
def test_no_text_of_a_seat_card_leaves_it_or_touches_another(name, people, stock):
    stops = tuple(SeatStop(n, "富士", "18:30", tuple(who)) for n, who in enumerate(people, start=1))
    items = layout_seat_card(a_badge(name=name, stops=stops), w=stock.w_mm, h=stock.h_mm)
    assert_tidy(tuple(i for i in items if not isinstance(i, Rule)), w=stock.w_mm, h=stock.h_mm)
    texts = {item.whole for item in items if isinstance(item, Text)}
    assert {" ".join(one.split()) for who in people for one in who} <= texts


def test_a_code_on_a_business_card_is_18_mm_with_its_quiet_zone_kept_free():
    items = layout_badge(a_badge(company="株式会社" * 9, title="部長" * 20), w=91, h=55)
    (code,) = [item for item in items if isinstance(item, Code)]
    assert code.box.w >= 18
    quiet = QUIET * code.box.w / encode(code.url).side
    zone = Box(
        code.box.x - quiet, code.box.y - quiet, code.box.w + 2 * quiet, code.box.h + 2 * quiet
    )
    assert Box(0, 0, 91, 55).contains(zone)
    assert not [item for item in items if item is not code and overlap(box_of(item), zone)]


def test_industries_keep_their_colour():
    first, second = (layout_badge(a_badge(n), w=91, h=55) for n in range(2))
    assert [i for i in first if isinstance(i, Fill)] == [i for i in second if isinstance(i, Fill)]


def test_a_text_that_is_too_long_shows_its_beginning_in_type_that_can_be_read():
    badge = a_badge(name="長い名前" * 1000)
    name = [item for item in layout_badge(badge, w=91, h=55) if isinstance(item, Text) and item.cut]
    assert "".join(item.text for item in name).endswith("…")
    assert min(item.size for item in name) > 1.7
    assert {item.whole for item in name} == {badge.name}


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"name": ""}, FlawKind.NO_NAME),
        ({"name": " \t\x00"}, FlawKind.NO_NAME),
        ({"name": "長" * 5000}, FlawKind.SHORTENED),
        ({"name": "long" * 1250}, FlawKind.SHORTENED),
        ({"company": "社" * 5000}, FlawKind.SHORTENED),
        ({"title": "役" * 200}, FlawKind.SMALL),
        ({"url": "HTTPS://" + "A" * 5000}, FlawKind.NO_CODE),
        ({"industry": "\U0001f600"}, FlawKind.LOST),
    ],
)
def test_one_odd_badge_is_named_and_does_not_stop_the_others(change, kind):
    badges = [a_badge(1, name="林 薫"), a_badge(2, **change), a_badge(3, name="森 真弓")]
    (flaw,) = {(badge, flaw.kind) for badge, flaw in check_badges(badges, A_ONE)}
    assert flaw == (badges[1], kind)
    found = text_of(render_badges(badges, Placement(A_ONE)))
    assert "林薫" in found
    assert "森真弓" in found
    assert_tidy(layout_badge(badges[1], w=91, h=55), w=91, h=55)
