"""Lists as people upload them, and the address of the list of attendees."""

import io
import struct
from collections.abc import Sequence
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from flask.testing import FlaskClient
from openpyxl import Workbook
from sqlalchemy import func, select

from organizer.core.db import db
from organizer.events.models import Event
from organizer.registration.models import ImportDraft

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


def upload(client: FlaskClient, event: Event, data: str | bytes, name: str = "list.csv") -> str:
    """Upload a list and return the address of its preview."""
    content = data.encode() if isinstance(data, str) else data
    answer = client.post(
        f"/events/{event.id}/attendees/import", data={"file": (io.BytesIO(content), name)}
    )
    assert answer.status_code == 302, answer.text
    return str(answer.location)


def drafts() -> int:
    return db.session.scalar(select(func.count(ImportDraft.id))) or 0


def list_of(event: Event) -> str:
    """Return the address of the list of attendees."""
    return f"/events/{event.id}/attendees"
