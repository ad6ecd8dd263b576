"""The list of events and an event's overview."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from organizer.core import clock
from organizer.events.models import Event
from tests.conftest import People

MakeEvent = Callable[..., Event]


def _in_days(days: float) -> dict[str, object]:
    begins = clock.now() + timedelta(days=days)
    return {"starts_at": begins, "ends_at": begins + timedelta(hours=2)}


def test_the_overview_says_how_many_minutes_are_left(alice: FlaskClient, event: Event) -> None:
    page = alice.get(f"/events/{event.id}")
    assert "The programme fits, with 30 minutes to spare." in page.text


def test_the_overview_says_when_there_are_too_few_seats(
    alice: FlaskClient, make_event: MakeEvent
) -> None:
    event = make_event(capacity=64, table_count=10, seats_per_table=6)
    assert "4 seats too few for the capacity." in alice.get(f"/events/{event.id}").text


def test_the_overview_names_the_public_page(alice: FlaskClient, event: Event) -> None:
    assert f"http://localhost/e/{event.public_code}" in alice.get(f"/events/{event.id}").text


def test_a_closed_registration_names_no_page(alice: FlaskClient, make_event: MakeEvent) -> None:
    event = make_event(registration_open=False)
    page = alice.get(f"/events/{event.id}").text
    assert "Registration is closed." in page
    assert event.public_code not in page


def test_an_outsider_finds_nothing(charlie: FlaskClient, event: Event) -> None:
    page = charlie.get(f"/events/{event.id}")
    assert page.status_code == 404
    assert event.title not in page.text


def test_an_event_that_does_not_exist_is_not_found(alice: FlaskClient, people: People) -> None:
    assert alice.get("/events/4711").status_code == 404


def test_a_visitor_is_asked_to_sign_in(anybody: FlaskClient, event: Event) -> None:
    answer = anybody.get(f"/events/{event.id}")
    assert answer.headers["Location"] == f"/sign-in?next=/events/{event.id}"


def test_door_staff_see_the_overview_without_the_organizers_buttons(
    dora: FlaskClient, event: Event
) -> None:
    page = dora.get(f"/events/{event.id}").text
    assert event.title in page
    assert f"/events/{event.id}/edit" not in page
    assert f"/events/{event.id}/attendees" not in page


def test_events_to_come_stand_before_past_ones_the_next_first(
    alice: FlaskClient, make_event: MakeEvent
) -> None:
    for title, days in (("past", -9), ("later", 9), ("just past", -1), ("next", 1)):
        make_event(title=f"[{title}]", **_in_days(days))
    page = alice.get("/events").text
    order = ["[next]", "[later]", "Past events", "[just past]", "[past]"]
    places = [page.index(text) for text in order]
    assert places == sorted(places)


def test_an_event_that_is_running_is_still_to_come(
    alice: FlaskClient, make_event: MakeEvent
) -> None:
    make_event(title="[now]", **_in_days(-0.02))
    page = alice.get("/events").text
    assert "[now]" in page
    assert "Past events" not in page


def test_the_list_holds_only_the_organizations_own_events(
    charlie: FlaskClient, event: Event
) -> None:
    page = charlie.get("/events").text
    assert event.title not in page
    assert "No events yet" in page


def test_an_empty_list_leads_to_the_first_event(alice: FlaskClient) -> None:
    assert 'href="/events/new"' in alice.get("/events").text


def test_door_staff_are_not_led_to_a_page_they_may_not_open(dora: FlaskClient) -> None:
    page = dora.get("/events").text
    assert "No events yet" in page
    assert "/events/new" not in page


def test_a_title_is_shown_as_it_was_typed(alice: FlaskClient, make_event: MakeEvent) -> None:
    event = make_event(title="<b>髙橋 & 𠮷田</b>")
    for path in ("/events", f"/events/{event.id}", f"/events/{event.id}/edit"):
        page = alice.get(path).text
        assert "&lt;b&gt;髙橋 &amp; 𠮷田&lt;/b&gt;" in page
        assert "<b>髙橋" not in page


def test_the_start_page_is_the_list(alice: FlaskClient) -> None:
    assert alice.get("/").headers["Location"] == "/events"


@pytest.mark.parametrize(
    ("zone", "shown"),
    [("Asia/Tokyo", "Thu, 8 Oct 2026 18:30"), ("America/New_York", "Thu, 8 Oct 2026 05:30")],
)
def test_times_are_those_of_the_place(
    alice: FlaskClient, make_event: MakeEvent, zone: str, shown: str
) -> None:
    event = make_event(timezone=zone)
    assert shown in alice.get(f"/events/{event.id}").text


def test_door_staff_see_no_way_to_pages_that_are_not_theirs(
    dora: FlaskClient, alice: FlaskClient, event: Event
) -> None:
    ways = [f'href="/events/{event.id}/{page}"' for page in ("attendees", "tables", "print")]
    assert all(way in alice.get(f"/events/{event.id}").text for way in ways)
    assert not any(way in dora.get(f"/events/{event.id}").text for way in ways)
