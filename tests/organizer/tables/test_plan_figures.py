"""What is said of how good a plan is."""

from collections.abc import Callable
from dataclasses import asdict

from flask import Flask
from flask_babel import force_locale

from organizer.events.models import Event
from organizer.registration.models import Registration
from organizer.tables import service
from organizer.tables.models import TablePlan
from organizer.tables.summary import figures_of
from seating import Reason, Why
from tests.organizer.plans import make_plan

MakeEvent = Callable[..., Event]
MakeAttendees = Callable[..., list[Registration]]


def _texts(app: Flask, plan: TablePlan, *, occupied: int) -> list[str]:
    with app.test_request_context(), force_locale("en"):
        return [f"{f.text} {f.why}".strip() for f in figures_of(plan, occupied=occupied)]


def _one_table(make_event: MakeEvent, make_attendees: MakeAttendees, **changes: str) -> TablePlan:
    event = make_event(table_count=1, seats_per_table=3, rounds=2, capacity=3)
    make_attendees(event, 3, **changes)
    return make_plan(event)


def test_a_perfect_plan_is_praised(app: Flask, event: Event, make_attendees: MakeAttendees) -> None:
    make_attendees(event, 8)
    service.assign_tables(event.id)
    plan = service.plan_in_force(event.id)
    assert plan is not None
    assert _texts(app, plan, occupied=4) == [
        "Nobody meets twice.",
        "Nobody shares a table with their own industry.",
        "Colleagues and competitors sit apart.",
    ]


def test_what_cannot_be_avoided_is_said_with_its_reason(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    plan = _one_table(make_event, make_attendees, industry="insurance", profession="life_ins")
    repeats, industries, rivals = _texts(app, plan, occupied=1)
    assert repeats.startswith("Fewer are impossible. ")
    assert industries == (
        "Fewer are impossible. 3 attendees are in the same industry (Insurance), at 1 tables."
    )
    assert rivals == "Colleagues: 0, competitors: 6."


def test_what_might_be_better_is_said(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    plan = _one_table(make_event, make_attendees)
    plan.repeats, plan.least_repeats = 5, 3
    plan.same_industry, plan.least_same_industry = 2, 0
    plan.reasons = [asdict(Reason(Why.EARLIER_TABLES, least=3, seats=6, tables=5))]
    assert _texts(app, plan, occupied=1)[:2] == [
        "Fewer than 3 are impossible. The 6 people of a table come from only 5 earlier tables.",
        "Whether fewer are possible is not known; another try may find fewer.",
    ]
