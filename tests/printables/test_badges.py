from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printables import (
    JAPANESE as WORDS,
)
from printables import (
    Badge,
    Design,
    FlawKind,
    PrintError,
    Ribbon,
    SeatStop,
    Template,
    check_badges,
    find_stock,
    render_badges,
    stocks,
)
from printables.cards.badge_front import layout_front
from printables.cards.badges import layout_badges
from printables.cards.imposition import Placement
from printables.cards.seat_card import layout_seat_card
from printables.page.boxes import Box, Code, Fill, Frame, Item, Rule, Text
from printables.page.images import Image
from printables.page.qr import QUIET, encode
from tests.printables import samples
from tests.printables.reading import codes_of, images_of, text_of

A_ONE = find_stock("aone-51002")
assert A_ONE is not None

JAPANESE = st.text(
    "あがぁっゃアガーッ髙橋﨑𠮷田渡邉濵栁澤鬱一・、。「」（）々 ", min_size=1, max_size=60
)
LATIN = st.text("abcgjpqyABCWMÉÅç'-., 019", min_size=1, max_size=60)
NAMES = (JAPANESE | LATIN).filter(lambda name: name.strip(" "))


LOGO = Image(40, 20, bytes(40 * 20 * 3))


PLAIN = Design()


def layout_badge(badge: Badge, *, w: float, h: float, design: Design = PLAIN) -> tuple[Item, ...]:
    return layout_front(badge, w=w, h=h, design=design, words=WORDS)


def url(number: int) -> str:
    return f"HTTPS://EVENTS.EXAMPLE.JP/C/7Q2M9XK4{number:04}"


def a_badge(number: int = 0, **changes: object) -> Badge:
    fields: dict[str, object] = {
        "name": "𠮷田 太郎",
        "url": url(number),
        "name_kana": "ヨシダ タロウ",
        "company": "渡邉税理士法人",
        "title": "代表社員",
        "industry": "税理士・会計士",
        "event": "第12回 さくら異業種交流会",
        "route": ("A", "C", "E"),
    }
    return Badge(**(fields | changes))  # type: ignore[arg-type]  # fields are named above


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
        assert not box_of(one).overlaps(box_of(other)), (one, other)


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


@pytest.mark.parametrize("stock", stocks(), ids=lambda stock: stock.id)
def test_cards_lie_where_the_stock_says(stock):
    (page,) = layout_badges([a_badge(n) for n in range(stock.cells)], Placement(stock))
    cards = page.groups[-stock.cells :]
    for number, card in enumerate(cards):
        row, column = divmod(number, stock.cols)
        assert card.x == pytest.approx(stock.left_mm + column * stock.pitch_x_mm)
        assert card.y == pytest.approx(stock.top_mm + row * stock.pitch_y_mm)


def test_a_part_used_sheet_starts_at_the_chosen_cell():
    pages = list(layout_badges([a_badge(n) for n in range(5)], Placement(A_ONE, start=8)))
    assert [len(page.groups) for page in pages] == [3, 2]
    first = pages[0].groups[0]
    assert (first.x, first.y) == (14 + 91, 11 + 3 * 55)


def test_calibration_moves_every_card():
    (page,) = layout_badges([a_badge()], Placement(A_ONE, dx_mm=1.5, dy_mm=-0.5))
    assert (page.groups[0].x, page.groups[0].y) == (15.5, 10.5)


@pytest.mark.parametrize("stock", stocks(), ids=lambda stock: stock.id)
def test_every_code_scans_from_the_printed_page(stock):
    urls = [url(n) for n in range(stock.cells)]
    pdf = render_badges([a_badge(url=one) for one in urls], Placement(stock))
    (image,) = images_of(pdf)
    assert sorted(codes_of(image)) == urls


@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize("stock_id", ["aone-51002", "plain-a4-a6", "hisago-bm120s"])
def test_every_code_scans_from_every_design(template, stock_id):
    stock = find_stock(stock_id)
    badges = [
        replace(badge, company=badge.company * 3) for badge in samples.badges()[: stock.cells]
    ]
    (image,) = images_of(render_badges(badges, Placement(stock), design=Design(template, LOGO)))
    assert sorted(codes_of(image)) == [badge.url for badge in badges]


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
    assert not [item for item in items if item is not code and box_of(item).overlaps(zone)]


def test_cut_marks_stay_off_the_cards():
    stock = find_stock("plain-a4")
    (page,) = layout_badges([a_badge()], Placement(stock))
    marks, card = page.groups
    cards = Box(stock.left_mm, stock.top_mm, 2 * 91, 5 * 55)
    assert len(marks.items) == 2 * (3 + 6)
    for mark in marks.items:
        box = Box(mark.x1, mark.y1, mark.x2 - mark.x1, mark.y2 - mark.y1)
        assert not box.overlaps(cards, slack=-1)
        assert Box(0, 0, 210, 297).contains(box)
    assert card.x == 14


def test_rare_kanji_are_copied_out_as_they_were_put_in():
    names = ["髙橋", "﨑", "𠮷田", "渡邉", "濵田", "栁澤", "\ufa19田"]
    found = text_of(render_badges([a_badge(name=name) for name in names], Placement(A_ONE)))
    for name in names:
        assert name in found


def test_markup_is_printed_as_it_stands():
    found = text_of(render_badges([a_badge(name="<b>A&B</b> %s \\ (x")], Placement(A_ONE)))
    assert "<b>A&B</b>%s\\(x" in found


def test_control_characters_and_selectors_leave_no_trace():
    plain = render_badges([a_badge(name="渡邉 太郎")], Placement(A_ONE))
    odd = render_badges(
        [a_badge(name="\x00渡邉\U000e0104\u200b\t\r\n太\ufe0f郎\x1b")], Placement(A_ONE)
    )
    assert odd == plain


def test_broken_characters_anywhere_do_no_harm():
    odd = "\ud800\x00\x07\ufffe\U0010ffff 山"
    badge = Badge(odd, url(1), odd, odd, odd, odd, odd, (odd, odd))
    assert "山" in text_of(render_badges([badge], Placement(A_ONE)))


def test_two_jobs_at_once_do_not_disturb_each_other():
    badges = [a_badge(n, name=f"渡邉 {n}") for n in range(20)]
    alone = render_badges(badges, Placement(A_ONE))
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(lambda _: render_badges(badges, Placement(A_ONE)), range(4)))
    assert together == [alone] * 4


def test_the_same_badges_give_the_same_bytes():
    badges = [a_badge(n) for n in range(12)]
    assert render_badges(badges, Placement(A_ONE)) == render_badges(badges, Placement(A_ONE))


def test_industries_keep_their_colour():
    first, second = (layout_badge(a_badge(n), w=91, h=55) for n in range(2))
    assert [i for i in first if isinstance(i, Fill)] == [i for i in second if isinstance(i, Fill)]


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
    (flaw,) = {(badge, p.kind) for badge, p in check_badges(badges, A_ONE)}
    assert flaw == (badges[1], kind)
    found = text_of(render_badges(badges, Placement(A_ONE)))
    assert "林薫" in found
    assert "森真弓" in found
    assert_tidy(layout_badge(badges[1], w=91, h=55), w=91, h=55)


def test_a_text_that_is_too_long_shows_its_beginning_in_type_that_can_be_read():
    badge = a_badge(name="長い名前" * 1000)
    name = [item for item in layout_badge(badge, w=91, h=55) if isinstance(item, Text) and item.cut]
    assert "".join(item.text for item in name).endswith("…")
    assert min(item.size for item in name) > 1.7
    assert {item.whole for item in name} == {badge.name}


@pytest.mark.parametrize(
    "options",
    [
        {"start": 0},
        {"start": 11},
        {"dx_mm": float("nan")},
        {"dy_mm": 11},
    ],
)
def test_a_job_that_cannot_be_printed_is_refused(options):
    with pytest.raises(PrintError):
        render_badges([a_badge()], Placement(A_ONE, **options))


def test_no_badges_are_refused():
    with pytest.raises(PrintError, match="nothing to print"):
        render_badges([], Placement(A_ONE))


def test_progress_is_told_badge_by_badge():
    told = []
    render_badges([a_badge(n) for n in range(12)], Placement(A_ONE, start=4), progress=told.append)
    assert told == list(range(1, 13))


def test_progress_ends_a_job_by_raising_and_the_next_one_is_whole():
    def stop(done):
        if done == 3:
            raise InterruptedError

    badges = [a_badge(n) for n in range(12)]
    whole = render_badges(badges, Placement(A_ONE))
    with pytest.raises(InterruptedError):
        render_badges(badges, Placement(A_ONE), progress=stop)
    assert render_badges(badges, Placement(A_ONE)) == whole
