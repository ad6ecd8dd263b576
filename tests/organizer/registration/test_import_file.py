"""Uploaded files become tables of text, or say what is wrong with them."""

import io
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any
from zipfile import ZIP_BZIP2, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer.registration.importing.file import read_file
from organizer.registration.importing.table import FileFlaw, Line, UnreadableFileError
from organizer.registration.importing.workbook import text_of
from tests.organizer.registration.lists import (
    TWO_PEOPLE,
    with_lying_directory,
    with_part,
    workbook,
)

SHEET = "xl/worksheets/sheet1.xml"


def flaw_of(data: bytes) -> tuple[FileFlaw, int]:
    with pytest.raises(UnreadableFileError) as refusal:
        read_file(data)
    return refusal.value.flaw, refusal.value.line


@pytest.mark.parametrize(
    "data",
    [
        TWO_PEOPLE.encode(),
        TWO_PEOPLE.encode("utf-8-sig"),
        TWO_PEOPLE.encode("utf-16"),
        b"\xfe\xff" + TWO_PEOPLE.encode("utf-16-be"),
        TWO_PEOPLE.encode("cp932"),
        TWO_PEOPLE.replace("\r\n", "\n").encode(),
        TWO_PEOPLE.replace("\r\n", "\r").encode("cp932"),
        TWO_PEOPLE.replace(",", "\t").encode("utf-16"),
        TWO_PEOPLE.replace(",", ";").encode(),
        TWO_PEOPLE.encode("cp932") + b"\x1a",
        workbook(*(line.split(",") for line in TWO_PEOPLE.splitlines())),
    ],
)
def test_a_list_reads_the_same_in_every_form(data: bytes) -> None:
    header, *people = read_file(data)
    assert header == Line(1, ("氏名", "フリガナ", "会社名", "メールアドレス"))
    assert people[0] == Line(2, ("髙橋 優子", "タカハシ ユウコ", "㈱さくら", "yuko@example.com"))
    assert people[1].cells[:3] == ("﨑山 剛", "サキヤマ ツヨシ", "①商店")


def test_lines_are_numbered_as_an_editor_does() -> None:
    text = '氏名,PR\n\n山田,"一行目\n二行目"\n,,\n佐藤,x\n'
    assert read_file(text.encode()) == [
        Line(1, ("氏名", "PR")),
        Line(3, ("山田", "一行目\n二行目")),
        Line(6, ("佐藤", "x")),
    ]


def test_quoted_separators_and_quotation_marks_stay() -> None:
    [_header, person] = read_file('氏名,PR\n山田,"a, ""b"" 、c"\n'.encode())
    assert person.cells == ("山田", 'a, "b" 、c')


def test_control_characters_are_dropped_from_cells() -> None:
    book = with_part(
        workbook(["氏名"], ["x"]),
        "xl/sharedStrings.xml",
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        "<si><t>氏名</t></si><si><t>山_x0000__xD800_田_x0007_</t></si></sst>".encode(),
    )
    assert "\0" not in read_file(book)[1].cells[0]


@pytest.mark.parametrize(
    ("data", "flaw", "line"),
    [
        (b"", FileFlaw.EMPTY, 0),
        (b"\xef\xbb\xbf", FileFlaw.EMPTY, 0),
        (b"\n,,\n \n", FileFlaw.EMPTY, 0),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", FileFlaw.NOT_A_LIST, 0),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", FileFlaw.NOT_A_LIST, 0),
        ("氏名\n山\0田\n".encode(), FileFlaw.NOT_A_LIST, 0),
        ("氏名\n山\0田\n".encode("utf-16"), FileFlaw.NOT_A_LIST, 0),
        (TWO_PEOPLE.encode("utf-16-le"), FileFlaw.NOT_A_LIST, 0),
        (TWO_PEOPLE.encode("utf-32"), FileFlaw.UNKNOWN_ENCODING, 1),
        (TWO_PEOPLE.encode("utf-16")[:-1], FileFlaw.UNKNOWN_ENCODING, 3),
        ("氏名\n".encode("cp932") + b"\x81\xff\n", FileFlaw.UNKNOWN_ENCODING, 2),
        ("氏名,x\n".encode() + "髙橋,y\n".encode("cp932"), FileFlaw.MIXED_ENCODINGS, 2),
        ("氏名\n髙橋\n".encode("cp932") + "山田\n".encode(), FileFlaw.MIXED_ENCODINGS, 3),
        ('氏名\n佐藤\n"山田\n田中\n'.encode(), FileFlaw.QUOTATION_MARKS, 3),
        ('氏名\n"山"田\n'.encode(), FileFlaw.QUOTATION_MARKS, 2),
        (f"氏名\n{'あ' * 1_000_000}\n".encode(), FileFlaw.CELL_TOO_LONG, 2),
        (f"氏名\n{'あ' * 40_000}\n".encode(), FileFlaw.CELL_TOO_LONG, 2),
        (f"氏名\n{',' * 300}x\n".encode(), FileFlaw.TOO_MANY_COLUMNS, 2),
        (b"name\n" + b"x\n" * 5_001, FileFlaw.TOO_MANY_LINES, 0),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, FileFlaw.OLD_EXCEL, 0),
        (b"PK\x03\x04", FileFlaw.BROKEN_EXCEL, 0),
        (workbook(["氏名"], ["山田"])[:-500], FileFlaw.BROKEN_EXCEL, 0),
        (workbook(), FileFlaw.EMPTY, 0),
        (workbook(["氏名"], [None] * 250 + ["x"]), FileFlaw.TOO_MANY_COLUMNS, 2),
    ],
)
def test_a_broken_file_says_what_is_wrong_and_where(data: bytes, flaw: FileFlaw, line: int) -> None:
    assert flaw_of(data) == (flaw, line)


def test_five_thousand_people_are_read() -> None:
    assert len(read_file(b"name\n" + b"x\n" * 5_000)) == 5_001


def test_another_zip_is_no_list() -> None:
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert flaw_of(file.getvalue())[0] == FileFlaw.NOT_A_LIST


def bomb(part: str, size: int) -> bytes:
    return with_part(workbook(["氏名"], ["山田"]), part, b" " * size)


@pytest.mark.parametrize(
    ("part", "megabytes"), [(SHEET, 60), ("xl/media/image1.png", 60), ("xl/styles.xml", 5)]
)
def test_a_zip_bomb_is_refused_before_it_is_unpacked(part: str, megabytes: int) -> None:
    assert flaw_of(bomb(part, megabytes * 1024 * 1024))[0] == FileFlaw.TOO_LARGE


def test_a_directory_that_lies_about_sizes_does_not_help_a_bomb() -> None:
    data = with_lying_directory(bomb(SHEET, 60 * 1024 * 1024), SHEET, 1000)
    assert flaw_of(data)[0] == FileFlaw.BROKEN_EXCEL


def test_unusual_compression_is_refused() -> None:
    file = io.BytesIO()
    with ZipFile(io.BytesIO(workbook(["氏名"]))) as old, ZipFile(file, "w", ZIP_BZIP2) as new:
        for part in old.namelist():
            new.writestr(part, old.read(part))
    assert flaw_of(file.getvalue())[0] == FileFlaw.BROKEN_EXCEL


def test_entities_do_not_expand() -> None:
    doubling = "".join(
        f'<!ENTITY e{i} "{f"&e{i - 1};" * 20 if i else "x" * 50}">' for i in range(8)
    )
    sheet = (
        f'<!DOCTYPE x [{doubling}]><worksheet xmlns="http://schemas.openxmlformats.org/'
        'spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is>'
        "<t>&e7;</t></is></c></row></sheetData></worksheet>"
    )
    assert flaw_of(with_part(workbook(["氏名"]), SHEET, sheet.encode()))[0] == FileFlaw.BROKEN_EXCEL


@pytest.mark.parametrize("row", [60_000, 10**15])
def test_a_row_far_below_does_not_keep_us_busy(row: int) -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>x</t></is></c></row>'
        "</sheetData></worksheet>"
    )
    assert (
        flaw_of(with_part(workbook(["氏名"]), SHEET, sheet.encode()))[0] == FileFlaw.TOO_MANY_LINES
    )


def test_a_wrong_statement_of_the_size_hides_nobody() -> None:
    data = workbook(["氏名", "会社名"], ["山田", "さくら"])
    with ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read(SHEET).replace(b'ref="A1:B2"', b'ref="A1"')
    assert read_file(with_part(data, SHEET, sheet))[1] == Line(2, ("山田", "さくら"))


def test_the_first_visible_sheet_that_holds_something_is_read() -> None:
    data = workbook(["氏名"], ["山田"], before=[["氏名"], ["隠れた人"]])
    assert [line.cells for line in read_file(data)] == [("氏名",), ("山田",)]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "TRUE"),
        (3, "3"),
        (3.0, "3"),
        (0.1 + 0.2, "0.3"),
        (9012345678.0, "9012345678"),
        (datetime(2026, 10, 8), "2026-10-08"),  # noqa: DTZ001 - Excel knows no zones
        (datetime(2026, 10, 8, 18, 30), "2026-10-08 18:30"),  # noqa: DTZ001 - same
        (date(2026, 10, 8), "2026-10-08"),
        (time(18, 30), "18:30"),
        ("#N/A", ""),
        ("#1 営業", "#1 営業"),
    ],
)
def test_values_become_what_a_person_would_type(value: Any, text: str) -> None:
    assert text_of(value) == text


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
def test_any_bytes_are_a_table_or_a_clear_refusal(data: bytes) -> None:
    for content in (data, b"PK\x03\x04" + data, b"\xff\xfe" + data):
        with suppress(UnreadableFileError):
            assert all(line.cells for line in read_file(content))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 6_000), st.integers(0, 255))
def test_a_workbook_with_a_changed_byte_breaks_nothing(position: int, value: int) -> None:
    data = bytearray(workbook(["氏名", "会社名"], ["山田", "さくら"]))
    data[position % len(data)] = value
    with suppress(UnreadableFileError):
        assert read_file(bytes(data))
