"""Searching registrations in the database."""

from collections.abc import Callable

import pytest
from flask import Flask

from organizer.events.models import Event
from organizer.registration import search
from organizer.registration.models import Registration, Status
from tests.conftest import both_databases

MakeAttendees = Callable[..., list[Registration]]


@pytest.fixture
def guests(event: Event, make_attendees: MakeAttendees) -> list[Registration]:
    people = [
        ("Naruto Uzumaki", "", "木ノ葉商会", "naruto@example.com"),
        ("山田太郎", "ヤマダ タロウ", "甲社", "taro@example.com"),
        ("佐藤 花", "サトウ ハナ", "㈱乙社", "hana_100%@example.com"),
        ("佐藤 剛", "サトウ ツヨシ", "丙社", ""),
        ("Müller, Zoë", "", "", "zoe@example.com"),
    ]
    return [
        make_attendees(event, 1, name=name, name_kana=kana, company=company, email=email)[0]
        for name, kana, company, email in people
    ]


@both_databases
@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("Uzumaki Naruto", ["Naruto Uzumaki"]),
        ("太郎 山田", ["山田太郎"]),
        ("佐藤 乙社", ["佐藤 花"]),
        ("Zoe Müller", ["Müller, Zoë"]),
        ("サ", ["佐藤 剛", "佐藤 花"]),
        ("さとう", ["佐藤 剛", "佐藤 花"]),
        ("100%", ["佐藤 花"]),
        ("hana_1", ["佐藤 花"]),
        ("佐藤 甲社", []),
        ("_", []),
        ("%", []),
        ("\x01", []),
        ("", ["佐藤 剛", "佐藤 花", "山田太郎", "Müller, Zoë", "Naruto Uzumaki"]),
    ],
)
def test_every_word_is_found_somewhere_in_any_order(
    app: Flask, event: Event, guests: list[Registration], query: str, names: list[str]
) -> None:
    assert [found.name for found in search.find(event.id, query)] == names
    assert search.count(event.id, query).total == len(names)


def test_a_badge_is_found_by_its_code_however_it_is_typed(
    event: Event, guests: list[Registration]
) -> None:
    for typed in (guests[1].code, guests[1].code.lower(), f"http://localhost/C/{guests[1].code}"):
        assert search.find(event.id, typed) == [guests[1]]


def test_a_search_stays_within_the_event(
    event: Event, guests: list[Registration], make_event: Callable[..., Event]
) -> None:
    other = make_event()
    assert search.find(other.id) == search.find(other.id, guests[0].code) == []


def test_who_does_not_attend_comes_last(event: Event, make_attendees: MakeAttendees) -> None:
    make_attendees(event, 1, name_kana="アオキ", email="", status=Status.CANCELLED)
    make_attendees(event, 1, name_kana="ワダ", email="")
    assert [r.name_kana for r in search.find(event.id)] == ["ワダ", "アオキ"]
    assert search.count(event.id) == search.Counts(attending=1, others=1)
    assert search.count(event.id).total == 2


def test_a_query_of_any_length_is_answered(event: Event, guests: list[Registration]) -> None:
    assert search.find(event.id, "㍿" * 100_000) == []
    assert search.find(event.id, "サ " * 100_000) != []
