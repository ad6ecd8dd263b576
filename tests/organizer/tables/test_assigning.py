"""Making a table plan: from the attendees to the stored seats."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask_babel import force_locale
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

import seating
from organizer.core import clock, jobs
from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from organizer.core.jobs import Job, JobState, handlers
from organizer.events.models import Event
from organizer.registration.models import Registration
from organizer.registration.service import cancel_registration
from organizer.tables import assigning, service
from organizer.tables.models import Seat, TablePlan
from tests.conftest import both_databases

MakeEvent = Callable[..., Event]
MakeAttendees = Callable[..., list[Registration]]


@both_databases
def test_everybody_gets_one_seat_in_each_round(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    people = make_attendees(event, 12)
    service.assign_tables(event.id)
    plan = service.plan_in_force(event.id)
    assert plan is not None
    assert (plan.number, plan.rounds) == (1, 3)
    for seated in service.seating_of(plan):
        ids = [r.id for table in seated.tables for r in table.registrations]
        assert sorted(ids) == sorted(p.id for p in people)


@both_databases
def test_a_new_plan_takes_the_place_of_the_old_one_which_is_kept(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    for _time in range(2):
        service.assign_tables(event.id)
    newest = service.plan_in_force(event.id)
    assert newest is not None
    assert newest.number == 2
    assert db.session.scalar(select(func.count()).select_from(TablePlan)) == 2


@both_databases
def test_the_database_holds_one_open_job_per_event(app: Flask, event: Event) -> None:
    with transaction() as session:
        session.add(_job(event.id, JobState.RUNNING))
    with pytest.raises(IntegrityError), transaction() as session:
        session.add(_job(event.id, JobState.QUEUED))


@both_databases
def test_a_second_plan_is_refused_while_one_is_being_made(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 4)
    with transaction() as session:
        session.add(_job(event.id, JobState.QUEUED))
    with pytest.raises(OrganizerError):
        service.assign_tables(event.id)
    assert db.session.scalar(select(func.count()).select_from(Job)) == 1


@both_databases
def test_another_event_may_be_assigned_meanwhile(
    app: Flask, event: Event, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    with transaction() as session:
        session.add(_job(event.id, JobState.RUNNING))
    other = make_event()
    make_attendees(other, 4)
    service.assign_tables(other.id)
    assert service.plan_in_force(other.id) is not None


def test_a_job_whose_worker_fell_silent_makes_way(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 4)
    with transaction() as session:
        lost = _job(event.id, JobState.RUNNING, heard_at=clock.now() - timedelta(minutes=5))
        session.add(lost)
    service.assign_tables(event.id)
    assert service.plan_in_force(event.id) is not None
    assert db.session.get_one(Job, lost.id).state == JobState.FAILED


def test_a_plan_of_a_job_that_was_given_up_is_not_stored(
    app: Flask, event: Event, make_attendees: MakeAttendees, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_attendees(event, 4)
    _meanwhile(monkeypatch, lambda: _set_state(event.id, JobState.FAILED))
    service.assign_tables(event.id)
    assert service.plan_in_force(event.id) is None
    assert _latest_job(event.id).state == JobState.FAILED


def test_stopped_during_the_search_a_job_changes_nothing(
    app: Flask, event: Event, make_attendees: MakeAttendees, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_attendees(event, 9)
    service.assign_tables(event.id)
    before = service.routes_of(event.id)
    _meanwhile(monkeypatch, lambda: service.stop_assigning(event.id))
    service.assign_tables(event.id)
    assert _latest_job(event.id).state == JobState.CANCELLED
    assert service.routes_of(event.id) == before
    newest = service.plan_in_force(event.id)
    assert newest is not None
    assert newest.number == 1


def test_a_search_asks_whether_to_go_on(
    app: Flask,
    make_event: MakeEvent,
    make_attendees: MakeAttendees,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    event = make_event(table_count=5, rounds=7, capacity=30)
    make_attendees(event, 30)
    monkeypatch.setattr(assigning, "STOP", seating.Stop.iterations(10**9))
    monkeypatch.setattr(handlers, "SECONDS_BETWEEN_REPORTS", 0)
    report = jobs.Running.report

    def report_and_stop(running: jobs.Running, done: float, figures: dict[str, Any]) -> None:
        report(running, done, figures)
        service.stop_assigning(event.id)

    monkeypatch.setattr(jobs.Running, "report", report_and_stop)
    service.assign_tables(event.id)
    job = _latest_job(event.id)
    assert job.state == JobState.CANCELLED
    assert set(job.figures) == {
        "seconds",
        "repeats",
        "same_industry",
        "least_repeats",
        "least_same_industry",
    }
    assert service.plan_in_force(event.id) is None


def test_figures_of_an_unavoidable_repeat_are_stored_with_their_bound(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=1, seats_per_table=4, rounds=2, capacity=4)
    make_attendees(event, 4)
    service.assign_tables(event.id)
    plan = service.plan_in_force(event.id)
    assert plan is not None
    assert (plan.repeats, plan.least_repeats, plan.proved) == (6, 6, True)
    assert plan.reasons


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (0, "Nobody"),
        (1, "at least two"),
        (7, "7 attendees, but only 6 seats: 1 too few"),
    ],
)
def test_an_event_that_cannot_be_seated_says_why(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees, count: int, sentence: str
) -> None:
    event = make_event(table_count=2, seats_per_table=3, capacity=60)
    make_attendees(event, count)
    with force_locale("en"), pytest.raises(OrganizerError, match=sentence):
        service.assign_tables(event.id)
    assert service.latest_job(event.id) is None


def test_attendees_who_cancel_before_the_search_begins_can_make_it_impossible(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    people = make_attendees(event, 2)
    job_id = _queued(event.id)
    cancel_registration(people[0].id, at=clock.now())
    jobs.run(job_id)
    job = _latest_job(event.id)
    assert job.state == JobState.FAILED
    assert "at least two" in job.error


def test_with_few_people_nobody_sits_alone(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 5)
    service.assign_tables(event.id)
    plan = service.plan_in_force(event.id)
    assert plan is not None
    sizes = {len(t.registrations) for r in service.seating_of(plan) for t in r.tables}
    assert sizes <= {2, 3}


def test_an_odd_number_fills_small_tables(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=10, seats_per_table=2, capacity=20)
    make_attendees(event, 5)
    service.assign_tables(event.id)
    assert len(service.routes_of(event.id)) == 5


def test_colleagues_are_kept_apart(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=2, seats_per_table=3, rounds=2, capacity=6)
    make_attendees(event, 1, company="株式会社さくら", profession="")
    make_attendees(event, 1, company="㈱さくら", profession="", name="同僚")
    make_attendees(event, 4, company="", profession="", email="")
    service.assign_tables(event.id)
    plan = service.plan_in_force(event.id)
    assert plan is not None
    assert plan.same_company == 0


@both_databases
def test_seats_go_with_their_registration(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    people = make_attendees(event, 4)
    service.assign_tables(event.id)
    with transaction() as session:
        session.delete(session.get_one(Registration, people[0].id))
    assert db.session.scalar(select(func.count()).select_from(Seat)) == 9


def _job(event_id: int, state: JobState, **changes: Any) -> Job:
    row = {"kind": assigning.KIND, "subject": event_id, "state": state, "language": "en"}
    return Job(**{**row, **changes})


def _queued(event_id: int) -> int:
    with transaction() as session:
        job = _job(event_id, JobState.QUEUED)
        session.add(job)
        session.flush()
        return job.id


def _latest_job(event_id: int) -> Job:
    job = service.latest_job(event_id)
    assert job is not None
    return job


def _set_state(event_id: int, state: JobState) -> None:
    with transaction():
        _latest_job(event_id).state = state


def _meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], Any]) -> None:
    """Let something happen after the search and before its plan is stored."""
    solve = seating.solve

    def solve_and_let_happen(*args: Any, **kwargs: Any) -> seating.Result:
        result = solve(*args, **kwargs)
        happens()
        return result

    monkeypatch.setattr(seating, "solve", solve_and_let_happen)
