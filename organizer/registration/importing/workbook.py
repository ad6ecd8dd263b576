"""An XLSX workbook -> a table of text, without letting the file decide how much is read."""

import io
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from openpyxl import load_workbook

from organizer.registration.importing.table import FileFlaw, Line, UnreadableFileError, bounded

MAX_PARTS = 2_000
MAX_BYTES = 50 * 1024 * 1024
"""Of the whole workbook, unpacked."""
MAX_OTHER_PART = 4 * 1024 * 1024
"""Of a part that is read whole, such as the styles."""
MAX_ROWS_PASSED = 50_000
"""Rows read in search of filled ones; formats may reach far below a list."""
_LARGE_PARTS = re.compile(r"xl/(worksheets/|sharedStrings\.xml|media/|drawings/)")
_EXCEL_ERROR = re.compile(r"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)")


def read_workbook(data: bytes) -> list[Line]:
    """Return the lines of the first sheet that holds something. Raises UnreadableFileError."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            _check_size(archive)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about features that do not matter to a list
            return _read_first_sheet(data)
    except UnreadableFileError:
        raise
    except Exception as error:  # openpyxl passes on whatever its parts raise
        raise UnreadableFileError(FileFlaw.BROKEN_EXCEL) from error


def _check_size(archive: ZipFile) -> None:
    """Refuse what unpacks to too much.

    The directory's sizes can be trusted as bounds: zipfile never unpacks more of a part than the
    directory says, and refuses the part when its content says otherwise.
    """
    parts = archive.infolist()
    if "xl/workbook.xml" not in archive.namelist():
        raise UnreadableFileError(FileFlaw.NOT_A_LIST)
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        raise UnreadableFileError(FileFlaw.BROKEN_EXCEL)
    other = [part.file_size for part in parts if not _LARGE_PARTS.match(part.filename)]
    if (
        len(parts) > MAX_PARTS
        or sum(part.file_size for part in parts) > MAX_BYTES
        or max(other, default=0) > MAX_OTHER_PART
    ):
        raise UnreadableFileError(FileFlaw.TOO_LARGE)


def _read_first_sheet(data: bytes) -> list[Line]:
    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in workbook.worksheets:
            if sheet.sheet_state != "visible":
                continue
            # What a sheet says of its own size is often wrong.
            sheet.reset_dimensions()
            try:
                return bounded(_rows(sheet.iter_rows(values_only=True)))
            except UnreadableFileError as error:
                if error.flaw != FileFlaw.EMPTY:
                    raise
    finally:
        workbook.close()
    raise UnreadableFileError(FileFlaw.EMPTY)


def _rows(rows: Iterable[Sequence[Any]]) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(rows, start=1):
        if number > MAX_ROWS_PASSED:
            raise UnreadableFileError(FileFlaw.TOO_MANY_LINES)
        yield number, [text_of(value) for value in row]


def text_of(value: Any) -> str:
    """Return a cell's value as a person would type it."""
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).upper()
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float):
        return f"{value:.15g}"
    text = str(value)
    return "" if _EXCEL_ERROR.fullmatch(text) else text
