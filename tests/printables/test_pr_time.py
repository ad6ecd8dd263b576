import pytest

from printables import (
    JAPANESE,
    PrintError,
    PrTimeTable,
    TurnLine,
    layout_pr_master,
    layout_pr_orders,
    layout_pr_time,
)
from printables.page.boxes import Text
from printables.sheets.pr_master import minutes_since
from tests.printables import samples
from tests.printables.printing import printed
from tests.printables.reading import images_of, text_of
from tests.printables.tidy import assert_tidy


def a_table(turns: int, *, round: int = 1, table: str = "A", name: str = "𠮷田") -> PrTimeTable:  # noqa: A002 - the field's name
    turn = TurnLine("18:42:30", "18:46:30", "18:45", name, "渡邉税理士法人")
    return PrTimeTable("交流会", round, table, "18:30", "19:10", (turn,) * turns)


@pytest.mark.parametrize("name", ["林 薫", samples.LONG_NAME, samples.WORDY_NAME])
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
    assert len(images_of(printed(layout_pr_time, tables), dpi=20)) == 3


def test_a_schedule_says_who_speaks_when():
    found = text_of(printed(layout_pr_time, [a_table(1, table="C")]))
    for text in ("テーブルC", "18:42:30–18:46:30", "質疑18:45", "𠮷田", "渡邉税理士法人"):
        assert text in found


def test_the_master_counts_the_minutes_since_the_round_began():
    found = text_of(printed(layout_pr_master, samples.pr_time()))
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
    found = text_of(printed(layout_pr_orders, samples.pr_time()[:1]))
    for text in ("18:40", "質疑18:44", "終わり18:46", "青木真理"):
        assert text in found
    assert "伊藤大輔" not in found


def test_many_turns_go_on_to_a_second_page():
    table = PrTimeTable("会", 1, "A", "", "", (TurnLine("18:00", "18:01", "", "林"),) * 40)
    assert len(list(layout_pr_orders([table], words=JAPANESE))) == 2


def test_a_schedule_without_tables_or_with_endless_ones_is_refused():
    with pytest.raises(PrintError):
        layout_pr_time([], words=JAPANESE)
    with pytest.raises(PrintError, match="200 turns"):
        printed(layout_pr_time, [a_table(200)])
