"""Letting a plan count: revisions, races, and the meetings that are kept."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from threading import Barrier
from typing import Any

import pytest
from flask import Flask
from flask_babel import force_locale
from sqlalchemy import select

import seating
from organizer.core import clock
from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from organizer.events.models import Event
from organizer.events.service import change_event
from organizer.people.models import Meeting
from organizer.registration.models import Registration
from organizer.registration.service import cancel_registration
from organizer.tables import service
from organizer.tables.models import PlanState, TablePlan
from tests.conftest import both_databases, event_details
from tests.organizer.plans import make_plan

MakeAttendees = Callable[..., list[Registration]]
MakeEvent = Callable[..., Event]


def _draft(event: Event) -> TablePlan:
    plan = make_plan(event)
    with transaction():
        plan.state = PlanState.DRAFT
    return plan


def _meetings(event: Event) -> set[tuple[int, int, int]]:
    rows = db.session.scalars(select(Meeting).filter_by(event_id=event.id))
    return {(meeting.round, meeting.a_id, meeting.b_id) for meeting in rows}


def _pairs(plan: TablePlan) -> Iterator[tuple[int, int, int]]:
    for seated in service.seating_of(plan):
        for table in seated.tables:
            for pair in combinations(sorted(r.person_id for r in table.registrations), 2):
                yield seated.number, *pair


@both_databases
def test_each_change_of_a_plan_gives_it_another_revision(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    plan = _draft(event)
    before = plan.revision
    service.publish_plan(plan.id, revision=before)
    assert plan.revision == before + 1
    assert service.plan_in_force(event.id) is plan


@both_databases
def test_a_plan_that_somebody_has_changed_is_not_published(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    plan = _draft(event)
    seen = plan.revision
    with transaction():
        plan.played_rounds = 1
    with force_locale("en"), pytest.raises(OrganizerError, match="Somebody has changed"):
        service.publish_plan(plan.id, revision=seen)
    assert service.plan_in_force(event.id) is None


@both_databases
def test_of_two_who_publish_what_both_have_seen_one_is_refused(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    plan = _draft(event)
    plan_id, seen, both = plan.id, plan.revision, Barrier(2)
    db.session.rollback()

    def publish() -> bool:
        with app.app_context():
            both.wait()
            try:
                service.publish_plan(plan_id, revision=seen)
            except OrganizerError:
                return False
            return True

    with ThreadPoolExecutor(2) as two:
        done = [future.result() for future in [two.submit(publish) for _one in range(2)]]
    assert sorted(done) == [False, True]
    db.session.expire_all()
    assert (plan.state, plan.revision) == (PlanState.PUBLISHED, seen + 1)


@both_databases
def test_who_sits_together_is_kept_by_person(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 12)
    plan = make_plan(event)
    assert _meetings(event) == set(_pairs(plan))


@both_databases
def test_a_new_plan_takes_the_place_of_the_meetings_of_the_old_one(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    people = make_attendees(event, 12)
    make_plan(event)
    cancel_registration(people[0].id, at=clock.now())
    plan = make_plan(event)
    assert _meetings(event) == set(_pairs(plan))


@both_databases
def test_an_older_draft_that_is_published_late_changes_no_meetings(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 12)
    older = _draft(event)
    newer = make_plan(event)
    service.publish_plan(older.id, revision=older.revision)
    assert service.plan_in_force(event.id) is newer
    assert _meetings(event) == set(_pairs(newer))


@both_databases
def test_meetings_outlive_the_registration_of_who_met(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    people = make_attendees(event, 8)
    plan = make_plan(event)
    before = _meetings(event)
    with transaction() as session:
        session.delete(session.get_one(Registration, people[0].id))
    assert people[0].id not in service.routes_of(event.id)
    assert _meetings(event) == before > set(_pairs(plan))


@both_databases
def test_tables_may_change_while_a_plan_is_made(
    app: Flask, event: Event, make_attendees: MakeAttendees, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_attendees(event, 12)
    solve = seating.solve

    def solve_while_tables_change(*args: Any, **kwargs: Any) -> seating.Result:
        result = solve(*args, **kwargs)
        change_event(event.id, event_details(table_count=3, table_naming="numbers"))
        return result

    monkeypatch.setattr(seating, "solve", solve_while_tables_change)
    plan = make_plan(event)
    assert [table["name"] for table in plan.tables] == list("ABCDEFGHIJ")
    assert {t.name for r in service.seating_of(plan) for t in r.tables} <= set("ABCDEFGHIJ")
    assert service.changes_since(plan).tables
