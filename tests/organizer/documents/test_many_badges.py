"""Many badges are drawn in the background: how far they are, stopping, and fetching them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from organizer.core import clock, jobs
from organizer.core.db import db, transaction
from organizer.core.jobs import Job, JobState, handlers
from organizer.core.jobs import service as job_service
from organizer.documents import making
from organizer.documents.models import PrintedFile, PrintJob
from organizer.events.models import Event
from organizer.printers.models import Printer
from organizer.printers.service import forget, save
from organizer.registration.models import Registration
from organizer.registration.service import cancel_registration
from tests.conftest import both_databases
from tests.organizer.plans import make_plan
from tests.printables.reading import codes_of, images_of, text_of

MakeAttendees = Callable[..., list[Registration]]
HX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than two badges are many, and each of them is reported."""
    monkeypatch.setattr(making, "AT_ONCE", 2)
    monkeypatch.setattr(handlers, "SECONDS_BETWEEN_REPORTS", 0)


@pytest.fixture
def waiting(app: Flask, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A queue that only collects ids, for a test that does the job itself."""
    queue: list[int] = []
    monkeypatch.setattr(job_service, "run", queue.append)
    return queue


def ask(client: FlaskClient, event: Event, **choice: object) -> str:
    """Ask for badges and return the address that shows how far they are."""
    answer = client.post(f"/events/{event.id}/print/badges.pdf", data=choice)
    assert answer.status_code == 302, answer.text
    return answer.location


def log_of(event: Event) -> list[PrintJob]:
    return db.session.query(PrintJob).filter_by(event_id=event.id).all()


def fetch(client: FlaskClient, place: str) -> TestResponse:
    return client.get(f"{place}/badges.pdf")


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
    page = alice.get(f"/events/{event.id}/print").text
    assert "Every badge is printed as it stands." in page
    assert f'href="{place}"' in page


def test_few_badges_come_at_once(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 2)
    answer = alice.post(f"/events/{event.id}/print/badges.pdf")
    assert answer.mimetype == "application/pdf"
    assert db.session.query(PrintedFile).count() == 0


def test_a_part_of_the_file_can_be_fetched_after_a_lost_connection(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 3)
    place = ask(alice, event)
    whole = fetch(alice, place).data
    rest = alice.get(f"{place}/badges.pdf", headers={"Range": "bytes=1000-"})
    assert rest.status_code == 206
    assert rest.data == whole[1000:]


@both_databases
def test_the_page_tells_how_many_are_drawn_until_it_has_to_reload(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, waiting: list[int]
) -> None:
    make_attendees(event, 3)
    place = ask(alice, event)
    assert "Beginning" in alice.get(place).text
    [job_id] = waiting
    running = job_service.begin(job_id)
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
    answer = alice.post(f"/events/{event.id}/print/badges.pdf")
    assert answer.status_code == 422
    assert "This is already under way." in answer.text
    assert len(waiting) == 1


def test_people_who_cancel_before_the_badges_are_begun_are_left_out_and_not_logged(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, waiting: list[int]
) -> None:
    attendees = make_attendees(event, 4)
    place = ask(alice, event)
    cancel_registration(attendees[0].id, at=clock.now())
    jobs.run(waiting[0])
    assert attendees[0].company not in text_of(fetch(alice, place).data)
    [job] = log_of(event)
    assert set(job.pieces) == {str(attendee.id) for attendee in attendees[1:]}


def test_the_log_holds_what_was_drawn_though_everything_changes_meanwhile(
    alice: FlaskClient,
    make_event: Callable[..., Event],
    make_attendees: MakeAttendees,
    waiting: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    event = make_event(table_count=2)
    attendees = make_attendees(event, 6)
    make_plan_now(event, waiting)
    place = ask(alice, event, backs="long-edge")
    job_id = waiting.pop()
    draw = making._draw

    def draw_while_things_change(*args: object) -> bytes:
        with transaction() as session:
            session.get_one(Registration, attendees[0].id).name = "改名 太郎"
        make_plan_now(event, waiting)
        return draw(*args)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(making, "_draw", draw_while_things_change)
    jobs.run(job_id)
    assert "改名" not in text_of(fetch(alice, place).data)
    [job] = log_of(event)
    assert job.plan_number == 1
    assert "changed 6" in alice.get(f"/events/{event.id}/print").text


def make_plan_now(event: Event, waiting: list[int]) -> None:
    """Make a plan although jobs wait."""
    import organizer.tables.service as tables
    from organizer.tables import assigning

    job_id = tables.assign_tables(event.id)
    assert job_id == waiting.pop()
    jobs.run(job_id)
    assert jobs.find_latest(assigning.KIND, subject=event.id).state == JobState.DONE  # type: ignore[union-attr]  # just made


@both_databases
def test_a_printer_that_is_removed_while_its_badges_are_drawn_stops_nothing(
    alice: FlaskClient,
    event: Event,
    make_attendees: MakeAttendees,
    waiting: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_attendees(event, 3)
    measures = dict.fromkeys(("dx_mm", "dy_mm", "back_dx_mm", "back_dy_mm"), 1.0)
    printer = save(Printer, event.organization_id, {"name": "複合機", **measures})
    place = ask(alice, event, printer=printer.id)
    draw = making._draw

    def draw_without_printer(*args: object) -> bytes:
        forget(Printer, printer.id)
        return draw(*args)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(making, "_draw", draw_without_printer)
    jobs.run(waiting[0])
    assert fetch(alice, place).mimetype == "application/pdf"
    assert [job.printer_id for job in log_of(event)] == [None]


def test_what_broke_says_so_and_logs_nothing(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, waiting: list[int]
) -> None:
    attendees = make_attendees(event, 3)
    place = ask(alice, event)
    for attendee in attendees:
        cancel_registration(attendee.id, at=clock.now())
    jobs.run(waiting[0])
    assert "Nobody has registered yet" in alice.get(place).text
    assert fetch(alice, place).status_code == 404
    assert log_of(event) == []


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
