"""The sheets beside badges, read back as a person would."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from organizer.core.db import db
from organizer.events.models import Event
from organizer.printers.models import PrintJob
from organizer.registration.models import Registration
from organizer.registration.service import cancel_registration
from organizer.sheets.kinds import KINDS
from organizer.sheets.service import source_of, states_of
from organizer.tables.service import plan_in_force, seating_of
from tests.conftest import both_databases
from tests.organizer.plans import make_plan
from tests.organizer.prints import print_out, print_page, refused
from tests.printables.reading import images_of, text_of

MakeAttendees = Callable[..., list[Registration]]
BASE = "HTTPS://EVENTS.EXAMPLE.JP"


@pytest.fixture
def small_event(make_event: Callable[..., Event]) -> Event:
    return make_event(table_count=2, capacity=12, pr_minutes=1.5, question_minutes=1.0)


def test_there_is_a_sheet_for_each_table_and_round(
    alice: FlaskClient, small_event: Event, make_attendees: MakeAttendees
) -> None:
    attendees = make_attendees(small_event, 12)
    make_plan(small_event)
    content = print_out(alice, small_event, "tables")
    text = text_of(content)
    assert len(images_of(content, dpi=30)) == 6
    for attendee in attendees:
        assert text.count(attendee.company) >= 3


def test_the_schedule_shows_each_turn_by_the_clock(
    alice: FlaskClient, small_event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(small_event, 12)
    make_plan(small_event)
    content = print_out(alice, small_event, "pr-time")
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
    assert len(images_of(print_out(alice, small_event, "seating-chart"), dpi=20)) == 3


def test_a_printed_sheet_is_logged_with_the_plan_it_was_made_from(
    alice: FlaskClient, small_event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(small_event, 12)
    first = make_plan(small_event)
    print_out(alice, small_event, "tables")
    make_plan(small_event)
    assert db.session.query(PrintJob).one().plan_id == first.id


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
    assert len(images_of(print_out(alice, small_event, name), dpi=20)) == pages


def test_the_mc_sees_when_each_turn_ends_and_the_minutes_since_the_round_began(
    alice: FlaskClient, small_event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(small_event, 12)
    make_plan(small_event)
    text = text_of(print_out(alice, small_event, "pr-master"))
    assert "18:42:30" in text
    assert "2.5" in text


def test_the_reception_list_has_everybody_with_table_and_fee(
    alice: FlaskClient, small_event: Event, make_attendees: MakeAttendees
) -> None:
    attendees = make_attendees(small_event, 12)
    text = text_of(print_out(alice, small_event, "reception"))
    assert all(attendee.company in text for attendee in attendees)
    assert text.count("¥3,000") == 12


def test_the_roster_has_only_those_who_agreed_and_nobody_s_address(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 2)
    agreed = {"roster_consent": True, "pr_line": "ともに伸びる", "email": "agreed@example.com"}
    make_attendees(event, 1, name="同意 花子", **agreed)
    text = text_of(print_out(alice, event, "roster"))
    assert "同意花子" in text
    assert "ともに伸びる" in text
    assert "参加者" not in text
    assert "agreed@example.com" not in text
    assert "alice@example.com" in text  # whom to ask about the roster


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
    assert word in text_of(print_out(alice, small_event, "tables"))


def test_who_cancelled_is_on_no_paper(
    alice: FlaskClient, small_event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(small_event, 6)
    (gone,) = make_attendees(small_event, 1, name="取消 花子", company="取消商事", email="")
    make_plan(small_event)
    cancel_registration(gone.id, at=datetime(2026, 9, 1, tzinfo=UTC))
    for name in ("badges", "tables", "pr-time", "reception"):
        assert "取消" not in text_of(print_out(alice, small_event, name))


@pytest.mark.parametrize(
    "name", ["tables", "pr-time", "seating-chart", "table-tents", "pr-master", "pr-orders"]
)
def test_without_a_plan_the_answer_says_what_to_do(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, name: str
) -> None:
    make_attendees(event, 3)
    assert "Make the table plan first." in refused(alice, event, name, status=409)


@pytest.mark.parametrize("name", ["reception", "roster"])
def test_a_list_of_nobody_is_not_printed(alice: FlaskClient, event: Event, name: str) -> None:
    assert "There is nobody to list yet." in refused(alice, event, name, status=409)


def test_only_known_kinds_of_sheets_are_found(alice: FlaskClient, event: Event) -> None:
    refused(alice, event, "invoices", status=404)


def test_a_table_sheet_marks_its_leader(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=1, capacity=6, seats_per_table=6)
    make_attendees(event, 5)
    make_attendees(event, 1, role="leader", name="長 一郎", email="")
    make_plan(event)
    assert text_of(print_out(alice, event, "tables")).count("Leader") == event.rounds


@both_databases
def test_as_much_is_told_of_each_kind_as_is_printed(
    app: Flask,
    make_event: Callable[..., Event],
    make_attendees: MakeAttendees,
) -> None:
    event = make_event(table_count=3, seats_per_table=4, rounds=2)
    attendees = make_attendees(event, 11)
    make_attendees(event, 1, name="同意 花子", email="", roster_consent=True)
    make_plan(event)
    # Everybody of one table leaves: nothing is printed for it.
    plan = plan_in_force(event.id)
    assert plan is not None
    for registration in seating_of(plan)[0].tables[0].registrations:
        cancel_registration(registration.id, at=datetime(2026, 9, 1, tzinfo=UTC))
    source = source_of(event, language="ja")
    told = {state.kind.id: state.count for state in states_of(event.id)}
    assert told == {kind.id: len(kind.values(source)) for kind in KINDS.values()}
    assert len(attendees) > told["reception"] > 0
    assert told["table-tents"] < 4


def test_what_was_printed_is_told_at_once_and_what_has_changed_when_it_is_asked_for(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 2)
    address = f'hx-get="/events/{event.id}/print/sheets" hx-trigger='
    assert f'{address}"printed from:body"' in print_page(alice, event)
    print_out(alice, event, "reception")
    page = print_page(alice, event)
    assert "Printed:" in page
    assert f'{address}"load, printed from:body"' in page
    assert f'<a href="/events/{event.id}/print/sheets">' in page
    assert "Up to date" in print_page(alice, event, "/sheets")
    make_attendees(event, 1, name="後藤 遅子", email="")
    assert "new 1, changed 0, gone 0" in print_page(alice, event, "/sheets")
