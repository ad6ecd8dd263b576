"""Reading who sits where."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from organizer.core import clock
from organizer.core.db import transaction
from organizer.events.models import Event
from organizer.events.service import change_event
from organizer.registration.models import Registration
from organizer.registration.service import cancel_registration
from organizer.tables import service
from organizer.tables.models import PlanState
from organizer.tables.plans import find_routes
from tests.conftest import both_databases, event_details
from tests.organizer.plans import make_plan

MakeEvent = Callable[..., Event]
MakeAttendees = Callable[..., list[Registration]]


@both_databases
def test_a_route_names_a_persons_table_in_each_round(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    people = make_attendees(event, 12)
    rounds = service.seating_of(make_plan(event))
    routes = service.routes_of(event.id)
    assert set(routes) == {p.id for p in people}
    assert all(service.route_of(p.id) == routes[p.id] for p in people)
    for seated in rounds:
        for table in seated.tables:
            assert all(routes[r.id][seated.number - 1] == table.name for r in table.registrations)


@both_databases
def test_routes_of_some_people_are_those_of_all(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    first, second, *_others = make_attendees(event, 8)
    make_plan(event)
    everybody = service.routes_of(event.id)
    some = service.routes_of(event.id, people=[first.id, second.id])
    assert some == {person.id: everybody[person.id] for person in (first, second)}
    assert service.routes_of(event.id, people=[]) == {}


@both_databases
def test_without_a_plan_there_are_no_routes(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    [attendee] = make_attendees(event, 1)
    assert service.plan_in_force(event.id) is None
    assert service.routes_of(event.id) == {}
    assert service.route_of(attendee.id) == ()


@both_databases
def test_a_draft_does_not_count(app: Flask, event: Event, make_attendees: MakeAttendees) -> None:
    people = make_attendees(event, 8)
    first = make_plan(event)
    route = service.route_of(people[0].id)
    second = make_plan(event)
    with transaction():
        second.state = PlanState.DRAFT
    in_force = service.plan_in_force(event.id)
    assert in_force is not None
    assert in_force.id == first.id
    assert service.route_of(people[0].id) == route


def test_tables_come_in_the_events_order(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=11, seats_per_table=2, capacity=22, table_naming="numbers")
    make_attendees(event, 22)
    tables = service.seating_of(make_plan(event))[0].tables
    assert [(t.number, t.name) for t in tables] == [(n, str(n)) for n in range(1, 12)]


@both_databases
def test_somebody_who_cancels_leaves_an_empty_seat(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    people = make_attendees(event, 8)
    plan = make_plan(event)
    cancel_registration(people[0].id, at=clock.now())
    seated = {r.id for s in service.seating_of(plan) for t in s.tables for r in t.registrations}
    assert seated == {p.id for p in people[1:]}
    assert people[0].id not in service.routes_of(event.id)
    assert service.route_of(people[0].id) == ()


@both_databases
def test_a_plan_stays_as_it_was_made_when_the_event_changes(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 30)
    plan = make_plan(event)
    before = service.routes_of(event.id)
    change_event(event.id, event_details(rounds=4, table_naming="numbers", table_count=2))
    assert service.routes_of(event.id) == before
    assert [table["name"] for table in plan.tables] == list("ABCDEFGHIJ")
    assert len(service.seating_of(plan)[0].tables) == 10


def test_rounds_follow_the_programme(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    spans = service.spans_of(make_plan(event))
    opened = datetime(2026, 10, 8, 9, 40, tzinfo=UTC)
    assert [span.starts_at for span in spans] == [
        opened + timedelta(minutes=35 * i) for i in range(3)
    ]
    assert spans[0].ends_at - spans[0].starts_at == timedelta(minutes=30)


def test_every_round_of_a_plan_has_its_time_also_those_the_event_lost(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    plan = make_plan(event)
    before = service.spans_of(plan)
    change_event(event.id, event_details(rounds=2))
    assert service.spans_of(plan) == before


def test_a_fuller_table_than_the_programme_expects_makes_rounds_longer(
    app: Flask, make_attendees: MakeAttendees, make_event: MakeEvent
) -> None:
    crowded = make_event(table_count=2, seats_per_table=6, capacity=12)
    make_attendees(crowded, 12)
    plan = make_plan(crowded)
    change_event(crowded.id, event_details(table_count=10, seats_per_table=2, capacity=20))
    spans = service.spans_of(plan)
    assert spans[0].ends_at - spans[0].starts_at == timedelta(minutes=6 * 5)


@both_databases
@pytest.mark.parametrize(
    "query", ["たかはし", "タカハシ", "ﾀｶﾊｼ", "高橋", "さくら商事", "優子 さくら"]
)
def test_people_are_found_by_name_furigana_and_company(
    app: Flask, event: Event, make_attendees: MakeAttendees, query: str
) -> None:
    make_attendees(event, 4)
    (wanted,) = make_attendees(
        event, 1, name="髙橋 優子", name_kana="タカハシ ユウコ", company="株式会社さくら商事"
    )
    [route], count = find_routes(make_plan(event), query, most=20)
    assert (route.registration.id, count) == (wanted.id, 1)
    assert [stop.round for stop in route.stops] == [1, 2, 3]
    assert tuple(stop.table_name for stop in route.stops) == service.route_of(wanted.id)


@both_databases
def test_only_people_with_a_seat_are_found(
    app: Flask, event: Event, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    seated, cancelled, _other = make_attendees(event, 3, name="山田")
    plan = make_plan(event)
    make_attendees(event, 1, name="山田", email="")
    make_attendees(make_event(), 1, name="山田")
    cancel_registration(cancelled.id, at=clock.now())
    found, count = find_routes(plan, "山田", most=1)
    assert ([route.registration.id for route in found], count) == ([seated.id], 2)
    assert find_routes(plan, " ", most=1) == ([], 0)
