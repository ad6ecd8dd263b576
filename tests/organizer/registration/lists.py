"""Lists as people upload them, for the tests of the import."""

import io
import struct
from collections.abc import Sequence
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

TWO_PEOPLE = (
    "氏名,フリガナ,会社名,メールアドレス\r\n"
    "髙橋 優子,タカハシ ユウコ,㈱さくら,yuko@example.com\r\n"
    "﨑山 剛,サキヤマ ツヨシ,①商店,tsuyoshi@example.com\r\n"
)


def workbook(*rows: Sequence[Any], before: Sequence[Sequence[Any]] = ()) -> bytes:
    """Return an XLSX file with these rows; `before` goes on a first, hidden sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    if before:
        for row in before:
            sheet.append(row)
        sheet.sheet_state = "hidden"
        sheet = book.create_sheet()
        book.active = sheet
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return the workbook with one of its parts replaced."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return file.getvalue()


def with_lying_directory(data: bytes, name: str, size: int) -> bytes:
    """Return the workbook with a directory that claims another unpacked size for a part."""
    changed = bytearray(data)
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(name.encode()))
    struct.pack_into("<I", changed, at + 24, size)
    return bytes(changed)
