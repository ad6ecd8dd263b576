"""What is told of an event that has changed since its plan was made."""

from collections.abc import Callable

from flask import Flask

from organizer.core import clock
from organizer.core.db import transaction
from organizer.events.models import Event
from organizer.events.service import change_event
from organizer.registration.models import Registration
from organizer.registration.service import cancel_registration
from organizer.tables import service
from tests.conftest import both_databases, event_details
from tests.organizer.plans import make_plan

MakeAttendees = Callable[..., list[Registration]]


@both_databases
def test_nothing_has_changed_right_after_a_plan_was_made(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    assert not service.changes_since(make_plan(event))


@both_databases
def test_somebody_who_cancelled_is_named(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    people = make_attendees(event, 8)
    plan = make_plan(event)
    cancel_registration(people[0].id, at=clock.now())
    changes = service.changes_since(plan)
    assert (changes.left.count, changes.left.names) == (1, (people[0].name,))
    assert not changes.unseated


@both_databases
def test_a_latecomer_has_no_seat_yet(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    plan = make_plan(event)
    make_attendees(event, 1, name="飛び入り")
    changes = service.changes_since(plan)
    assert (changes.unseated.count, changes.unseated.names) == (1, ("飛び入り",))
    assert service.count_unseated(plan) == 1


def test_of_many_latecomers_the_first_ten_are_named(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    plan = make_plan(event)
    make_attendees(event, 12, email="")
    unseated = service.changes_since(plan).unseated
    assert (unseated.count, len(unseated.names)) == (12, 10)


def test_other_rounds_are_told(app: Flask, event: Event, make_attendees: MakeAttendees) -> None:
    make_attendees(event, 8)
    plan = make_plan(event)
    change_event(event.id, event_details(rounds=4))
    changes = service.changes_since(plan)
    assert (changes.rounds, changes.tables) == (True, False)
    assert changes


def test_one_other_table_is_told(app: Flask, event: Event, make_attendees: MakeAttendees) -> None:
    make_attendees(event, 8)
    plan = make_plan(event)
    with transaction():
        event.tables[3].seats = 7
    changes = service.changes_since(plan)
    assert (changes.rounds, changes.tables) == (False, True)
    assert changes
