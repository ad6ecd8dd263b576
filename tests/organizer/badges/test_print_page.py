"""The page that says what can be printed, and what is missing for the rest."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from organizer.events.models import Event
from organizer.registration.models import Registration
from tests.organizer.plans import make_plan
from tests.organizer.prints import print_page

MakeAttendees = Callable[..., list[Registration]]
PAGES = ["print", "print/badges/changes", "print/badges/check", "print/sheets", "print/check"]
PAGES += ["print/jobs/1", "print/printers/new", "print/sheets/new"]
FILES = ["badges", "dividers", "tables", "pr-time", "seating-chart", "table-tents", "pr-master"]
FILES += ["pr-orders", "reception", "roster", "ruler"]


def test_without_attendees_there_is_nothing_to_print(alice: FlaskClient, event: Event) -> None:
    page = alice.get(f"/events/{event.id}/print")
    assert "Nothing to print yet" in page.text
    assert "badges.pdf" not in page.text


def test_without_a_plan_only_badges_and_the_workbook_can_be_printed(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 3)
    page = alice.get(f"/events/{event.id}/print").text
    assert page.count("Make the table plan first.") == 6
    assert "badges.pdf" in page
    assert "attendees.xlsx" in page
    assert "reception.pdf" in page
    assert "/tables.pdf" not in page


def test_with_a_plan_everything_can_be_printed(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=2)
    make_attendees(event, 12)
    make_plan(event)
    page = alice.get(f"/events/{event.id}/print").text
    assert "A4 sheets: 6" in page
    for name in FILES:
        assert f"{name}.pdf" in page or name == "roster"


@pytest.mark.parametrize(("count", "start", "sheets"), [(10, 1, 1), (11, 1, 2), (10, 2, 2)])
def test_the_page_counts_the_sheets_that_the_badges_fill(
    *,
    alice: FlaskClient,
    event: Event,
    make_attendees: MakeAttendees,
    count: int,
    start: int,
    sheets: int,
) -> None:
    make_attendees(event, count)
    page = alice.get(f"/events/{event.id}/print?stock=plain-a4&start={start}").text
    assert f"Badges: {count}, sheets: {sheets}" in page


def test_a_name_that_cannot_be_printed_is_listed_with_its_characters(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1, name="青木 \U00030000子", company="株式会社さくら")
    page = print_page(alice, event, "/badges/check")
    assert "青木 \U00030000子" in page
    assert "U+30000" in page


def test_names_that_can_be_printed_are_not_listed(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    for name in ("髙橋", "﨑", "𠮷田", "渡邉󠄂", "濵田", "栁澤"):
        make_attendees(event, 1, name=name, email="")
    page = print_page(alice, event, "/badges/check")
    assert "lacks characters" not in page
    assert "On these badges every text comes out whole and readable." in page


def test_who_registered_after_the_plan_was_made_is_counted(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 4)
    make_plan(event)
    make_attendees(event, 2, name="後から", email="")
    assert "Not seated yet: 2." in alice.get(f"/events/{event.id}/print").text


def test_the_page_warns_when_phones_cannot_open_what_the_codes_lead_to(
    alice: FlaskClient, app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1)
    warning = "Only this computer can open that address"
    assert warning in alice.get(f"/events/{event.id}/print").text
    app.config["PUBLIC_URL"] = "https://events.example.jp"
    page = alice.get(f"/events/{event.id}/print").text
    assert warning not in page
    assert "https://events.example.jp/" in page


@pytest.mark.parametrize(("visitor", "status"), [("dora", 403), ("charlie", 404)])
def test_only_organizers_of_the_host_may_print(
    *,
    request: pytest.FixtureRequest,
    event: Event,
    make_attendees: MakeAttendees,
    visitor: str,
    status: int,
) -> None:
    make_attendees(event, 1)
    client: FlaskClient = request.getfixturevalue(visitor)
    for page in PAGES:
        assert client.get(f"/events/{event.id}/{page}").status_code == status, page
    for name in FILES:
        assert client.post(f"/events/{event.id}/print/{name}.pdf").status_code == status, name


def test_printing_needs_a_sign_in(anybody: FlaskClient, event: Event) -> None:
    for page in PAGES:
        assert "/sign-in" in anybody.get(f"/events/{event.id}/{page}").location
    for name in FILES:
        assert "/sign-in" in anybody.post(f"/events/{event.id}/print/{name}.pdf").location


@pytest.mark.parametrize("name", FILES)
def test_a_link_alone_prints_nothing(alice: FlaskClient, event: Event, name: str) -> None:
    assert alice.get(f"/events/{event.id}/print/{name}.pdf").status_code == 405


def test_the_overview_says_what_is_ready(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 4)
    assert "Badges; no table plan yet" in alice.get(f"/events/{event.id}").text
    make_plan(event)
    assert "Badges, table sheets and PR times" in alice.get(f"/events/{event.id}").text
