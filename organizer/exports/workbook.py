"""An Excel workbook out of plain values: what people type stays what they typed."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | datetime | None
"""What stands in a cell; a datetime carries no zone, for Excel knows none."""

DATE_AND_TIME = "yyyy-mm-dd hh:mm"
YEN = "#,##0"

_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""All but the characters of XML 1.0 (section 2.2), which also ends its lines with \\n only."""
_LOOKS_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t")
_LONGEST_CELL = 32_767  # Excel's own limit
_NARROWEST, _WIDEST, _ROOM_FOR_FILTER = 6, 48, 3
_ROWS_MEASURED = 500

_HEADER_FONT = Font(bold=True, color="FFFFFF")
_HEADER_FILL = PatternFill("solid", fgColor="14507A")
_LINE = Border(bottom=Side("thin", color="D8DEE3"))


@dataclass(frozen=True, slots=True)
class WorkbookColumn:
    """A column: its heading, and the number format of what stands below."""

    heading: str
    number_format: str = "General"


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    """One sheet; its first `kept_columns` stay in sight while the others scroll."""

    name: str
    columns: Sequence[WorkbookColumn]
    rows: Sequence[Sequence[Value]]
    kept_columns: int = 0


def write_workbook(sheets: Sequence[WorkbookSheet], *, title: str) -> bytes:
    """Return the sheets as an .xlsx file."""
    workbook = Workbook(iso_dates=False)
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title = clean(title)
    workbook.properties.creator = ""
    for sheet in sheets:
        _write_sheet(workbook.create_sheet(sheet.name), sheet, title=clean(title))
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def clean(text: str) -> str:
    """Return a text without what an .xlsx file cannot hold; nothing else changes."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _NOT_IN_XML.sub("", lines)[:_LONGEST_CELL]


def display_width(text: str) -> int:
    """Return how many Latin letters wide the longest line is; a kanji is two wide."""
    lines = text.splitlines() or [""]
    return max(sum(2 if unicodedata.east_asian_width(c) in "FWA" else 1 for c in s) for s in lines)


def _write_sheet(worksheet: Worksheet, sheet: WorkbookSheet, *, title: str) -> None:
    for column, described in enumerate(sheet.columns, start=1):
        _write_heading(_cell(worksheet, 1, column), described.heading)
    for row, values in enumerate(sheet.rows, start=2):
        for column, value in enumerate(values, start=1):
            _write(_cell(worksheet, row, column), value, sheet.columns[column - 1].number_format)
    for column in range(1, len(sheet.columns) + 1):
        worksheet.column_dimensions[get_column_letter(column)].width = _width(sheet, column - 1)
    last = f"{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    worksheet.auto_filter.ref = f"A1:{last}"
    worksheet.freeze_panes = worksheet.cell(2, sheet.kept_columns + 1).coordinate
    _set_up_paper(worksheet, title=title)


def _cell(worksheet: Worksheet, row: int, column: int) -> Cell:
    cell = worksheet.cell(row, column)
    assert isinstance(cell, Cell)  # and not a part of a merged one, for nothing is merged here
    return cell


def _write_heading(cell: Cell, heading: str) -> None:
    _write(cell, heading, "General")
    cell.font, cell.fill = _HEADER_FONT, _HEADER_FILL
    cell.alignment = Alignment(vertical="center")


def _write(cell: Cell, value: Value, number_format: str) -> None:
    cell.border = _LINE
    if isinstance(value, str):
        _write_text(cell, value)
    elif value is not None:
        cell.value = value
        cell.number_format = number_format


def _write_text(cell: Cell, text: str) -> None:
    """Write a text as a text, also one that openpyxl or Excel would take for something else."""
    text = clean(text)
    if not text:
        return
    # Excel reads _x0041_ as A, unless the underscore is written so itself.
    cell.value = _LOOKS_LIKE_AN_ESCAPE.sub("_x005F_", text)
    cell.data_type = "s"
    # Without the mark, a text becomes a formula as soon as somebody edits its cell.
    cell.quotePrefix = text.startswith(_STARTS_A_FORMULA)
    cell.alignment = Alignment(vertical="top", wrap_text="\n" in text)


def _width(sheet: WorkbookSheet, index: int) -> int:
    heading = display_width(sheet.columns[index].heading) + _ROOM_FOR_FILTER
    widest = max((_value_width(row[index]) for row in sheet.rows[:_ROWS_MEASURED]), default=0)
    return min(max(heading, widest + 2, _NARROWEST), _WIDEST)


def _value_width(value: Value) -> int:
    if isinstance(value, datetime):
        return len(DATE_AND_TIME)
    return 0 if value is None else display_width(str(value))


def _set_up_paper(worksheet: Worksheet, *, title: str) -> None:
    """Print on A4, all columns on a page's width, with the headings on each page."""
    worksheet.print_title_rows = "1:1"
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = worksheet.PAPERSIZE_A4
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    header, footer = worksheet.HeaderFooter.oddHeader, worksheet.HeaderFooter.oddFooter
    assert header is not None  # openpyxl makes both for every sheet
    assert footer is not None
    header.left.text = title.replace("&", "&&")
    footer.right.text = "&P / &N"
