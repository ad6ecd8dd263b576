"""Badges drawn in the background: fetching them, by whom, and for how long."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from organizer.badges.models import PrintedFile
from organizer.core import jobs
from organizer.core.db import db, transaction
from organizer.events.models import Event
from tests.conftest import both_databases
from tests.organizer.badges.background_jobs import (
    MakeAttendees,
    ask,
    fetch,
    log_of,
)
from tests.organizer.plans import make_plan
from tests.organizer.prints import changes, print_page
from tests.printables.reading import codes_of, images_of

pytestmark = pytest.mark.usefixtures("few_are_many")
HX = {"HX-Request": "true"}


@both_databases
def test_many_badges_are_made_logged_once_and_fetched_as_often_as_one_likes(
    app: Flask, alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    app.config["PUBLIC_URL"] = "https://events.example.jp"
    attendees = make_attendees(event, 3)
    place = ask(alice, event, stock="avery-l7418", start=2)
    assert "Ready: 3 badges" in alice.get(place).text
    for _ in range(2):
        answer = fetch(alice, place)
        assert answer.mimetype == "application/pdf"
        assert answer.headers["Cache-Control"] == "no-store"
    codes = codes_of(images_of(answer.data)[0])
    assert set(codes) == {f"HTTPS://EVENTS.EXAMPLE.JP/C/{a.code}" for a in attendees}
    [job] = log_of(event)
    assert set(job.pieces) == {str(attendee.id) for attendee in attendees}
    assert (job.kind, job.stock, job.start) == ("badges", "avery-l7418", 2)
    assert "Every badge is printed as it stands." in changes(alice, event)
    assert f'href="{place}"' in print_page(alice, event)


def test_a_part_of_the_file_can_be_fetched_after_a_lost_connection(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 3)
    place = ask(alice, event)
    whole = fetch(alice, place).data
    rest = alice.get(f"{place}/badges.pdf", headers={"Range": "bytes=1000-"})
    assert rest.status_code == 206
    assert rest.data == whole[1000:]


def test_a_file_is_kept_for_a_day_or_until_the_next(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 3)
    first, second = ask(alice, event), ask(alice, event)
    assert fetch(alice, first).status_code == 404
    assert "This file is gone" in alice.get(first).text
    assert fetch(alice, second).status_code == 200
    with transaction() as session:
        session.get_one(PrintedFile, event.id).made_at -= timedelta(days=1, seconds=1)
    assert fetch(alice, second).status_code == 404
    assert "This file is gone" in alice.get(second).text
    assert "wait to be fetched" not in alice.get(f"/events/{event.id}/print").text


def test_files_of_other_events_go_when_they_are_too_old(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    old, new = make_event(), make_event(title="第13回")
    for event in (old, new):
        make_attendees(event, 3)
    ask(alice, old)
    with transaction() as session:
        session.get_one(PrintedFile, old.id).made_at -= timedelta(days=2)
    ask(alice, new)
    assert [file.event_id for file in db.session.query(PrintedFile)] == [new.id]


@pytest.mark.parametrize(("visitor", "status"), [("dora", 403), ("charlie", 404)])
def test_only_organizers_of_the_host_see_and_fetch_them(
    *,
    request: pytest.FixtureRequest,
    alice: FlaskClient,
    event: Event,
    make_attendees: MakeAttendees,
    visitor: str,
    status: int,
) -> None:
    make_attendees(event, 3)
    place = ask(alice, event)
    client: FlaskClient = request.getfixturevalue(visitor)
    for address in (place, f"{place}/progress", f"{place}/badges.pdf"):
        assert client.get(address).status_code == status
    assert client.post(f"{place}/stop").status_code == status
    assert "/sign-in" in alice.application.test_client().get(f"{place}/badges.pdf").location


def test_jobs_of_other_events_and_kinds_are_not_found(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event, other = make_event(table_count=2), make_event(title="第13回")
    make_attendees(event, 4)
    number = ask(alice, event).rsplit("/", 1)[1]
    make_plan(event)
    plan_job = jobs.find_latest("tables.assign", subject=event.id)
    assert plan_job is not None
    for place in (
        f"/events/{other.id}/print/jobs/{number}",
        f"/events/{event.id}/print/jobs/{plan_job.id}",
    ):
        assert alice.get(place).status_code == 404
        assert alice.get(f"{place}/badges.pdf").status_code == 404
        assert alice.post(f"{place}/stop").status_code == 404
