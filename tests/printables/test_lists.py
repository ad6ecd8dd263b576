import dataclasses
from functools import partial

import pytest

from printables import (
    ENGLISH,
    JAPANESE,
    FlawKind,
    Issuer,
    Member,
    MoveLine,
    PrintError,
    PrTimeTable,
    Receipt,
    ReceptionLine,
    TableTent,
    TextFlaw,
    TurnLine,
    check_sheets,
    layout_moves,
    layout_pr_master,
    layout_pr_orders,
    layout_receipts,
    layout_reception,
    layout_roster,
    layout_table_tents,
)
from printables.page.boxes import Frame, Text
from printables.page.sheet import BOTTOM
from tests.printables import samples
from tests.printables.printing import printed
from tests.printables.reading import text_of
from tests.printables.samples import DAY
from tests.printables.tidy import assert_tidy

HUGE = "寿限無 Featherstonehaugh " * 210  # 5,000 characters


# Each list: how it is laid out, and an ordinary evening's lines for it.
LISTS = {
    "reception": (partial(layout_reception, event=samples.EVENT), samples.guests()),
    "roster": (partial(layout_roster, event=samples.EVENT, contact="x"), samples.members()),
    "moves": (partial(layout_moves, event=samples.EVENT, round_=2), samples.moves()),
    "tents": (layout_table_tents, samples.table_tents()),
    "receipts": (layout_receipts, samples.receipts()),
    "master": (layout_pr_master, samples.pr_time()),
    "orders": (layout_pr_orders, samples.pr_time()),
}


def filled(value):
    """The same value with a long text in every field of text."""
    if isinstance(value, PrTimeTable):
        turn = TurnLine("18:00", "18:05", "", HUGE, HUGE)
        return PrTimeTable(HUGE, 1, HUGE, "", "", (turn,) * 3)
    texts = [f.name for f in dataclasses.fields(value) if isinstance(getattr(value, f.name), str)]
    return dataclasses.replace(value, **dict.fromkeys(texts, HUGE))


@pytest.mark.parametrize(("layout", "lines"), LISTS.values(), ids=LISTS)
def test_lists_of_an_ordinary_evening_are_tidy_and_show_every_text(layout, lines):
    pages = list(layout(lines, words=JAPANESE))
    assert check_sheets([], pages) == ()
    for page in pages:
        assert_tidy(page)


@pytest.mark.parametrize(("layout", "lines"), LISTS.values(), ids=LISTS)
def test_one_person_with_endless_texts_does_not_stop_a_list(layout, lines):
    pages = list(layout([lines[0], filled(lines[1])], words=JAPANESE))
    assert TextFlaw(FlawKind.SHORTENED, HUGE.strip()) in check_sheets([], pages)
    for page in pages:
        assert_tidy(page)


@pytest.mark.parametrize(("layout", "lines"), LISTS.values(), ids=LISTS)
def test_a_list_of_nobody_is_refused(layout, lines):
    with pytest.raises(PrintError):
        layout(lines[:0], words=JAPANESE)


def test_a_reception_list_has_a_box_to_tick_for_everybody():
    pages = list(layout_reception(samples.guests() * 5, event="会", words=JAPANESE))
    frames = [i for page in pages for group in page.groups for i in group.items]
    assert sum(isinstance(item, Frame) for item in frames) == 60
    assert len(pages) > 1


def test_a_heading_is_never_left_alone_at_the_foot_of_a_page():
    guests = [ReceptionLine(f"人{n}", "アイウエオカキクケコ"[n % 10]) for n in range(100)]
    for page in layout_reception(guests, event="会", words=JAPANESE):
        last = max(page.groups, key=lambda group: group.y)
        assert any(isinstance(item, Frame) for item in last.items)
        assert last.y < BOTTOM


def test_a_reception_list_says_who_pays_what():
    found = text_of(printed(layout_reception, samples.guests(), event=samples.EVENT))
    for text in ("受付名簿", "12名", "ア", "𠮷田太郎", "3,000円", "領収書要"):
        assert text in found


def test_a_roster_says_what_it_is_for_and_whom_to_ask():
    members = samples.members() * 3
    pages = list(layout_roster(members, event="会", contact="事務局 045", words=JAPANESE))
    assert len(pages) > 2
    for page in pages:
        texts = [i.text for i in page.groups[0].items if isinstance(i, Text)]
        assert any("目的外利用・転売を禁じます" in text for text in texts)
        assert "お問い合わせ 事務局 045" in texts
    found = text_of(printed(layout_roster, members[:1], event="会", contact="事務局"))
    assert "できること" in found
    assert "求むこと" in found


def test_a_member_shows_only_what_they_agreed_to():
    found = text_of(printed(layout_roster, [Member("林 薫")], event="会", contact="事務局"))
    assert "できること" not in found
    assert "求むこと" not in found


def test_a_roster_without_a_contact_is_refused():
    with pytest.raises(PrintError, match="contact"):
        printed(layout_roster, samples.members(), event="会", contact=" ")


def test_moves_say_from_where_to_where():
    moves = [MoveLine("林 薫", "A", "C"), MoveLine("森 真弓", "", "B")]
    found = text_of(printed(layout_moves, moves, event="会", round_=2))
    assert "A→C" in found
    assert "―→B" in found


def test_lists_speak_english_too():
    guests = [ReceptionLine("Taro WATANABE", "Watanabe", "Acme", "A", "paid")]
    members = [Member("Taro WATANABE", "Watanabe", pr="I bake.", offers="Bread", wants="Flour")]
    moves = [MoveLine("Taro", "A", "B")]
    receipt = Receipt("7", "Acme", 3000, "the evening", DAY, DAY, Issuer("Mixer"))
    pdfs = (
        printed(layout_reception, guests, event="Mixer", words=ENGLISH),
        printed(layout_roster, members, event="Mixer", contact="us", words=ENGLISH),
        printed(layout_receipts, [receipt], words=ENGLISH),
        printed(layout_table_tents, [TableTent("A", "Mixer")], words=ENGLISH),
        printed(layout_moves, moves, event="", round_=1, words=ENGLISH),
    )
    found = "".join(map(text_of, pdfs))
    unusual = {char for char in found if not char.isascii()}
    assert unusual <= set("–✓→¥")
