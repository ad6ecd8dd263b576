"""Importing a list: what cannot be read, and how long what was read is kept."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from organizer.core import clock
from organizer.events.models import Event
from organizer.registration import service
from organizer.registration.importing import service as importing
from tests.organizer.registration.lists import TWO_PEOPLE, drafts, upload

NOW = datetime(2026, 9, 1, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty."),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "This is not a list. Choose a CSV or Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "This is an old Excel file (.xls), or it has a"),
        (b"PK\x03\x04 broken", "This Excel file is damaged."),
        ("会社名,電話\nさくら,03\n".encode(), "the first line says: &#34;会社名, 電話&#34;"),
        ("氏名,会社名\n".encode(), "There is nobody below the header in line 1."),
        ("氏名\n".encode() + "髙橋\n".encode("cp932"), "Up to line 2 this file mixes"),
        ('氏名\n"山田\n'.encode(), "In line 2 a quotation mark is opened"),
        (b"name\n" + b"x" * 200_000, "A cell in line 2 is longer than 32,767 characters."),
        (b"name\n" + b"x\n" * 5_001, "This file has more than 5,000 lines."),
        (b"name\n" + b"x," * 201 + b"y", "Line 2 has more than 200 columns."),
        (b"name\n\x81\xff", "The characters in line 2 cannot be read."),
    ],
)
def test_a_broken_file_gets_a_sentence_beside_the_field(
    alice: FlaskClient, event: Event, data: bytes, sentence: str
) -> None:
    answer = alice.post(
        f"/events/{event.id}/attendees/import", data={"file": (io.BytesIO(data), "list.csv")}
    )
    assert answer.status_code == 422
    assert sentence in answer.text
    assert drafts() == 0


def test_a_file_must_be_chosen(alice: FlaskClient, event: Event) -> None:
    answer = alice.post(f"/events/{event.id}/attendees/import", data={})
    assert answer.status_code == 422
    assert "Please choose a file." in answer.text


def test_a_file_beyond_the_limit_is_refused(app: Flask, alice: FlaskClient, event: Event) -> None:
    assert app.config["MAX_CONTENT_LENGTH"] == 10 * 1024 * 1024
    app.config["MAX_CONTENT_LENGTH"] = 1000
    large = io.BytesIO(b"x" * 2000)
    answer = alice.post(f"/events/{event.id}/attendees/import", data={"file": (large, "l.csv")})
    assert answer.status_code == 413
    assert "Files of up to 10 MB can be read." in answer.text


def test_names_of_files_and_columns_are_only_text(alice: FlaskClient, event: Event) -> None:
    url = upload(alice, event, "氏名,<script>\n<b>山田</b>,x\n", '<img src=x>.csv"')
    page = alice.get(url).text
    assert "<script>" not in page
    assert "<img src=x>" not in page
    assert "<b>山田" not in page


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        (["", "company"], "Choose the column that holds the name."),
        (["name", "name"], "Two columns cannot be used for the same thing."),
        (["name"], "These columns are not those of the list."),
        (["name", "password"], "These columns are not those of the list."),
        ([], "Choose the column that holds the name."),
    ],
)
def test_columns_that_cannot_be_are_refused(
    alice: FlaskClient, event: Event, columns: list[str], sentence: str
) -> None:
    url = upload(alice, event, "氏名,会社名\n山田 太郎,さくら\n")
    answer = alice.post(f"{url}/columns", data={"column": columns})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "山田 太郎" in alice.get(url).text


def test_a_list_is_kept_for_a_day_only(
    alice: FlaskClient, event: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = upload(alice, event, TWO_PEOPLE)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=1, seconds=1))
    assert alice.get(url).status_code == 404
    alice.post(f"{url}/confirm", data={"expected": 2})
    assert service.count_attendees(event.id) == 0
    upload(alice, event, TWO_PEOPLE)
    assert drafts() == 1


def test_columns_of_a_list_that_is_gone_are_not_read(app: Flask) -> None:
    assert not importing.read_columns_as(1, ["name"])
