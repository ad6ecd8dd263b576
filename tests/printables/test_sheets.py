import pytest

from printables import (
    ENGLISH,
    JAPANESE,
    FlawKind,
    PrintError,
    SeatLine,
    TableSheet,
    TableTent,
    TextFlaw,
    check_sheets,
    layout_seating_chart,
    layout_table_sheets,
    layout_table_tents,
)
from printables.page.boxes import Text
from tests.printables import samples
from tests.printables.printing import printed
from tests.printables.reading import text_of
from tests.printables.tidy import assert_tidy, placed


def a_seat(name: str = "髙橋 﨑子") -> SeatLine:
    return SeatLine(
        name, "タカハシ サキコ", "株式会社さくら", "代表取締役", "デザイン", leader=True
    )


def a_sheet(seats: int, *, table: str = "A", name: str = "髙橋 﨑子") -> TableSheet:
    return TableSheet("交流会", 1, table, "18:30", "19:10", (a_seat(name),) * seats)


@pytest.mark.parametrize("seats", [0, 1, 4, 8, 15])
@pytest.mark.parametrize("name", ["林 薫", samples.LONG_NAME, samples.WORDY_NAME])
def test_a_table_has_one_tidy_page(seats, name):
    (page,) = layout_table_sheets([a_sheet(seats, name=name)], words=JAPANESE)
    assert_tidy(page)


def test_a_very_long_table_goes_on_to_a_second_page():
    pages = list(layout_table_sheets([a_sheet(20)], words=JAPANESE))
    assert len(pages) == 2
    for page in pages:
        assert_tidy(page)


def test_a_table_sheet_says_who_sits_where():
    found = text_of(printed(layout_table_sheets, [a_sheet(2, table="富士山")]))
    for text in ("富士山", "ラウンド1", "18:30–19:10", "髙橋﨑子", "株式会社さくら", "デザイン"):
        assert text in found


def test_sheets_speak_english_too():
    seats = (SeatLine("Taro WATANABE", company="Acme"),)
    sheet = TableSheet("Mixer", 2, "B", "18:30", "19:10", seats)
    found = text_of(printed(layout_table_sheets, [sheet], words=ENGLISH))
    assert "Round2" in found
    assert found.isascii() or found.replace("–", "").isascii()


@pytest.mark.parametrize("name", ["林 薫", samples.LONG_NAME, samples.WORDY_NAME])
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


def test_a_table_tent_shows_its_name_to_both_sides():
    (page,) = layout_table_tents([TableTent("A", "会")], words=JAPANESE)
    names = [box for group in page.groups for item, box in placed(group) if item.text == "A"]
    lower, upper = sorted(names, key=lambda box: -box.y)
    assert upper.y + upper.bottom == pytest.approx(2 * 297 / 2 - (lower.y + lower.bottom - 297))
    assert min(lower.h, upper.h) > 60


def test_what_has_no_page_is_refused():
    for layout in (layout_table_sheets, layout_seating_chart, layout_table_tents):
        with pytest.raises(PrintError):
            layout([], words=JAPANESE)
    with pytest.raises(PrintError, match="200 people"):
        printed(layout_seating_chart, [a_sheet(200)])


def test_one_name_that_is_too_long_does_not_stop_a_sheet():
    pages = list(layout_table_sheets([a_sheet(1, name="長" * 5000)], words=JAPANESE))
    assert check_sheets([], pages) == (TextFlaw(FlawKind.SHORTENED, "長" * 5000),)
    assert_tidy(pages[0])
