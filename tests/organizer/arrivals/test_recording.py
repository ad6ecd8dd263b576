"""Recording scans: the verdicts, the times, and scans that are sent again."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from organizer.arrivals import presence, service
from organizer.arrivals.log import Arrival
from organizer.arrivals.models import Scan, Verdict
from organizer.arrivals.service import Outcome
from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from organizer.events.models import Event
from organizer.registration import service as registrations
from organizer.registration.models import Registration, Status
from tests.conftest import People, both_databases
from tests.organizer.arrivals.conftest import EVENING, actor_of, new_id

Read = Callable[..., Outcome]


def rows() -> int:
    return db.session.scalar(select(func.count(Scan.id))) or 0


@both_databases
def test_the_first_scan_welcomes(
    app: Flask, guest: Registration, people: People, scan: Read
) -> None:
    scan_id = new_id()
    outcome = scan(guest.code, scan_id=scan_id)
    assert outcome == Outcome(scan_id, Verdict.WELCOME, guest, Arrival(EVENING, scan_id))
    row = db.session.scalars(select(Scan)).one()
    assert (row.code, row.shown, row.user_id) == (guest.code, Verdict.WELCOME, people.dora.id)
    assert (row.at, row.recorded_at) == (EVENING, EVENING)


@both_databases
def test_the_second_scan_says_since_when_they_are_in(
    app: Flask, guest: Registration, scan: Read
) -> None:
    first = scan(guest.code).scan_id
    outcome = scan(guest.code, at=EVENING + timedelta(minutes=9))
    assert (outcome.verdict, outcome.arrival) == (Verdict.ALREADY_IN, Arrival(EVENING, first))
    assert presence.count_arrived(guest.event_id) == 1


@pytest.mark.parametrize("code", ["0" * 16, ""])
def test_a_code_that_nobody_has_is_unknown(event: Event, scan: Read, code: str) -> None:
    outcome = scan(code)
    assert outcome == Outcome(outcome.scan_id, Verdict.UNKNOWN, None, None)
    assert presence.count_arrived(event.id) == 0


def test_somebody_who_cancelled_is_not_let_in(guest: Registration, scan: Read) -> None:
    registrations.cancel_registration(guest.id, at=EVENING)
    outcome = scan(guest.code)
    assert outcome == Outcome(outcome.scan_id, Verdict.CANCELLED, guest, None)
    registrations.restore_registration(guest.id, at=EVENING)
    assert presence.count_arrived(guest.event_id) == 0


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (Status.APPLIED, Verdict.UNCONFIRMED),
        (Status.WAITLISTED, Verdict.UNCONFIRMED),
        (Status.DECLINED, Verdict.CANCELLED),
    ],
)
def test_nobody_is_let_in_without_a_confirmed_registration(
    guest: Registration, scan: Read, status: Status, verdict: Verdict
) -> None:
    with transaction():
        guest.status = status
    outcome = scan(guest.code)
    assert outcome == Outcome(outcome.scan_id, verdict, guest, None)
    assert presence.count_arrived(guest.event_id) == 0


def test_a_badge_of_another_evening_is_named_but_let_in_nowhere(
    guest: Registration, people: People, make_event: Callable[..., Event]
) -> None:
    other = make_event(title="第13回")
    dora = actor_of(people.dora)
    outcome = service.record(other.id, guest.code, scan_id=new_id(), actor=dora, at=EVENING)
    assert outcome == Outcome(outcome.scan_id, Verdict.OTHER_EVENT, guest, None)
    assert presence.arrivals_of(other.id) == {}
    assert presence.arrivals_of(guest.event_id) == {}


def test_a_badge_of_another_host_is_unknown(
    guest: Registration, people: People, their_event: Event
) -> None:
    charlie = actor_of(people.charlie)
    outcome = service.record(
        their_event.id, guest.code, scan_id=new_id(), actor=charlie, at=EVENING
    )
    assert (outcome.verdict, outcome.registration) == (Verdict.UNKNOWN, None)


@both_databases
def test_a_scan_sent_again_gets_its_own_verdict(
    app: Flask, guest: Registration, scan: Read
) -> None:
    lost = new_id()
    first = scan(guest.code, scan_id=lost)
    scan(guest.code)
    again = scan(guest.code, scan_id=lost, at=EVENING + timedelta(minutes=1))
    assert first.verdict is again.verdict is Verdict.WELCOME
    assert rows() == 2


def test_a_scan_sent_again_tells_by_which_scan_the_person_is_in_now(
    guest: Registration, people: People, scan: Read
) -> None:
    lost = scan(guest.code).scan_id
    dora = actor_of(people.dora)
    service.undo(guest.event_id, lost, undo_id=new_id(), actor=dora, at=EVENING)
    counts = scan(guest.code).arrival
    assert scan(guest.code, scan_id=lost) == Outcome(lost, Verdict.WELCOME, guest, counts)


def test_a_badge_of_another_evening_sent_again_tells_nothing_of_its_own(
    guest: Registration, people: People, scan: Read, make_event: Callable[..., Event]
) -> None:
    scan(guest.code)
    other, elsewhere, dora = make_event(), new_id(), actor_of(people.dora)
    for _ in range(2):
        outcome = service.record(other.id, guest.code, scan_id=elsewhere, actor=dora, at=EVENING)
        assert outcome == Outcome(elsewhere, Verdict.OTHER_EVENT, guest, None)


def test_a_scan_sent_again_gets_its_own_verdict_whatever_became_of_the_person(
    guest: Registration, people: People, scan: Read
) -> None:
    lost = new_id()
    scan(guest.code, scan_id=lost)
    dora = actor_of(people.dora)
    service.undo(guest.event_id, lost, undo_id=new_id(), actor=dora, at=EVENING)
    assert scan(guest.code, scan_id=lost) == Outcome(lost, Verdict.WELCOME, guest, None)
    registrations.cancel_registration(guest.id, at=EVENING)
    assert scan(guest.code, scan_id=lost).verdict is Verdict.WELCOME


def test_the_id_of_another_events_scan_tells_nothing(
    guest: Registration, people: People, scan: Read, their_event: Event
) -> None:
    taken, charlie = scan(guest.code).scan_id, actor_of(people.charlie)
    with pytest.raises(OrganizerError, match="別の交流会"):
        service.record(their_event.id, guest.code, scan_id=taken, actor=charlie, at=EVENING)


def test_the_id_of_an_undo_is_no_scans(guest: Registration, people: People, scan: Read) -> None:
    undo_id, dora = new_id(), actor_of(people.dora)
    scan_id = scan(guest.code).scan_id
    service.undo(guest.event_id, scan_id, undo_id=undo_id, actor=dora, at=EVENING)
    with pytest.raises(OrganizerError, match="別の交流会"):
        scan(guest.code, scan_id=undo_id)


def test_the_devices_time_counts_while_it_can_be_believed(guest: Registration, scan: Read) -> None:
    earlier = EVENING - timedelta(minutes=3)
    scan(guest.code, device_at=earlier)
    assert presence.arrivals_of(guest.event_id)[guest.id].at == earlier
    assert db.session.scalars(select(Scan.recorded_at)).one() == EVENING
