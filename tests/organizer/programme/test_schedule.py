"""Who speaks when."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from flask import Flask

from organizer.core import clock
from organizer.events.models import Event
from organizer.programme.schedule import RoundSchedule
from organizer.programme.service import schedule_by
from organizer.registration.models import Registration
from organizer.registration.service import cancel_registration
from organizer.tables.service import assign_tables, plan_in_force, seating_of

MakeEvent = Callable[..., Event]
MakeAttendees = Callable[..., list[Registration]]


def schedule_of(event: Event) -> Sequence[RoundSchedule]:
    plan = plan_in_force(event.id)
    assert plan is not None
    return schedule_by(plan)


def test_turns_follow_the_seats_and_the_clock(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 30)
    assign_tables(event.id)
    plan = plan_in_force(event.id)
    assert plan is not None
    first = schedule_of(event)[0]
    assert first.number == 1
    for table, seated in zip(first.tables, seating_of(plan)[0].tables, strict=True):
        assert table.name == seated.name
        assert [turn.registration for turn in table.turns] == list(seated.registrations)
        for place, turn in enumerate(table.turns):
            begin = datetime(2026, 10, 8, 9, 40, tzinfo=UTC) + timedelta(minutes=5 * place)
            assert turn.starts_at == begin
            assert turn.questions_at == begin + timedelta(minutes=3)
            assert turn.ends_at == begin + timedelta(minutes=5)


def test_every_turn_ends_within_its_round(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 31)
    assign_tables(event.id)
    rounds = schedule_of(event)
    assert len(rounds) == 3
    for item in rounds:
        turns = [turn for table in item.tables for turn in table.turns]
        assert min(turn.starts_at for turn in turns) == item.span.starts_at
        assert max(turn.ends_at for turn in turns) <= item.span.ends_at


def test_half_minutes_count(
    app: Flask, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    event = make_event(pr_minutes=1.5, question_minutes=0.0)
    make_attendees(event, 20)
    assign_tables(event.id)
    first, second = schedule_of(event)[0].tables[0].turns
    assert second.starts_at - first.starts_at == timedelta(seconds=90)
    assert first.questions_at == first.ends_at


def test_those_behind_somebody_who_cancelled_move_up(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 30)
    assign_tables(event.id)
    before = schedule_of(event)[0].tables[0].turns
    cancel_registration(before[0].registration.id, at=clock.now())
    after = schedule_of(event)[0].tables[0].turns
    assert [turn.registration.id for turn in after] == [t.registration.id for t in before[1:]]
    assert after[0].starts_at == before[0].starts_at
