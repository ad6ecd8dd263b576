import dataclasses
from datetime import date

import pytest

from printables import (
    ENGLISH,
    JAPANESE,
    Cause,
    Issuer,
    MapMark,
    MapTable,
    Member,
    MoveLine,
    PrintError,
    Receipt,
    ReceptionLine,
    RoomMap,
    TableTent,
    TaxLine,
    render_moves,
    render_pr_master,
    render_pr_orders,
    render_receipts,
    render_reception_list,
    render_room_map,
    render_roster,
    render_table_tents,
)
from printables.page.boxes import Frame, Text
from printables.page.flaws import FlawKind, TextFlaw, check_sheets, texts_of
from printables.page.sheet import BOTTOM
from printables.sheets.moves import layout_moves
from printables.sheets.pr_master import layout_pr_master, minutes_since
from printables.sheets.pr_order import layout_pr_orders
from printables.sheets.receipts import layout_receipts
from printables.sheets.reception import layout_reception
from printables.sheets.room_map import layout_room_map
from printables.sheets.roster import layout_roster
from printables.sheets.table_tents import layout_table_tents
from printables.text.gojuon import heading_of
from printables.values import PrTimeTable, TurnLine
from tests.printables import samples
from tests.printables.reading import text_of
from tests.printables.tidy import assert_tidy, placed

HUGE = "寿限無 Featherstonehaugh " * 210  # 5,000 characters
ISSUER = Issuer("さくら会", registration="T1234567890123")
DAY = date(2026, 11, 20)


def filled(value, text=HUGE):
    """The same value with a long text in every field of text."""
    texts = [f.name for f in dataclasses.fields(value) if isinstance(getattr(value, f.name), str)]
    return dataclasses.replace(value, **dict.fromkeys(texts, text))


def pages_of(**changes):
    """Every list with these people, by its name."""
    values = {
        "guests": samples.guests(),
        "members": samples.members(),
        "moves": samples.moves(),
        "tents": samples.table_tents(),
        "receipts": samples.receipts(),
        "tables": samples.pr_time(),
    } | changes
    event = samples.EVENT
    return {
        "reception": layout_reception(values["guests"], event=event, words=JAPANESE),
        "roster": layout_roster(values["members"], event=event, contact="x", words=JAPANESE),
        "moves": layout_moves(values["moves"], event=event, round_=2, words=JAPANESE),
        "tents": layout_table_tents(values["tents"], words=JAPANESE),
        "receipts": layout_receipts(values["receipts"], words=JAPANESE),
        "master": layout_pr_master(values["tables"], words=JAPANESE),
        "orders": layout_pr_orders(values["tables"], words=JAPANESE),
    }


LISTS = sorted(pages_of())


@pytest.mark.parametrize("name", LISTS)
def test_sheets_of_an_ordinary_evening_are_tidy_and_show_every_text(name):
    pages = list(pages_of()[name])
    assert check_sheets([], pages) == ()
    for page in pages:
        assert_tidy(page)


@pytest.mark.parametrize("name", LISTS)
def test_one_person_with_endless_texts_does_not_stop_a_sheet(name):
    member = filled(samples.members()[0])
    endless = PrTimeTable(
        *[HUGE, 1, HUGE, "", "", (TurnLine("18:00", "18:05", "", HUGE, HUGE),) * 3]
    )
    changes = {
        "guests": [samples.guests()[1], filled(samples.guests()[0])],
        "members": [samples.members()[1], member],
        "moves": [samples.moves()[0], filled(samples.moves()[1])],
        "tents": [filled(samples.table_tents()[0])],
        "receipts": [filled(samples.receipts()[0]), samples.receipts()[1]],
        "tables": [endless],
    }
    pages = list(pages_of(**changes)[name])
    assert TextFlaw(FlawKind.SHORTENED, HUGE.strip()) in check_sheets([], pages)
    for page in pages:
        assert_tidy(page)


@pytest.mark.parametrize(
    ("reading", "heading"),
    [
        ("アオキ", "ア"),
        ("うえだ", "ア"),
        ("ガマ", "カ"),
        ("パクチー", "ハ"),
        ("ｶﾝﾀﾞ", "カ"),
        ("ヴァン", "ア"),
        ("ャマ", "ヤ"),
        ("ン", "ワ"),
        ("Smith", "A–Z"),
        ("３Ｍ", "A–Z"),
        ("", "＊"),
        ("山田", "＊"),
        (" ワタナベ", "ワ"),
    ],
)
def test_readings_stand_under_their_row_of_the_kana_table(reading, heading):
    assert heading_of(reading) == heading


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
    found = text_of(render_reception_list(samples.guests(), event=samples.EVENT))
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
    found = text_of(render_roster(members[:1], event="会", contact="事務局"))
    assert "できること" in found
    assert "求むこと" in found


def test_a_member_shows_only_what_they_agreed_to():
    found = text_of(render_roster([Member("林 薫")], event="会", contact="事務局"))
    assert "できること" not in found
    assert "求むこと" not in found


def test_a_roster_without_a_contact_is_refused():
    with pytest.raises(PrintError, match="contact"):
        render_roster(samples.members(), event="会", contact=" ")


def test_the_master_counts_the_minutes_since_the_round_began():
    found = text_of(render_pr_master(samples.pr_time()))
    for text in ("18:58", "19:02", "19:04", "24分", "A森修", "B栁澤悟"):
        assert text in found


def test_tables_that_keep_other_times_have_their_own_rows():
    early = PrTimeTable("会", 1, "A", "18:30", "19:00", (TurnLine("18:30", "18:40", "", "林"),))
    late = PrTimeTable("会", 1, "B", "18:30", "19:00", (TurnLine("18:35", "18:45", "", "森"),))
    (page,) = layout_pr_master([late, early], words=JAPANESE)
    names = [i.text for g in page.groups for i in g.items if isinstance(i, Text)]
    assert names.index("林") < names.index("森")


@pytest.mark.parametrize(
    ("start", "clock", "minutes"),
    [
        ("18:30", "18:42", "12"),
        ("18:30:00", "18:37:30", "7.5"),
        ("23:50", "00:10", "20"),
        ("", "18:42", ""),
        ("６時", "18:42", ""),
    ],
)
def test_minutes_are_counted_past_midnight_and_left_out_where_unknown(start, clock, minutes):
    assert minutes_since(start, clock) == minutes


def test_each_table_has_its_own_order_of_speaking():
    found = text_of(render_pr_orders(samples.pr_time()[:1]))
    for text in ("18:40", "質疑18:44", "終わり18:46", "青木真理"):
        assert text in found
    assert "伊藤大輔" not in found


def test_many_turns_go_on_to_a_second_page():
    table = PrTimeTable("会", 1, "A", "", "", (TurnLine("18:00", "18:01", "", "林"),) * 40)
    assert len(list(layout_pr_orders([table], words=JAPANESE))) == 2


def test_a_table_tent_shows_its_name_to_both_sides():
    (page,) = layout_table_tents([TableTent("A", "会")], words=JAPANESE)
    names = [box for group in page.groups for item, box in placed(group) if item.text == "A"]
    lower, upper = sorted(names, key=lambda box: -box.y)
    assert upper.y + upper.bottom == pytest.approx(2 * 297 / 2 - (lower.y + lower.bottom - 297))
    assert min(lower.h, upper.h) > 60


def test_moves_say_from_where_to_where():
    moves = [MoveLine("林 薫", "A", "C"), MoveLine("森 真弓", "", "B")]
    found = text_of(render_moves(moves, event="会", round_=2))
    assert "A→C" in found
    assert "―→B" in found


def test_a_qualified_invoice_says_all_that_it_must():
    found = text_of(render_receipts(samples.receipts()))
    for text in (
        "領収書",
        "No.2026-0013",
        "渡邉税理士法人",
        "様",
        "¥66,240-",
        "但し11月20日異業種交流会協賛金・お茶代として",
        "取引日2026年11月20日",
        "10%対象",
        "¥63,000",
        "¥5,727",
        "8%対象※",
        "※軽減税率対象",
        "登録番号T1234567890123",
        "再発行",
        "収入印紙",
    ):
        assert text in found


def a_receipt(**changes):
    plain = Receipt("1", "林", 3000, "参加費", DAY, DAY, Issuer("さくら会"))
    return dataclasses.replace(plain, **changes)


def test_a_plain_receipt_says_nothing_of_taxes():
    found = text_of(render_receipts([a_receipt()]))
    for text in ("対象", "税込", "登録番号", "再発行", "収入印紙"):
        assert text not in found


@pytest.mark.parametrize(
    ("changes", "stamp"),
    [
        ({"yen": 49_999}, False),
        ({"yen": 50_000}, True),
        ({"yen": 50_000, "by_card": True}, False),
        ({"yen": 54_999, "tax": (TaxLine(10, 54_999, 4999),)}, True),
        ({"yen": 54_998, "tax": (TaxLine(10, 54_998, 4999),)}, False),
    ],
)
def test_a_stamp_is_due_from_50000_yen_without_tax_unless_paid_by_card(changes, stamp):
    receipt = a_receipt(**changes)
    assert receipt.needs_stamp == stamp
    assert ("収入印紙" in text_of(render_receipts([receipt]))) == stamp


@pytest.mark.parametrize(
    "changes",
    [
        {"yen": 0},
        {"tax": (TaxLine(10, 2000, 181),)},
        {"tax": (TaxLine(10, 3000, 3000),)},
        {"tax": (TaxLine(10, 3000, -1),)},
        {"tax": (TaxLine(10, 600, 50),) * 5},
        {"issuer": ISSUER},
    ],
)
def test_a_receipt_that_contradicts_itself_is_refused(changes):
    with pytest.raises(PrintError):
        a_receipt(**changes)


@pytest.mark.parametrize("registration", ["1234567890123", "T123", "T12345678901234"])
def test_a_registration_number_that_cannot_be_is_refused(registration):
    with pytest.raises(PrintError, match="13 digits"):
        Issuer("さくら会", registration=registration)


def test_a_room_map_keeps_the_proportions_of_the_room():
    room = samples.room_map()
    page = layout_room_map(room, words=JAPANESE)
    assert_tidy(page)
    walls, *tables = [i for i in page.groups[0].items if isinstance(i, Frame)]
    assert walls.box.w / walls.box.h == pytest.approx(room.w / room.h)
    for frame, table in zip(tables, room.tables, strict=True):
        assert frame.box.w == frame.box.h
        across = (frame.box.x + frame.box.w / 2 - walls.box.x) / walls.box.w
        assert across == pytest.approx(table.x / room.w)
    found = text_of(render_room_map(room))
    for text in ("ステージ", "入口", "3階ホール", "6席"):
        assert text in found


@pytest.mark.parametrize(
    "thing",
    [
        MapTable("A", 1, 1, 3, 3),
        MapTable("A", float("nan"), 5, 1, 1),
        MapTable("A", 5, 5, 0, 1),
        MapMark("入口", 9.5, 1, 1, 1),
    ],
)
def test_what_stands_outside_of_the_room_is_refused(thing):
    marks = (thing,) if isinstance(thing, MapMark) else ()
    tables = (thing,) if isinstance(thing, MapTable) else ()
    with pytest.raises(PrintError, match="within the room"):
        RoomMap("会", "", 10, 10, tables, marks)


def test_a_room_without_size_is_refused():
    with pytest.raises(PrintError, match="width"):
        RoomMap("会", "", float("nan"), 10, ())


def test_lists_speak_english_too():
    guests = [ReceptionLine("Taro WATANABE", "Watanabe", "Acme", "A", "paid")]
    members = [Member("Taro WATANABE", "Watanabe", pr="I bake.", offers="Bread", wants="Flour")]
    receipt = a_receipt(addressee="Acme", item="the evening", issuer=Issuer("Mixer"), number="7")
    found = "".join(
        (
            text_of(render_reception_list(guests, event="Mixer", words=ENGLISH)),
            text_of(render_roster(members, event="Mixer", contact="us", words=ENGLISH)),
            text_of(render_receipts([receipt], words=ENGLISH)),
            text_of(render_table_tents([TableTent("A", "Mixer")], words=ENGLISH)),
            text_of(render_moves([MoveLine("Taro", "A", "B")], event="", round_=1, words=ENGLISH)),
        )
    )
    unusual = {char for char in found if not char.isascii()}
    assert unusual <= set("–✓→¥")


def test_nothing_to_print_is_refused():
    for render in (render_receipts, render_table_tents, render_pr_master, render_pr_orders):
        with pytest.raises(PrintError):
            render([])
    with pytest.raises(PrintError):
        render_reception_list([], event="会")
    with pytest.raises(PrintError):
        render_roster([], event="会", contact="x")
    with pytest.raises(PrintError):
        render_moves([], event="会", round_=1)


def test_what_will_not_come_out_well_is_known_before_printing():
    long, lost = "とても長い会社名" * 40, "釣り\U00030000"
    guests = [
        ReceptionLine("森 修"),
        ReceptionLine("林 薫", company=long),
        ReceptionLine("林 薫", note=lost),
    ]
    found = check_sheets(guests, layout_reception(guests, event="", words=JAPANESE))
    assert found == (
        TextFlaw(FlawKind.LOST, lost, ("\U00030000",)),
        TextFlaw(FlawKind.SMALL, long),
    )


def test_texts_are_found_however_deep_they_lie():
    [table] = samples.table_sheets()[:1]
    assert table.seats[0].company in texts_of(table)


def test_a_refusal_says_its_cause_and_figures_as_values():
    with pytest.raises(PrintError) as refused:
        Receipt("7", "", 0, "", date(2026, 1, 1), date(2026, 1, 1), Issuer("x"))
    assert refused.value.cause is Cause.ODD_AMOUNT
    assert refused.value.values == {"receipt": "7", "yen": 0}
    assert str(refused.value) == "Receipt 7 is for 0 yen."
