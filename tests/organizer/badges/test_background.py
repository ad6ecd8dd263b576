"""Many badges are drawn in the background: how far they are, and stopping."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from organizer.badges.models import PrintedFile
from organizer.core import jobs
from organizer.core.db import db, transaction
from organizer.core.jobs import Job, service
from organizer.events.models import Event
from tests.conftest import both_databases
from tests.organizer.badges.background_jobs import (
    MakeAttendees,
    ask,
    fetch,
    log_of,
)
from tests.organizer.prints import print_out, refused
from tests.printables.reading import images_of

pytestmark = pytest.mark.usefixtures("few_are_many")
HX = {"HX-Request": "true"}


def test_few_badges_come_at_once(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 2)
    assert len(images_of(print_out(alice, event), dpi=20)) == 1
    assert db.session.query(PrintedFile).count() == 0


@both_databases
def test_the_page_tells_how_many_are_drawn_until_it_has_to_reload(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, waiting: list[int]
) -> None:
    make_attendees(event, 3)
    place = ask(alice, event)
    assert "Beginning" in alice.get(place).text
    [job_id] = waiting
    running = service.begin(job_id)
    assert running is not None
    running.report(2 / 3, {"done": 2, "total": 3})
    shown = alice.get(f"{place}/progress", headers=HX)
    assert "2 of 3 badges are drawn" in shown.text
    assert "HX-Refresh" not in shown.headers
    assert "See how far they are" in alice.get(f"/events/{event.id}/print").text
    with transaction():
        assert running.finish()
    assert alice.get(f"{place}/progress", headers=HX).headers["HX-Refresh"] == "true"


def test_without_scripts_the_page_reloads_by_itself(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, waiting: list[int]
) -> None:
    make_attendees(event, 3)
    place = ask(alice, event)
    assert '<noscript><meta http-equiv="refresh"' in alice.get(place).text
    assert alice.get(f"{place}/progress").location == place
    jobs.run(waiting[0])
    assert "refresh" not in alice.get(place).text


def test_badges_that_do_not_begin_say_whom_to_ask(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, waiting: list[int]
) -> None:
    make_attendees(event, 3)
    place = ask(alice, event)
    with transaction() as session:
        session.get_one(Job, waiting[0]).created_at -= timedelta(minutes=1)
    assert "This has not begun yet." in alice.get(place).text


@both_databases
def test_stopped_before_they_begin_no_badges_are_kept_or_logged(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, waiting: list[int]
) -> None:
    make_attendees(event, 3)
    place = ask(alice, event)
    page = alice.post(f"{place}/stop", follow_redirects=True).text
    assert "Stopped. Nothing was printed." in page
    jobs.run(waiting[0])
    assert fetch(alice, place).status_code == 404
    assert log_of(event) == []


@both_databases
def test_stopped_while_they_are_drawn_no_badges_are_kept_or_logged(
    alice: FlaskClient,
    event: Event,
    make_attendees: MakeAttendees,
    waiting: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_attendees(event, 3)
    place = ask(alice, event)
    drawn: list[int] = []
    report = jobs.Running.report

    def stop_at_the_second(self: jobs.Running, done: float, figures: dict[str, int]) -> None:
        drawn.append(figures["done"])
        if figures["done"] == 2:
            jobs.cancel(self.job_id)
        report(self, done, figures)

    monkeypatch.setattr(jobs.Running, "report", stop_at_the_second)
    jobs.run(waiting[0])
    assert drawn == [1, 2]
    assert "Stopped. Nothing was printed." in alice.get(place).text
    assert log_of(event) == []
    assert db.session.query(PrintedFile).count() == 0


def test_stopping_what_is_ready_changes_nothing(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 3)
    place = ask(alice, event)
    page = alice.post(f"{place}/stop", follow_redirects=True).text
    assert "There was nothing to stop." in page
    assert "Ready: 3 badges" in page


def test_two_at_a_time_are_refused_on_the_print_page(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, waiting: list[int]
) -> None:
    make_attendees(event, 3)
    ask(alice, event)
    assert "This is already under way." in refused(alice, event, status=422)
    assert len(waiting) == 1
