"""Recording scans: the verdicts, undoing, repeating, and two doors at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from organizer.checkin import service
from organizer.checkin.models import Scan, Verdict
from organizer.checkin.service import Outcome
from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from organizer.events.models import Event
from organizer.registration import service as registrations
from organizer.registration.models import Registration, Status
from tests.conftest import People, both_databases
from tests.organizer.checkin.conftest import EVENING, new_id

Read = Callable[..., Outcome]


def take_back(event: Event, scan_id: str, people: People, undo_id: str | None = None) -> Scan:
    return service.undo(
        event.id, scan_id, undo_id=undo_id or new_id(), user_id=people.dora.id, at=EVENING
    )


def rows() -> int:
    return db.session.scalar(select(func.count(Scan.id))) or 0


@both_databases
def test_the_first_scan_welcomes_with_table_and_fee(
    app: Flask, guest: Registration, scan: Read, seat: Callable[..., None]
) -> None:
    seat(guest, "C", "A", "B")
    outcome = scan(f"HTTP://LOCALHOST/C/{guest.code}")
    assert outcome.verdict is Verdict.WELCOME
    assert outcome.registration == guest
    assert (outcome.table, outcome.fee_due) == ("C", 3000)
    assert service.arrivals(guest.event_id) == {guest.id: EVENING}
    assert service.arrived_count(guest.event_id) == 1


@both_databases
def test_the_second_scan_says_since_when_they_are_in(
    app: Flask, guest: Registration, scan: Read
) -> None:
    scan(guest.code)
    outcome = scan(guest.code, at=EVENING + timedelta(minutes=9))
    assert (outcome.verdict, outcome.since) == (Verdict.ALREADY_IN, EVENING)
    assert service.arrived_count(guest.event_id) == 1


def test_a_code_that_nobody_has_is_unknown(event: Event, scan: Read) -> None:
    for code in ("0" * 16, "", "名刺", "\x00", "\ud800", "x" * 10_000, "https://example.com/menu"):
        outcome = scan(code)
        assert (outcome.verdict, outcome.registration) == (Verdict.UNKNOWN, None)
    assert service.arrived_count(event.id) == 0


def test_somebody_who_cancelled_is_not_let_in(guest: Registration, scan: Read) -> None:
    registrations.cancel_registration(guest.id, at=EVENING)
    outcome = scan(guest.code)
    assert (outcome.verdict, outcome.fee_due) == (Verdict.CANCELLED, 0)
    registrations.restore_registration(guest.id, at=EVENING)
    assert service.arrived_count(guest.event_id) == 0


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
    assert scan(guest.code).verdict is verdict
    assert service.arrived_count(guest.event_id) == 0


def test_cancelling_after_the_arrival_takes_them_out_of_the_count(
    guest: Registration, scan: Read
) -> None:
    scan(guest.code)
    registrations.cancel_registration(guest.id, at=EVENING)
    assert service.arrived_count(guest.event_id) == 0


def test_a_badge_of_another_evening_is_named_but_let_in_nowhere(
    guest: Registration, people: People, make_event: Callable[..., Event]
) -> None:
    other = make_event(title="第13回")
    outcome = service.check_in(
        other.id, guest.code, scan_id=new_id(), user_id=people.dora.id, at=EVENING
    )
    assert outcome.verdict is Verdict.OTHER_EVENT
    assert outcome.registration == guest
    assert service.arrivals(other.id) == {}
    assert service.arrivals(guest.event_id) == {}


def test_a_badge_of_another_host_is_unknown(
    guest: Registration, people: People, their_event: Event
) -> None:
    outcome = service.check_in(
        their_event.id, guest.code, scan_id=new_id(), user_id=people.charlie.id, at=EVENING
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


def test_the_id_of_another_events_scan_tells_nothing(
    guest: Registration, people: People, scan: Read, their_event: Event
) -> None:
    taken = scan(guest.code).scan_id
    with pytest.raises(OrganizerError):
        service.check_in(
            their_event.id, guest.code, scan_id=taken, user_id=people.charlie.id, at=EVENING
        )


def test_the_devices_time_counts_while_it_can_be_believed(guest: Registration, scan: Read) -> None:
    earlier = EVENING - timedelta(minutes=3)
    scan(guest.code, device_at=earlier)
    assert service.arrivals(guest.event_id) == {guest.id: earlier}
    assert db.session.scalars(select(Scan.recorded_at)).one() == EVENING


def test_an_undone_arrival_no_longer_counts_and_the_next_scan_welcomes(
    event: Event, guest: Registration, people: People, scan: Read
) -> None:
    take_back(event, scan(guest.code).scan_id, people)
    assert service.arrived_count(event.id) == 0
    assert scan(guest.code).verdict is Verdict.WELCOME


def test_undoing_either_of_two_scans_takes_the_person_out(
    event: Event, guest: Registration, people: People, scan: Read
) -> None:
    scan(guest.code)
    take_back(event, scan(guest.code).scan_id, people)
    assert service.arrived_count(event.id) == 0


def test_an_undo_sent_again_or_too_late_changes_nothing(
    event: Event, guest: Registration, people: People, scan: Read
) -> None:
    mistaken, undo_id = scan(guest.code).scan_id, new_id()
    take_back(event, mistaken, people, undo_id)
    take_back(event, mistaken, people, undo_id)
    scan(guest.code)
    take_back(event, mistaken, people)
    assert service.arrived_count(event.id) == 1
    assert rows() == 3


def test_an_undo_needs_an_id_of_its_own(
    event: Event, guest: Registration, people: People, scan: Read
) -> None:
    scan_id = scan(guest.code).scan_id
    with pytest.raises(OrganizerError):
        take_back(event, scan_id, people, scan_id)
    assert service.arrived_count(event.id) == 1


def test_only_an_arrival_of_this_event_can_be_undone(
    event: Event, people: People, scan: Read, make_event: Callable[..., Event]
) -> None:
    unknown = scan("0" * 16).scan_id
    with pytest.raises(OrganizerError):
        take_back(event, unknown, people)
    with pytest.raises(OrganizerError):
        take_back(make_event(), unknown, people)


def at_once(app: Flask, count: int, read: Callable[[int], Outcome]) -> list[Outcome]:
    """Let `count` doors read at the same moment."""
    barrier = Barrier(count)

    def door(number: int) -> Outcome:
        with app.app_context():
            try:
                barrier.wait()
                return read(number)
            finally:
                db.session.remove()

    db.session.remove()
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(door, range(count)))


@both_databases
def test_only_one_of_many_doors_welcomes_a_badge(
    app: Flask, guest: Registration, people: People
) -> None:
    event_id, code, dora = guest.event_id, guest.code, people.dora.id
    outcomes = at_once(
        app,
        6,
        lambda _number: service.check_in(
            event_id, code, scan_id=new_id(), user_id=dora, at=EVENING
        ),
    )
    verdicts = sorted(outcome.verdict for outcome in outcomes)
    assert verdicts == [Verdict.ALREADY_IN] * 5 + [Verdict.WELCOME]


@pytest.mark.parametrize("known", [True, False])
@both_databases
def test_one_scan_posted_many_times_at_once_is_one_row(
    app: Flask, guest: Registration, people: People, known: bool
) -> None:
    event_id, dora, scan_id = guest.event_id, people.dora.id, new_id()
    code = guest.code if known else "0" * 16
    outcomes = at_once(
        app,
        6,
        lambda _number: service.check_in(event_id, code, scan_id=scan_id, user_id=dora, at=EVENING),
    )
    assert {o.verdict for o in outcomes} == {Verdict.WELCOME if known else Verdict.UNKNOWN}
    assert rows() == 1


@both_databases
def test_the_database_refuses_an_undo_that_names_no_scan(
    app: Flask, guest: Registration, scan: Read, people: People
) -> None:
    with pytest.raises(IntegrityError), transaction() as session:
        session.add(
            Scan(
                id=new_id(),
                event_id=guest.event_id,
                kind="undo",
                at=EVENING,
                recorded_at=EVENING,
                user_id=people.dora.id,
            )
        )
