from itertools import combinations

import pytest

from printables import (
    ENGLISH,
    JAPANESE,
    PrintError,
    PrTimeTable,
    SeatLine,
    TableSheet,
    TurnLine,
    render_pr_time_schedule,
    render_seating_chart,
    render_table_sheets,
)
from printables.page.boxes import Box, Page, Text
from printables.page.flaws import FlawKind, TextFlaw, check_sheets
from printables.sheets.pr_time import layout_pr_time
from printables.sheets.seating_chart import layout_seating_chart
from printables.sheets.table_sheets import layout_table_sheets
from tests.printables.reading import images_of, text_of

LONG = "寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末食う寝る処に住む処藪ら柑子の藪柑子"
WORDY = "Christopher Bartholomew Featherstonehaugh-Cholmondeley"


def a_seat(name: str = "髙橋 﨑子") -> SeatLine:
    return SeatLine(
        name, "タカハシ サキコ", "株式会社さくら", "代表取締役", "デザイン", leader=True
    )


def a_sheet(seats: int, *, table: str = "A", name: str = "髙橋 﨑子") -> TableSheet:
    return TableSheet("交流会", 1, table, "18:30", "19:10", (a_seat(name),) * seats)


def a_table(turns: int, *, round: int = 1, table: str = "A", name: str = "𠮷田") -> PrTimeTable:  # noqa: A002 - the field's name
    turn = TurnLine("18:42:30", "18:46:30", "18:45", name, "渡邉税理士法人")
    return PrTimeTable("交流会", round, table, "18:30", "19:10", (turn,) * turns)


def assert_tidy(page: Page) -> None:
    paper = Box(5, 5, page.w - 10, page.h - 10)
    (group,) = page.groups
    texts = [item for item in group.items if isinstance(item, Text)]
    for text in texts:
        assert paper.contains(text.box), text
    for one, other in combinations(texts, 2):
        assert not one.box.overlaps(other.box), (one, other)


@pytest.mark.parametrize("seats", [0, 1, 4, 8, 15])
@pytest.mark.parametrize("name", ["林 薫", LONG, WORDY])
def test_a_table_has_one_tidy_page(seats, name):
    (page,) = layout_table_sheets([a_sheet(seats, name=name)], words=JAPANESE)
    assert_tidy(page)


def test_a_very_long_table_goes_on_to_a_second_page():
    pages = list(layout_table_sheets([a_sheet(20)], words=JAPANESE))
    assert len(pages) == 2
    for page in pages:
        assert_tidy(page)


def test_a_table_sheet_says_who_sits_where():
    found = text_of(render_table_sheets([a_sheet(2, table="富士山")]))
    for text in ("富士山", "ラウンド1", "18:30–19:10", "髙橋﨑子", "株式会社さくら", "デザイン"):
        assert text in found


def test_sheets_speak_english_too():
    seats = (SeatLine("Taro WATANABE", company="Acme"),)
    sheet = TableSheet("Mixer", 2, "B", "18:30", "19:10", seats)
    found = text_of(render_table_sheets([sheet], words=ENGLISH))
    assert "Round2" in found
    assert found.isascii() or found.replace("–", "").isascii()


@pytest.mark.parametrize("name", ["林 薫", LONG, WORDY])
@pytest.mark.parametrize(
    ("tables", "turns", "pages"), [(10, 8, 1), (40, 8, 4), (1, 6, 1), (3, 0, 1), (2, 40, 1)]
)
def test_a_schedule_flows_over_as_many_pages_as_it_needs(tables, turns, pages, name):
    values = [a_table(turns, table=str(n + 1), name=name) for n in range(tables)]
    laid = list(layout_pr_time(values, words=JAPANESE))
    assert len(laid) == pages
    for page in laid:
        assert_tidy(page)


def test_each_round_has_its_own_page_whatever_the_order():
    tables = [a_table(5, round=number, table=table) for table in "AB" for number in (1, 2, 3)]
    assert len(images_of(render_pr_time_schedule(tables), dpi=20)) == 3


def test_a_schedule_says_who_speaks_when():
    found = text_of(render_pr_time_schedule([a_table(1, table="C")]))
    for text in ("テーブルC", "18:42:30–18:46:30", "質疑18:45", "𠮷田", "渡邉税理士法人"):
        assert text in found


@pytest.mark.parametrize("name", ["林 薫", LONG, WORDY])
@pytest.mark.parametrize(
    ("tables", "seats", "pages"), [(10, 6, 1), (10, 12, 1), (40, 8, 4), (1, 0, 1), (3, 20, 1)]
)
def test_a_seating_chart_shows_all_tables_of_a_round(tables, seats, pages, name):
    sheets = [a_sheet(seats, table=str(n + 1), name=name) for n in range(tables)]
    laid = list(layout_seating_chart(sheets, words=JAPANESE))
    assert len(laid) == pages
    for page in laid:
        assert_tidy(page)
    names = [item.text for page in laid for item in page.groups[0].items if isinstance(item, Text)]
    assert set(map(str, range(1, tables + 1))) <= set(names)


def test_names_on_a_chart_of_ten_tables_are_read_from_two_metres():
    (page,) = layout_seating_chart([a_sheet(6)] * 10, words=JAPANESE)
    names = [item for item in page.groups[0].items if isinstance(item, Text) and "﨑" in item.text]
    assert len(names) == 60
    assert min(item.size for item in names) >= 8


def test_what_has_no_page_is_refused():
    with pytest.raises(PrintError):
        render_table_sheets([])
    with pytest.raises(PrintError):
        render_pr_time_schedule([])
    with pytest.raises(PrintError):
        render_seating_chart([])
    with pytest.raises(PrintError, match="200 people"):
        render_seating_chart([a_sheet(200)])
    with pytest.raises(PrintError, match="200 turns"):
        render_pr_time_schedule([a_table(200)])


def test_one_name_that_is_too_long_does_not_stop_a_sheet():
    pages = list(layout_table_sheets([a_sheet(1, name="長" * 5000)], words=JAPANESE))
    assert check_sheets([], pages) == (TextFlaw(FlawKind.SHORTENED, "長" * 5000),)
    assert_tidy(pages[0])
