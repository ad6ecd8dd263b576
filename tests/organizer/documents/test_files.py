"""The PDF files, read back as a person or a scanner would."""

from collections.abc import Callable
from datetime import UTC, datetime
from unittest.mock import patch
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

import printables
from organizer.events.models import Event
from organizer.registration.models import Registration
from organizer.registration.service import cancel_registration
from organizer.tables.service import route_of
from tests.organizer.plans import make_plan
from tests.printables.reading import codes_of, images_of, text_of

MakeAttendees = Callable[..., list[Registration]]
BASE = "HTTPS://EVENTS.EXAMPLE.JP"


@pytest.fixture
def small_event(make_event: Callable[..., Event]) -> Event:
    return make_event(table_count=2, capacity=12, pr_minutes=1.5, question_minutes=1.0)


def pdf(client: FlaskClient, event: Event, name: str) -> bytes:
    answer = client.get(f"/events/{event.id}/print/{name}")
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "application/pdf"
    return answer.data


def test_every_code_leads_to_its_attendee(
    app: Flask, alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    app.config["PUBLIC_URL"] = "https://events.example.jp"
    attendees = make_attendees(event, 12)
    pages = images_of(pdf(alice, event, "badges.pdf"))
    found = [code for page in pages for code in codes_of(page)]
    assert len(pages) == 2
    assert sorted(found) == sorted(f"{BASE}/C/{a.code}" for a in attendees)


def test_what_the_code_says_opens_the_attendee_s_card(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    (attendee,) = make_attendees(event, 1)
    (code,) = codes_of(images_of(pdf(alice, event, "badges.pdf"))[0])
    assert code.startswith("HTTP://LOCALHOST/")
    card = alice.get(code.removeprefix("HTTP://LOCALHOST"))
    assert attendee.name in card.text


def test_a_badge_shows_who_wears_it_and_which_tables_they_go_to(
    alice: FlaskClient, small_event: Event, make_attendees: MakeAttendees
) -> None:
    attendee, *_ = make_attendees(small_event, 12, title="代表取締役")
    make_plan(small_event)
    text = text_of(pdf(alice, small_event, "badges.pdf"))
    assert "会社1" in text
    assert "代表取締役" in text
    route = route_of(small_event.id)[attendee.id]
    assert len(route) == 3
    assert "→".join(route) in text


def test_badges_begin_at_the_first_free_card(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 5)
    assert len(images_of(pdf(alice, event, "badges.pdf?stock=aone-51002&start=6"))) == 1
    assert len(images_of(pdf(alice, event, "badges.pdf?stock=aone-51002&start=7"))) == 2


def test_there_is_a_sheet_for_each_table_and_round(
    alice: FlaskClient, small_event: Event, make_attendees: MakeAttendees
) -> None:
    attendees = make_attendees(small_event, 12)
    make_plan(small_event)
    content = pdf(alice, small_event, "tables.pdf")
    text = text_of(content)
    assert len(images_of(content, dpi=30)) == 6
    for attendee in attendees:
        assert text.count(attendee.company) >= 3


def test_the_schedule_shows_each_turn_by_the_clock(
    alice: FlaskClient, small_event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(small_event, 12)
    make_plan(small_event)
    content = pdf(alice, small_event, "pr-time.pdf")
    text = text_of(content)
    assert len(images_of(content, dpi=30)) == 3
    # The opening lasts until 18:40; then a turn takes two and a half minutes.
    for clock in ("18:40", "18:41:30", "18:42:30", "18:52:30", "18:55"):
        assert clock in text


def test_the_chart_has_a_page_for_each_round(
    alice: FlaskClient, small_event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(small_event, 12)
    make_plan(small_event)
    assert len(images_of(pdf(alice, small_event, "seating-chart.pdf"), dpi=20)) == 3


@pytest.mark.parametrize(("language", "word"), [("ja", "テーブル"), ("en", "Table")])
def test_paper_speaks_the_language_of_its_organizer(
    alice: FlaskClient,
    small_event: Event,
    make_attendees: MakeAttendees,
    language: str,
    word: str,
) -> None:
    make_attendees(small_event, 4)
    make_plan(small_event)
    alice.environ_base["HTTP_ACCEPT_LANGUAGE"] = language
    assert word in text_of(pdf(alice, small_event, "tables.pdf"))


def test_who_cancelled_is_on_no_paper(
    alice: FlaskClient, small_event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(small_event, 6)
    (gone,) = make_attendees(small_event, 1, name="取消 花子", company="取消商事", email="")
    make_plan(small_event)
    cancel_registration(gone.id, at=datetime(2026, 9, 1, tzinfo=UTC))
    for name in ("badges.pdf", "tables.pdf", "pr-time.pdf"):
        assert "取消" not in text_of(pdf(alice, small_event, name))


@pytest.mark.parametrize("name", ["tables.pdf", "pr-time.pdf", "seating-chart.pdf"])
def test_without_a_plan_the_answer_says_what_to_do(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, name: str
) -> None:
    make_attendees(event, 3)
    answer = alice.get(f"/events/{event.id}/print/{name}")
    assert answer.status_code == 409
    assert "Make the table plan first." in answer.text


def test_without_attendees_there_are_no_badges(alice: FlaskClient, event: Event) -> None:
    answer = alice.get(f"/events/{event.id}/print/badges.pdf")
    assert answer.status_code == 409
    assert "Nobody has registered yet" in answer.text


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("stock=nothing", "Please choose one of the sheets."),
        ("stock=%00", "Please choose one of the sheets."),
        ("start=0", "Please choose a card from 1 to 10."),
        ("start=11", "Please choose a card from 1 to 10."),
        ("start=-1", "Please choose a card from 1 to 10."),
        ("start=99999999999999999999999", "Please choose a card from 1 to 10."),
        ("start=A", "Not a valid integer value."),
        ("start=", "Not a valid integer value."),
        ("stock=plain-a4&stock=plain-a4&start=1%00", "Not a valid integer value."),
    ],
)
@pytest.mark.parametrize("page", ["print", "print/badges.pdf"])
def test_a_wrong_choice_comes_back_with_a_sentence(
    *,
    alice: FlaskClient,
    event: Event,
    make_attendees: MakeAttendees,
    page: str,
    query: str,
    sentence: str,
) -> None:
    make_attendees(event, 1)
    answer = alice.get(f"/events/{event.id}/{page}?{query}")
    assert answer.status_code in (400, 422)
    if answer.status_code == 422:
        assert sentence in answer.text


def test_a_missing_typeface_is_said_in_words(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1)
    missing = printables.PrintError("The typeface is missing: run `node build.mjs`.")
    with patch("organizer.documents.service.render_badges", side_effect=missing):
        answer = alice.get(f"/events/{event.id}/print/badges.pdf")
    assert answer.status_code == 409
    assert "run `node build.mjs`" in answer.text


def test_files_are_named_after_the_event_and_not_kept_by_the_browser(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event = make_event(title='春/夏 "交流会"')
    make_attendees(event, 1)
    answer = alice.get(f"/events/{event.id}/print/badges.pdf")
    assert quote("Badges 春_夏 _交流会_.pdf") in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
