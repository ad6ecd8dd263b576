"""The rows of tables and agenda items behind the event form."""

from collections.abc import Callable
from typing import Any

from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from organizer.core.db import db, transaction
from organizer.events.agenda import ItemKind
from organizer.events.models import AgendaItem, Event, EventTable
from organizer.events.service import agenda_of, change_event, details_of, room_of
from tests.conftest import both_databases, event_details

MakeEvent = Callable[..., Event]


def _tables(event: Event) -> list[tuple[str, int]]:
    return [(table.name, table.seats) for table in event.tables]


def _ids(rows: list[Any]) -> list[int]:
    return [row.id for row in rows]


@both_databases
def test_an_event_has_a_row_for_each_table_and_each_item(app: Flask, event: Event) -> None:
    assert [table.position for table in event.tables] == list(range(1, 11))
    assert _tables(event)[:2] == [("A", 6), ("B", 6)]
    items = [(item.kind, item.round, item.minutes) for item in event.agenda]
    assert items == [
        (ItemKind.OPENING, None, 10),
        (ItemKind.PRESENTATION, 1, 3),
        (ItemKind.QUESTIONS, 1, 2),
        (ItemKind.CHANGE, 1, 5),
        (ItemKind.PRESENTATION, 2, 3),
        (ItemKind.QUESTIONS, 2, 2),
        (ItemKind.CHANGE, 2, 5),
        (ItemKind.PRESENTATION, 3, 3),
        (ItemKind.QUESTIONS, 3, 2),
        (ItemKind.CLOSING, None, 10),
    ]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changes=st.fixed_dictionaries(
        {
            "table_count": st.integers(1, 30),
            "seats_per_table": st.integers(2, 100),
            "table_naming": st.sampled_from(["letters", "numbers"]),
            "rounds": st.integers(2, 20),
            "pr_minutes": st.sampled_from([0.5, 3]),
            "question_minutes": st.sampled_from([0, 2.5]),
            "change_minutes": st.integers(0, 60),
            "opening_minutes": st.integers(0, 240),
            "closing_minutes": st.integers(0, 240),
        }
    )
)
def test_whatever_the_form_saves_it_shows_again(event: Event, changes: dict[str, Any]) -> None:
    details = event_details(**changes)
    change_event(event.id, details)
    assert details_of(event) == details


@both_databases
def test_tables_keep_their_row_their_place_and_their_note(app: Flask, event: Event) -> None:
    with transaction():
        event.tables[0].x, event.tables[0].y, event.tables[0].note = 1.5, 2.0, "舞台の前"
    before = _ids(event.tables)
    change_event(event.id, event_details(table_count=12, seats_per_table=8))
    assert _ids(event.tables)[:10] == before
    assert _tables(event)[9:] == [("J", 8), ("K", 8), ("L", 8)]
    first = event.tables[0]
    assert (first.x, first.y, first.note) == (1.5, 2.0, "舞台の前")


@both_databases
def test_the_last_tables_go_first(app: Flask, event: Event) -> None:
    before = _ids(event.tables)
    change_event(event.id, event_details(table_count=4))
    assert _ids(event.tables) == before[:4]
    assert db.session.query(EventTable).count() == 4


def test_another_naming_renames_every_table(event: Event) -> None:
    with transaction():
        event.tables[1].name = "窓側"
    change_event(event.id, event_details(table_naming="numbers"))
    assert [table.name for table in event.tables] == [str(n) for n in range(1, 11)]


def test_what_the_form_does_not_change_stays_as_it_is(event: Event) -> None:
    with transaction():
        event.tables[1].name, event.tables[1].seats = "窓側", 9
        event.agenda[4].minutes = 2
    change_event(event.id, event_details(title="朝会", table_count=11))
    assert _tables(event)[:3] == [("A", 6), ("窓側", 9), ("C", 6)]
    assert event.agenda[4].minutes == 2


@both_databases
def test_more_rounds_keep_the_rows_of_the_others(app: Flask, event: Event) -> None:
    with transaction():
        event.agenda[-1].note = "記念撮影"
    before = set(_ids(event.agenda))
    change_event(event.id, event_details(rounds=5))
    assert before < set(_ids(event.agenda))
    assert (event.agenda[-1].kind, event.agenda[-1].note) == (ItemKind.CLOSING, "記念撮影")
    assert event.rounds == 5
    change_event(event.id, event_details(rounds=1))
    assert [item.round for item in event.agenda] == [None, 1, 1, None]
    assert db.session.query(AgendaItem).count() == 4


def test_tables_and_programme_are_told_by_the_rows(make_event: MakeEvent) -> None:
    event = make_event(table_count=3, seats_per_table=4, capacity=14)
    with transaction():
        event.tables[2].seats = 6
    room = room_of(event.id)
    assert (room.tables, room.seats) == (3, 14)
    assert agenda_of(event).people_per_table == 6
