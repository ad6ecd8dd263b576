"""An uploaded file -> a table of text: CSV, TSV or XLSX, in the encodings that lists come in."""

import codecs
import csv
import io
import re
from collections.abc import Iterator

from organizer.registration.importing.table import FileFlaw, Line, UnreadableFileError, bounded
from organizer.registration.importing.workbook import read_workbook

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Excel before 2007, and every workbook with a password."""
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_DELIMITERS = ",\t;"
_LINES_TO_JUDGE_BY = 20


def read_file(data: bytes) -> list[Line]:
    """Return the lines of an uploaded list. Raises UnreadableFileError."""
    if data.startswith(_ZIP):
        return read_workbook(data)
    if data.startswith(_OLE):
        raise UnreadableFileError(FileFlaw.OLD_EXCEL)
    return _read_delimited(decode(data))


def decode(data: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 with a byte order mark, or cp932.

    cp932 (what Japanese Excel calls CSV) comes last: almost any bytes are something in it.
    """
    if data.startswith(_UTF_32):
        raise UnreadableFileError(FileFlaw.UNKNOWN_ENCODING, line=1)
    if data.startswith(_UTF_16):
        return _decode_strictly(data, "utf-16")
    if _NOT_TEXT.search(data):
        raise UnreadableFileError(FileFlaw.NOT_A_LIST)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        _refuse_mixture(data)
        return _decode_strictly(data, "cp932")


def _decode_strictly(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "ignore").count("\n") + 1
        raise UnreadableFileError(FileFlaw.UNKNOWN_ENCODING, line=line) from error
    if "\0" in text:
        raise UnreadableFileError(FileFlaw.NOT_A_LIST)
    return text


def _refuse_mixture(data: bytes) -> None:
    """Refuse a file whose lines are partly Japanese in UTF-8 and partly something else."""
    utf8: list[int] = []
    other: list[int] = []
    for number, line in enumerate(data.splitlines(), start=1):
        try:
            if _JAPANESE.search(line.decode("utf-8")):
                utf8.append(number)
        except UnicodeDecodeError:
            other.append(number)
    if utf8 and other:
        raise UnreadableFileError(FileFlaw.MIXED_ENCODINGS, line=max(utf8[0], other[0]))


def _read_delimited(text: str) -> list[Line]:
    text = text.rstrip("\x1a")  # DOS programs mark the end of a file
    delimiter = max(_DELIMITERS, key=lambda candidate: _widest_line(text, candidate))
    try:
        return bounded(_rows(text, delimiter))
    except csv.Error as error:
        flaw = FileFlaw.CELL_TOO_LONG if "limit" in str(error) else FileFlaw.QUOTATION_MARKS
        raise UnreadableFileError(flaw, line=_line_of(text, delimiter)) from error


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    for row in reader:
        yield before + 1, row
        before = reader.line_num


def _line_of(text: str, delimiter: str) -> int:
    """Return the line at which the row begins that cannot be read."""
    last = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for _row in reader:
            last = reader.line_num
    except csv.Error:
        return last + 1
    return last


def _widest_line(text: str, delimiter: str) -> int:
    head = "\n".join(text.splitlines()[:_LINES_TO_JUDGE_BY])
    try:
        return max(map(len, csv.reader(io.StringIO(head), delimiter=delimiter)), default=0)
    except csv.Error:
        return 0
