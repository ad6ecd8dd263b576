"""The list of attendees."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from flask_babel import force_locale

from organizer.events.models import Event
from organizer.registration import service
from organizer.registration.models import Registration, Status
from organizer.registration.views import panel
from tests.organizer.registration.lists import list_of


def test_the_list_shows_who_is_coming(alice: FlaskClient, event: Event, yuko: Registration) -> None:
    page = alice.get(list_of(event)).text
    for shown in (
        "1 / 60",
        "髙橋 優子",
        "タカハシ ユウコ",
        "さくら商事",
        "Tax accountant",
        "Roster",
    ):
        assert shown in page
    assert f"/events/{event.id}/attendees.xlsx" in page


def test_an_empty_list_says_how_to_begin(alice: FlaskClient, event: Event) -> None:
    page = alice.get(list_of(event)).text
    assert "Nobody is registered yet" in page
    assert f"/e/{event.public_code}" in page


def test_the_list_has_headings_in_kana(
    alice: FlaskClient, event: Event, make_attendees: Callable[..., list[Registration]]
) -> None:
    for kana in ("ヤマダ", "ガマ", "Smith"):
        make_attendees(event, 1, name_kana=kana, email="")
    page = alice.get(list_of(event)).text
    headings = [page.index(f'rowgroup">{row}<') for row in ("カ", "ヤ", "Others")]
    assert headings == sorted(headings)


@pytest.mark.parametrize("query", ["高橋", "たかはし", "ﾀｶﾊｼﾕｳ", "さくら 優子", "YUKO@"])
def test_a_search_finds_people_as_they_are_typed(
    alice: FlaskClient,
    event: Event,
    yuko: Registration,
    make_attendees: Callable[..., list[Registration]],
    query: str,
) -> None:
    make_attendees(event, 3)
    page = alice.get(list_of(event), query_string={"q": query}).text
    assert "髙橋 優子" in page
    assert "Found: 1" in page
    assert "4 / 60" in page
    assert "参加者 1" not in page


@pytest.mark.parametrize("query", ["鈴木", "\x01", "あ" * 10_000, '"><script>'])
def test_a_search_without_result_says_so(
    alice: FlaskClient, event: Event, yuko: Registration, query: str
) -> None:
    page = alice.get(list_of(event), query_string={"q": query}).text
    assert "Nobody matches." in page
    assert "<script>" not in page


def test_a_search_while_typing_returns_only_the_list(
    alice: FlaskClient, event: Event, yuko: Registration
) -> None:
    part = alice.get(list_of(event), headers={"HX-Request": "true"}).text
    assert "髙橋 優子" in part
    assert "<html" not in part


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.APPLIED, "Applied"),
        (Status.WAITLISTED, "On the waiting list"),
        (Status.CANCELLED, "Cancelled"),
        (Status.DECLINED, "Declined"),
    ],
)
def test_only_the_confirmed_attend_and_the_others_stand_apart_with_a_word(
    alice: FlaskClient,
    event: Event,
    make_attendees: Callable[..., list[Registration]],
    status: Status,
    word: str,
) -> None:
    make_attendees(event, 1, name="山田 太郎", status=status)
    page = alice.get(list_of(event)).text
    assert "0 / 60" in page
    assert f">{word}</span>" in page[page.index("Not attending (1)") :]
    assert service.attendees_of(event.id) == []


def test_the_way_back_to_the_list_fits_into_an_answer(
    alice: FlaskClient, event: Event, yuko: Registration
) -> None:
    answer = alice.post(f"{list_of(event)}/{yuko.id}/cancel", data={"q": "あ" * 10_000})
    assert len(answer.headers["Location"]) < 2000


def test_the_overview_tells_how_many_places_are_taken(
    event: Event, make_attendees: Callable[..., object]
) -> None:
    make_attendees(event, 48)
    with force_locale("en"):
        told = panel(event)
        make_attendees(event, 12, name="遅い人", email="")
        full = panel(event)
    assert (told.figure, told.text, told.done) == ("48 / 60", "Places left: 12", False)
    assert (full.figure, full.text, full.done) == ("60 / 60", "Every place is taken", True)
