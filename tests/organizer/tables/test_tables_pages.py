"""The page on which everybody gets a table."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from organizer.core import clock
from organizer.core.db import transaction
from organizer.core.jobs import Job, JobState
from organizer.events.models import Event
from organizer.events.service import change_event
from organizer.registration.models import Registration
from organizer.registration.service import cancel_registration
from organizer.tables import assigning, service
from tests.conftest import event_details

MakeEvent = Callable[..., Event]
MakeAttendees = Callable[..., list[Registration]]

HTMX = {"HX-Request": "true"}


def _job(event: Event, **changes: Any) -> None:
    row = {"kind": assigning.KIND, "subject": event.id, "language": "en"}
    with transaction() as session:
        session.add(Job(**{**row, "state": JobState.RUNNING, **changes}))


def _page(client: FlaskClient, event: Event, query: str = "") -> str:
    return client.get(f"/events/{event.id}/tables{query}").text


def _main(page: str) -> str:
    return page.split("<main")[1]


def test_without_attendees_the_page_says_what_is_missing(alice: FlaskClient, event: Event) -> None:
    page = _page(alice, event)
    assert "Nobody has registered yet." in page
    assert "Make the table plan" not in page


def test_one_button_gives_everybody_a_table(
    bob: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 30)
    assert "Make the table plan" in _page(bob, event)
    answer = bob.post(f"/events/{event.id}/tables/assign")
    assert answer.location == f"/events/{event.id}/tables"
    page = _page(bob, event)
    assert "Nobody meets twice." in page
    for number in range(1, 31):
        assert f"参加者 {number}<" in page


def test_each_round_has_its_clock_times_and_its_own_tables(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 30)
    service.assign_tables(event.id)
    first, second = _page(alice, event), _page(alice, event, "?round=2")
    assert "18:40–19:10" in first
    assert "19:15–19:45" in second
    names = re.compile(r'class="name">([^<]+)<')
    assert sorted(names.findall(first)) == sorted(names.findall(second))
    assert names.findall(first) != names.findall(second)


@pytest.mark.parametrize("number", ["0", "4", "-1", "x", "9" * 30])
def test_a_round_that_does_not_exist_shows_the_first(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, number: str
) -> None:
    make_attendees(event, 8)
    service.assign_tables(event.id)
    page = _page(alice, event, f"?round={number}")
    current = re.search(r'<a href="[^"]+round=(\d)[^"]*" aria-current="page">', page)
    assert current is not None
    assert current[1] == "1"


def test_repeats_and_people_who_are_alike_are_marked(
    alice: FlaskClient, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=1, seats_per_table=2, rounds=2, capacity=2)
    make_attendees(event, 2, company="㈱さくら", industry="insurance", profession="life_ins")
    service.assign_tables(event.id)
    page = _page(alice, event, "?round=2")
    assert "already met 参加者 1 in round 1" in page
    assert "same company as 参加者 2" in page
    assert "competes with 参加者 2" in page
    assert "same industry" in page
    assert "Fewer are impossible." in page


def test_somebody_is_found_with_all_their_tables(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    (wanted,) = make_attendees(event, 1, name="髙橋 優子", name_kana="タカハシ ユウコ")
    service.assign_tables(event.id)
    found = _page(alice, event, "?q=たかはし").split('id="found"')[1].split("</div>")[0]
    assert "髙橋 優子" in found
    for number, table in enumerate(service.route_of(wanted.id), start=1):
        assert f"Round {number}</span> {table}<" in found


@pytest.mark.parametrize("query", ["誰もいない", "%ED%A0%80", "x" * 10_000, "<b>"])
def test_a_search_for_nobody_says_so(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, query: str
) -> None:
    make_attendees(event, 4)
    service.assign_tables(event.id)
    page = _page(alice, event, f"?q={query}")
    assert "Nobody with a seat is called that." in page
    assert "<b>" not in page


def test_names_are_shown_as_text(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1, name="<script>alert(1)</script>", company="<i>")
    make_attendees(event, 3)
    service.assign_tables(event.id)
    page = _main(_page(alice, event, "?q=script"))
    assert "<script>" not in page
    assert "<i>" not in page


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


def test_what_changed_since_the_plan_is_said(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    people = make_attendees(event, 8)
    service.assign_tables(event.id)
    assert "seats stay empty" not in _page(alice, event)
    cancel_registration(people[0].id, at=clock.now())
    make_attendees(event, 1, name="飛び入り")
    change_event(event.id, event_details(rounds=4, table_count=12))
    page = _page(alice, event)
    assert "Attendees without a seat: 1</strong> 飛び入り" in page
    assert "Cancelled since, their seats stay empty: 1</strong> 参加者 1" in page
    assert "Made for 3 rounds; the event now has 4." in page
    assert "Made for 10 tables × 6 seats" in page


def test_everybody_may_cancel_and_the_page_still_opens(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    people = make_attendees(event, 4)
    service.assign_tables(event.id)
    for person in people:
        cancel_registration(person.id, at=clock.now())
    assert "Nobody has registered yet." in _page(alice, event)


def test_the_overview_tells_whether_everybody_has_a_seat(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    overview = f"/events/{event.id}"
    assert "Not assigned yet" in alice.get(overview).text
    make_attendees(event, 8)
    service.assign_tables(event.id)
    assert "Nobody meets twice." in alice.get(overview).text
    make_attendees(event, 1, name="飛び入り")
    assert "Attendees without a seat: 1" in alice.get(overview).text


PAGES = [("get", ""), ("get", "/progress"), ("post", "/assign"), ("post", "/stop")]


@pytest.mark.parametrize(("method", "path"), PAGES)
def test_it_needs_sign_in(anybody: FlaskClient, event: Event, method: str, path: str) -> None:
    answer = anybody.open(f"/events/{event.id}/tables{path}", method=method)
    assert answer.location.startswith("/sign-in")


@pytest.mark.parametrize(("method", "path"), PAGES)
def test_an_outsider_finds_nothing(
    charlie: FlaskClient, event: Event, method: str, path: str
) -> None:
    assert charlie.open(f"/events/{event.id}/tables{path}", method=method).status_code == 404
    assert service.latest_job(event.id) is None


@pytest.mark.parametrize(("method", "path"), PAGES)
def test_door_staff_may_not(dora: FlaskClient, event: Event, method: str, path: str) -> None:
    assert dora.open(f"/events/{event.id}/tables{path}", method=method).status_code == 403


@pytest.mark.parametrize("event_id", ["999", "9" * 30, "x"])
def test_an_event_that_does_not_exist_is_not_found(alice: FlaskClient, event_id: str) -> None:
    assert alice.get(f"/events/{event_id}/tables").status_code == 404


@pytest.mark.parametrize("path", ["/assign", "/stop"])
def test_only_a_post_changes_anything(alice: FlaskClient, event: Event, path: str) -> None:
    assert alice.get(f"/events/{event.id}/tables{path}").status_code == 405
