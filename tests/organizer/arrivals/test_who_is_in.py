"""Who is in: what the database answers is what the fold over the log says."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert

from organizer.arrivals import presence
from organizer.arrivals.log import Arrival, LogEntry, fold
from organizer.arrivals.models import ADMITTED, Scan, ScanKind, Verdict
from organizer.arrivals.service import Outcome
from organizer.core.db import transaction
from organizer.events.models import Event
from organizer.registration import service as registrations
from organizer.registration.models import Registration
from tests.conftest import People, both_databases
from tests.organizer.arrivals.conftest import EVENING

Read = Callable[..., Outcome]
MakeAttendees = Callable[..., list[Registration]]
IDS = "abcdefgh"
HERE, ELSEWHERE = 0, 1
GONE = 3
"""The one of four people who has cancelled."""

rows = st.tuples(
    st.sampled_from([HERE, HERE, HERE, ELSEWHERE]),
    st.sampled_from([0, 1, 2, GONE, None]),
    st.integers(0, 3),
    st.sampled_from([*ADMITTED * 4, *Verdict, *IDS]),
)
"""Event, person, minute, and what was shown or which scan is undone."""
logs = st.dictionaries(st.sampled_from(IDS), rows, min_size=3)


def row_of(scan_id: str, row: tuple[Any, ...], events: Sequence[int], people: Sequence[int]) -> Any:
    event, person, minute, does = row
    shown = does if isinstance(does, Verdict) else None
    return {
        "id": scan_id,
        "event_id": events[event],
        "registration_id": None if person is None else people[person],
        "kind": ScanKind.ARRIVE if shown else ScanKind.UNDO,
        "shown": shown,
        "undoes_id": None if shown else does,
        "at": EVENING + timedelta(minutes=minute),
    }


def folded(stored: Sequence[Mapping[str, Any]], event: int, gone: int) -> dict[int, Arrival]:
    """Return who is in by the definition: admitted scans of attendees, and all undos."""
    return fold(
        LogEntry(row["id"], row["registration_id"], row["at"], row["undoes_id"])
        for row in stored
        if row["event_id"] == event
        and (row["kind"] == ScanKind.UNDO or row["shown"] in ADMITTED)
        and (row["kind"] == ScanKind.UNDO or row["registration_id"] != gone)
    )


@pytest.fixture
def cast(make_event: Callable[..., Event], make_attendees: MakeAttendees) -> Any:
    """Two events, and four people of whom the last has cancelled."""
    here, elsewhere = make_event(), make_event()
    people = [guest.id for guest in make_attendees(here, 4)]
    registrations.cancel_registration(people[GONE], at=EVENING)
    return [here.id, elsewhere.id], people


@both_databases
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(logs)
def test_the_database_answers_as_the_fold_does(
    app: Flask, people: People, cast: Any, log: Mapping[str, tuple[Any, ...]]
) -> None:
    (event, elsewhere), guests = cast
    stored = [row_of(i, row, (event, elsewhere), guests) for i, row in log.items()]
    recorded = {"recorded_at": EVENING, "user_id": people.dora.id, "code": ""}
    with transaction() as session:
        session.execute(delete(Scan))
        if stored:
            session.execute(insert(Scan), [{**row, **recorded} for row in stored])
    expected = folded(stored, event, guests[GONE])
    assert presence.arrivals_of(event) == expected
    assert presence.arrivals_of(event, among=guests) == expected
    assert presence.count_arrived(event) == len(expected)
    latest = sorted(expected, key=lambda guest: (expected[guest].at, guest), reverse=True)
    assert [r.id for r in presence.latest_arrived(event, limit=2)] == latest[:2]


def test_whoever_came_last_stands_first_and_another_scan_makes_nobody_later(
    event: Event, make_attendees: MakeAttendees, scan: Read
) -> None:
    guests = first, second, third = make_attendees(event, 3)
    for minute, guest in enumerate((*guests, first)):
        scan(guest.code, at=EVENING + timedelta(minutes=minute))
    assert presence.latest_arrived(event.id, limit=2) == [third, second]
    assert presence.latest_arrived(event.id, limit=9) == [third, second, first]


def test_only_those_asked_for_are_looked_up(
    event: Event, make_attendees: MakeAttendees, scan: Read
) -> None:
    asked, other = make_attendees(event, 2)
    for guest in (asked, other):
        scan(guest.code)
    assert list(presence.arrivals_of(event.id, among=[asked.id])) == [asked.id]
    assert presence.arrivals_of(event.id, among=[]) == {}


@both_databases
def test_cancelling_after_the_arrival_takes_them_out_and_restoring_lets_them_in_again(
    app: Flask, guest: Registration, scan: Read
) -> None:
    scan(guest.code)
    registrations.cancel_registration(guest.id, at=EVENING)
    assert presence.arrivals_of(guest.event_id) == {}
    assert presence.count_arrived(guest.event_id) == 0
    registrations.restore_registration(guest.id, at=EVENING)
    assert presence.count_arrived(guest.event_id) == 1
