from printables import (
    JAPANESE,
    FlawKind,
    ReceptionLine,
    TextFlaw,
    check_sheets,
    layout_reception,
    texts_of,
)
from tests.printables import samples


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
