"""A workbook out of plain values."""

from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from organizer.exports.workbook import (
    DATE_AND_TIME,
    Value,
    WorkbookColumn,
    WorkbookSheet,
    display_width,
    write_workbook,
)


def written(
    *rows: list[Value], columns: list[WorkbookColumn] | None = None, **sheet: Any
) -> Worksheet:
    """Write one sheet and read it back."""
    columns = columns or [
        WorkbookColumn(f"Heading {n}") for n in range(len(rows[0]) if rows else 1)
    ]
    content = write_workbook([WorkbookSheet("List", columns, rows, **sheet)], title="An evening")
    return load_workbook(BytesIO(content))["List"]


@pytest.mark.parametrize("text", ["=1+1", "+81 3", "-5", "@home", "\tx", "#N/A", '=HYPERLINK("x")'])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    cell = written([text])["A2"]
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("text", ["=1+1", "+81 3", "-5", "@home", "\tx"])
def test_text_that_looks_like_a_formula_stays_text_when_somebody_edits_it(text: str) -> None:
    assert written([text])["A2"].quotePrefix


def test_dates_are_dates_and_numbers_are_numbers() -> None:
    columns = [WorkbookColumn("At", DATE_AND_TIME), WorkbookColumn("Seats")]
    at = datetime.fromisoformat("2026-10-08T18:42")
    sheet = written([at, 6], columns=columns)
    assert sheet["A2"].value == at
    assert sheet["A2"].number_format == DATE_AND_TIME
    assert (sheet["B2"].value, sheet["B2"].data_type) == (6, "n")


def test_the_headings_stay_in_sight_and_filter() -> None:
    sheet = written(["a", "b"], ["c", "d"], kept_columns=1)
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:B3"


def test_the_headings_are_printed_on_each_page_of_a4() -> None:
    sheet = written(["a"])
    assert sheet.print_title_rows == "$1:$1"
    assert str(sheet.page_setup.paperSize) == Worksheet.PAPERSIZE_A4
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_a_column_is_as_wide_as_its_kanji_need() -> None:
    sheet = written(["髙橋株式会社代表取締役社長", "abc"])
    assert sheet.column_dimensions["A"].width >= 26
    assert sheet.column_dimensions["B"].width < 15


def test_an_endless_text_does_not_make_its_column_endless() -> None:
    assert written(["長" * 10_000]).column_dimensions["A"].width < 60


def test_a_sheet_without_rows_still_has_its_headings() -> None:
    sheet = written(columns=[WorkbookColumn("Name")])
    assert [cell.value for cell in sheet[1]] == ["Name"]


def test_a_text_longer_than_a_cell_is_cut_to_what_excel_opens() -> None:
    assert len(written(["x" * 40_000])["A2"].value) == 32_767


def test_what_reads_as_an_escape_in_excel_is_escaped_itself() -> None:
    assert written(["_x0041_"])["A2"].value == "_x005F_x0041_"


def test_lines_within_a_cell_are_kept() -> None:
    cell = written(["one\r\ntwo"])["A2"]
    assert cell.value == "one\ntwo"
    assert cell.alignment.wrap_text


@given(st.text(st.characters(categories=["Cc", "Cs", "Cn", "Co", "Lo", "Po", "So"])))
def test_no_text_breaks_the_file(text: str) -> None:
    value = written([text, "after"])["B2"].value
    assert value == "after"


def test_kanji_count_twice() -> None:
    assert display_width("渡邉 A") == 6
