"""What changes between asking for many badges and having them."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from organizer.badges import background
from organizer.core import clock, jobs
from organizer.core.db import transaction
from organizer.events.models import Event
from organizer.printers.models import Printer
from organizer.printers.service import forget, save
from organizer.registration.models import Registration
from organizer.registration.service import cancel_registration
from tests.conftest import both_databases
from tests.organizer.badges.background_jobs import (
    MakeAttendees,
    ask,
    fetch,
    log_of,
    make_plan_now,
)
from tests.organizer.prints import changes
from tests.printables.reading import text_of

pytestmark = pytest.mark.usefixtures("few_are_many")
HX = {"HX-Request": "true"}


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
    draw = background._draw

    def draw_while_things_change(*args: object) -> bytes:
        with transaction() as session:
            session.get_one(Registration, attendees[0].id).name = "改名 太郎"
        make_plan_now(event, waiting)
        return draw(*args)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(background, "_draw", draw_while_things_change)
    jobs.run(job_id)
    assert "改名" not in text_of(fetch(alice, place).data)
    [job] = log_of(event)
    assert job.plan.number == 1
    assert "changed 6" in changes(alice, event)


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
    draw = background._draw

    def draw_without_printer(*args: object) -> bytes:
        forget(Printer, printer.id)
        return draw(*args)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(background, "_draw", draw_without_printer)
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
