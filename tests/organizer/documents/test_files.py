"""The PDF files, read back as a person or a scanner would."""

from collections.abc import Callable
from datetime import UTC, datetime
from unittest.mock import patch
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from organizer.events.models import Event
from organizer.registration.models import Registration
from organizer.registration.service import cancel_registration
from organizer.tables.service import route_of
from printables import Cause, PrintError
from tests.organizer.plans import make_plan
from tests.printables.reading import codes_of, images_of, text_of

MakeAttendees = Callable[..., list[Registration]]
BASE = "HTTPS://EVENTS.EXAMPLE.JP"


@pytest.fixture
def small_event(make_event: Callable[..., Event]) -> Event:
    return make_event(table_count=2, capacity=12, pr_minutes=1.5, question_minutes=1.0)


def pdf(client: FlaskClient, event: Event, name: str, **choice: object) -> bytes:
    answer = client.post(f"/events/{event.id}/print/{name}", data=choice)
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
    route = route_of(attendee.id)
    assert len(route) == 3
    assert "→".join(route) in text


def test_badges_begin_at_the_first_free_card(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 5)
    assert len(images_of(pdf(alice, event, "badges.pdf", stock="aone-51002", start=6))) == 1
    assert len(images_of(pdf(alice, event, "badges.pdf", stock="aone-51002", start=7))) == 2


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


@pytest.mark.parametrize(("name", "pages"), [("table-tents", 2), ("pr-orders", 6)])
def test_each_table_has_a_page_of_its_own(
    *,
    alice: FlaskClient,
    small_event: Event,
    make_attendees: MakeAttendees,
    name: str,
    pages: int,
) -> None:
    make_attendees(small_event, 12)
    make_plan(small_event)
    assert len(images_of(pdf(alice, small_event, f"{name}.pdf"), dpi=20)) == pages


def test_the_mc_sees_when_each_turn_ends_and_the_minutes_since_the_round_began(
    alice: FlaskClient, small_event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(small_event, 12)
    make_plan(small_event)
    text = text_of(pdf(alice, small_event, "pr-master.pdf"))
    assert "18:42:30" in text
    assert "2.5" in text


def test_the_reception_list_has_everybody_with_table_and_fee(
    alice: FlaskClient, small_event: Event, make_attendees: MakeAttendees
) -> None:
    attendees = make_attendees(small_event, 12)
    text = text_of(pdf(alice, small_event, "reception.pdf"))
    assert all(attendee.company in text for attendee in attendees)
    assert text.count("¥3,000") == 12


def test_the_roster_has_only_those_who_agreed_and_nobody_s_address(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 2)
    agreed = {"roster_consent": True, "pr_line": "ともに伸びる", "email": "agreed@example.com"}
    make_attendees(event, 1, name="同意 花子", **agreed)
    text = text_of(pdf(alice, event, "roster.pdf"))
    assert "同意花子" in text
    assert "ともに伸びる" in text
    assert "参加者" not in text
    assert "agreed@example.com" not in text
    assert "alice@example.com" in text  # whom to ask about the roster


def test_a_chosen_spelling_is_printed_instead_of_the_name(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1, name="青木 \U00030000子", print_name="青木 佳子")
    text = text_of(pdf(alice, event, "badges.pdf"))
    assert "青木佳子" in text
    assert "〓" not in text


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


@pytest.mark.parametrize(
    "name", ["tables.pdf", "pr-time.pdf", "seating-chart.pdf", "table-tents.pdf", "pr-master.pdf"]
)
def test_without_a_plan_the_answer_says_what_to_do(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, name: str
) -> None:
    make_attendees(event, 3)
    answer = alice.post(f"/events/{event.id}/print/{name}")
    assert answer.status_code == 409
    assert "Make the table plan first." in answer.text


@pytest.mark.parametrize("name", ["badges.pdf", "dividers.pdf"])
def test_without_attendees_there_are_no_badges(alice: FlaskClient, event: Event, name: str) -> None:
    answer = alice.post(f"/events/{event.id}/print/{name}")
    assert answer.status_code == 422
    assert "Nothing to print yet" in answer.text


@pytest.mark.parametrize("name", ["reception.pdf", "roster.pdf"])
def test_a_list_of_nobody_is_not_printed(alice: FlaskClient, event: Event, name: str) -> None:
    answer = alice.post(f"/events/{event.id}/print/{name}")
    assert answer.status_code == 409
    assert "There is nobody to list yet." in answer.text


def test_only_known_kinds_of_sheets_are_found(alice: FlaskClient, event: Event) -> None:
    assert alice.post(f"/events/{event.id}/print/invoices.pdf").status_code == 404


def test_a_missing_typeface_is_said_in_words(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1)
    missing = PrintError(Cause.NO_TYPEFACE, file="NotoSansJP-Bold.ttf")
    with patch("organizer.documents.printing.render_badges", side_effect=missing):
        answer = alice.post(f"/events/{event.id}/print/badges.pdf")
    assert answer.status_code == 422
    assert "run `node build.mjs`" in answer.text


def test_files_are_named_after_the_event_and_not_kept_by_the_browser(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event = make_event(title='春/夏 "交流会"')
    make_attendees(event, 1)
    answer = alice.post(f"/events/{event.id}/print/badges.pdf")
    assert quote("Badges 春_夏 _交流会_.pdf") in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
