"""Reading a table plan."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask_babel import force_locale

from organizer.core import clock
from organizer.events.models import Event
from organizer.events.service import change_event
from organizer.registration.models import Registration
from organizer.registration.service import cancel_registration
from organizer.tables import service
from organizer.tables.marks import marks_of
from organizer.tables.mix import colours_of, crowded_industry, segments_of
from organizer.tables.models import Plan
from organizer.tables.rounds import RoundSeating, find_routes
from organizer.tables.summary import findings_of
from seating import Reason, Why
from tests.conftest import both_databases, event_details

MakeEvent = Callable[..., Event]
MakeAttendees = Callable[..., list[Registration]]


def _plan(event: Event) -> Plan:
    service.assign_tables(event.id)
    plan = service.plan_in_force(event.id)
    assert plan is not None
    return plan


@both_databases
def test_a_route_names_a_persons_table_in_each_round(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    people = make_attendees(event, 12)
    rounds = service.seating_of(_plan(event))
    routes = service.route_of(event.id)
    assert set(routes) == {p.id for p in people}
    for seated in rounds:
        for table in seated.tables:
            assert all(routes[r.id][seated.number - 1] == table.name for r in table.registrations)


def test_without_a_plan_there_are_no_routes(app: Flask, event: Event) -> None:
    assert service.plan_in_force(event.id) is None
    assert service.route_of(event.id) == {}


def test_tables_come_in_the_events_order(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=11, seats_per_table=2, capacity=22, table_naming="numbers")
    make_attendees(event, 22)
    names = [table.name for table in service.seating_of(_plan(event))[0].tables]
    assert names == [str(n) for n in range(1, 12)]


def test_colleagues_are_kept_apart(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=2, seats_per_table=3, rounds=2, capacity=6)
    make_attendees(event, 1, company="株式会社さくら", profession="")
    make_attendees(event, 1, company="㈱さくら", profession="", name="同僚")
    make_attendees(event, 4, company="", profession="", email="")
    plan = _plan(event)
    assert plan.same_company == 0


@both_databases
def test_somebody_who_cancels_leaves_an_empty_seat(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    people = make_attendees(event, 8)
    plan = _plan(event)
    cancel_registration(people[0].id, at=clock.now())
    seated = {r.id for s in service.seating_of(plan) for t in s.tables for r in t.registrations}
    assert seated == {p.id for p in people[1:]}
    assert people[0].id not in service.route_of(event.id)
    changes = service.changes_since(plan)
    assert [r.id for r in changes.left] == [people[0].id]
    assert changes.unseated == ()


@both_databases
def test_a_latecomer_has_no_seat_yet(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    plan = _plan(event)
    assert not service.changes_since(plan)
    (late,) = make_attendees(event, 1, name="飛び入り")
    assert [r.id for r in service.changes_since(plan).unseated] == [late.id]


def test_a_plan_stays_as_it_was_made_when_the_event_changes(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    plan = _plan(event)
    before = service.route_of(event.id)
    change_event(event.id, event_details(rounds=4, table_naming="numbers"))
    assert service.route_of(event.id) == before
    changes = service.changes_since(plan)
    assert (changes.then.rounds, changes.now.rounds) == (3, 4)
    assert changes


def test_rounds_follow_the_programme(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    plan = _plan(event)
    spans = service.spans_of(plan, service.seating_of(plan))
    opened = datetime(2026, 10, 8, 9, 40, tzinfo=UTC)
    assert [span.starts_at for span in spans] == [
        opened + timedelta(minutes=35 * i) for i in range(3)
    ]
    assert spans[0].ends_at - spans[0].starts_at == timedelta(minutes=30)


def test_a_fuller_table_than_the_programme_expects_makes_rounds_longer(
    app: Flask, event: Event, make_attendees: MakeAttendees, make_event: MakeEvent
) -> None:
    crowded = make_event(table_count=2, seats_per_table=6, capacity=12)
    make_attendees(crowded, 12)
    plan = _plan(crowded)
    change_event(crowded.id, event_details(table_count=10, seats_per_table=2, capacity=20))
    spans = service.spans_of(plan, service.seating_of(plan))
    assert spans[0].ends_at - spans[0].starts_at == timedelta(minutes=6 * 5)


def _one_table(make_event: MakeEvent, make_attendees: MakeAttendees, **changes: str) -> Plan:
    event = make_event(table_count=1, seats_per_table=3, rounds=2, capacity=3)
    make_attendees(event, 3, **changes)
    return _plan(event)


def test_whoever_meets_again_is_marked_with_the_first_round(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    rounds = service.seating_of(_one_table(make_event, make_attendees))
    assert all(mark.again == () for mark in marks_of(rounds, number=1).values())
    for mark in marks_of(rounds, number=2).values():
        assert [meeting.round for meeting in mark.again] == [1, 1]


def test_people_who_are_alike_are_marked(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    plan = _one_table(
        make_event, make_attendees, company="㈱さくら", industry="insurance", profession="life_ins"
    )
    for mark in marks_of(service.seating_of(plan), number=1).values():
        assert mark.same_industry
        assert len(mark.colleagues) == len(mark.competitors) == 2


def test_people_of_no_known_industry_are_not_alike(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    plan = _one_table(make_event, make_attendees, company="", industry="", profession="")
    for mark in marks_of(service.seating_of(plan), number=1).values():
        assert not mark.same_industry
        assert mark.colleagues == mark.competitors == ()


def test_the_bar_of_a_table_puts_equal_industries_side_by_side(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    rounds = service.seating_of(_one_table(make_event, make_attendees, industry="insurance"))
    segments = segments_of(rounds[0].tables[0], colours_of(rounds))
    assert [(s.industry, s.colour, s.count) for s in segments] == [("insurance", 1, 3)]
    assert crowded_industry(rounds) == ("insurance", 3)


@pytest.mark.parametrize("query", ["たかはし", "タカハシ", "ﾀｶﾊｼ", "高橋", "さくら商事"])
def test_people_are_found_by_name_furigana_and_company(
    app: Flask, event: Event, make_attendees: MakeAttendees, query: str
) -> None:
    make_attendees(event, 4)
    (wanted,) = make_attendees(
        event, 1, name="髙橋 優子", name_kana="タカハシ ユウコ", company="株式会社さくら商事"
    )
    found = find_routes(service.seating_of(_plan(event)), query)
    assert [route.registration.id for route in found] == [wanted.id]
    assert [number for number, _table in found[0].stops] == [1, 2, 3]


def _findings(app: Flask, plan: Plan, rounds: Sequence[RoundSeating]) -> list[str]:
    with app.test_request_context(), force_locale("en"):
        return [f"{f.text} {f.why}".strip() for f in findings_of(plan, rounds)]


def test_a_perfect_plan_is_praised(app: Flask, event: Event, make_attendees: MakeAttendees) -> None:
    make_attendees(event, 8)
    plan = _plan(event)
    assert _findings(app, plan, service.seating_of(plan)) == [
        "Nobody meets twice.",
        "Nobody shares a table with their own industry.",
        "Colleagues and competitors sit apart.",
    ]


def test_what_cannot_be_avoided_is_said_with_its_reason(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    plan = _one_table(make_event, make_attendees, industry="insurance", profession="life_ins")
    repeats, industries, rivals = _findings(app, plan, service.seating_of(plan))
    assert repeats.startswith("Fewer are impossible. ")
    assert industries == (
        "Fewer are impossible. 3 attendees are in the same industry (Insurance), at 1 tables."
    )
    assert rivals == "Colleagues: 0, competitors: 6."


def test_what_might_be_better_is_said(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    plan = _one_table(make_event, make_attendees)
    rounds = service.seating_of(plan)
    plan.repeats, plan.least_repeats = 5, 3
    plan.same_industry, plan.least_same_industry = 2, 0
    plan.reasons = [asdict(Reason(Why.EARLIER_TABLES, least=3, seats=6, tables=5))]
    assert _findings(app, plan, rounds)[:2] == [
        "Fewer than 3 are impossible. The 6 people of a table come from only 5 earlier tables.",
        "Whether fewer are possible is not known; another try may find fewer.",
    ]
