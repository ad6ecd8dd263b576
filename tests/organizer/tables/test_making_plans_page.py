"""Starting, watching and stopping the making of a table plan, on its page."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from organizer.core import clock
from organizer.core.db import transaction
from organizer.core.jobs import Job, JobState
from organizer.events.models import Event
from organizer.registration.models import Registration
from organizer.tables import assigning, service

MakeEvent = Callable[..., Event]
MakeAttendees = Callable[..., list[Registration]]

HTMX = {"HX-Request": "true"}


def _job(event: Event, **changes: Any) -> None:
    row = {"kind": assigning.KIND, "subject": event.id, "language": "en"}
    with transaction() as session:
        session.add(Job(**{**row, "state": JobState.RUNNING, **changes}))


def _page(client: FlaskClient, event: Event, query: str = "") -> str:
    return client.get(f"/events/{event.id}/tables{query}").text


def test_without_attendees_the_page_says_what_is_missing(alice: FlaskClient, event: Event) -> None:
    page = _page(alice, event)
    assert "Nobody has registered yet." in page
    assert "Make the table plan" not in page


def test_while_a_plan_is_made_the_page_shows_how_far_it_is(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    figures = {
        "seconds": 4.2,
        "repeats": 7,
        "same_industry": 3,
        "least_repeats": 5,
        "least_same_industry": 0,
    }
    _job(event, done=0.42, figures=figures)
    page = _page(alice, event)
    assert "Looking for the best seats: 42 %" in page
    assert 'http-equiv="refresh"' in page
    part = alice.get(f"/events/{event.id}/tables/progress", headers=HTMX)
    assert "fewer than 5 are impossible" in part.text
    assert "<html" not in part.text
    assert "HX-Refresh" not in part.headers


def test_once_the_plan_is_made_the_page_is_reloaded(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    service.assign_tables(event.id)
    part = alice.get(f"/events/{event.id}/tables/progress", headers=HTMX)
    assert part.headers["HX-Refresh"] == "true"


def test_the_progress_alone_is_no_page(alice: FlaskClient, event: Event) -> None:
    answer = alice.get(f"/events/{event.id}/tables/progress")
    assert answer.location == f"/events/{event.id}/tables"


def test_a_job_that_nobody_begins_is_explained(alice: FlaskClient, event: Event) -> None:
    _job(event, state=JobState.QUEUED, created_at=clock.now() - timedelta(minutes=1))
    assert "whether its worker runs" in _page(alice, event)


def test_a_second_click_does_not_start_a_second_plan(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    _job(event)
    page = alice.post(f"/events/{event.id}/tables/assign", follow_redirects=True)
    assert "already under way" in page.text


def test_too_few_seats_are_refused_in_words(
    alice: FlaskClient, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=2, seats_per_table=3)
    make_attendees(event, 8)
    sentence = "8 attendees, but only 6 seats: 2 too few. Give the event more tables or seats."
    assert sentence in _page(alice, event)
    page = alice.post(f"/events/{event.id}/tables/assign", follow_redirects=True)
    assert page.text.count(sentence) == 2
    assert service.plan_in_force(event.id) is None


def test_making_can_be_stopped(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    _job(event, state=JobState.QUEUED)
    page = alice.post(f"/events/{event.id}/tables/stop", follow_redirects=True)
    assert "Stopped. Nothing was changed." in page.text
    assert "Make the table plan" in page.text


def test_a_running_search_is_asked_to_stop(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    _job(event)
    page = alice.post(f"/events/{event.id}/tables/stop", follow_redirects=True)
    assert "Stopping …" in page.text


def test_stopping_what_has_ended_changes_nothing(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    service.assign_tables(event.id)
    page = alice.post(f"/events/{event.id}/tables/stop", follow_redirects=True)
    assert "There was nothing to stop" in page.text
    assert service.plan_in_force(event.id) is not None


@pytest.mark.parametrize(
    "job",
    [
        {"state": JobState.FAILED},
        {"state": JobState.RUNNING, "heard_at": clock.now() - timedelta(hours=1)},
    ],
)
def test_after_a_failure_one_can_try_again(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, job: dict[str, Any]
) -> None:
    make_attendees(event, 8)
    _job(event, **job)
    page = _page(alice, event)
    assert "Making the plan was interrupted." in page
    assert "Make the table plan" in page


def test_a_failure_that_was_explained_is_shown_in_its_words(
    alice: FlaskClient, event: Event
) -> None:
    _job(event, state=JobState.FAILED, error="All seats are gone.")
    assert "All seats are gone." in _page(alice, event)
