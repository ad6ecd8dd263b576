"""Undoing arrivals: once, twice, too late, and before the scan itself has come."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from organizer.arrivals import presence, service
from organizer.arrivals.models import Scan, ScanKind, Verdict
from organizer.arrivals.service import Outcome
from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from organizer.events.models import Event
from organizer.registration import service as registrations
from organizer.registration.models import Registration
from tests.conftest import People, both_databases
from tests.organizer.arrivals.conftest import EVENING, actor_of, new_id

Read = Callable[..., Outcome]
TakeBack = Callable[..., Scan]
LATER = EVENING + timedelta(minutes=5)


@pytest.fixture
def take_back(event: Event, people: People) -> TakeBack:
    """Undo a scan of the event."""

    def undo(scan_id: str, undo_id: str | None = None) -> Scan:
        actor = actor_of(people.bob)
        return service.undo(event.id, scan_id, undo_id=undo_id or new_id(), actor=actor, at=LATER)

    return undo


def undos() -> int:
    return db.session.scalar(select(func.count(Scan.id)).filter_by(kind=ScanKind.UNDO)) or 0


def test_an_undone_arrival_no_longer_counts_and_the_next_scan_welcomes(
    event: Event, guest: Registration, people: People, scan: Read, take_back: TakeBack
) -> None:
    row = take_back(scan(guest.code).scan_id)
    assert (row.registration, row.user_id) == (guest, people.bob.id)
    assert (row.at, row.recorded_at) == (LATER, LATER)
    assert presence.count_arrived(event.id) == 0
    assert scan(guest.code).verdict is Verdict.WELCOME


@pytest.mark.parametrize("which", [0, 1, 2])
def test_undoing_any_of_the_scans_of_a_person_takes_them_out(
    event: Event, guest: Registration, scan: Read, take_back: TakeBack, which: int
) -> None:
    scans = [scan(guest.code).scan_id for _ in range(3)]
    undo_id = new_id()
    assert take_back(scans[which], undo_id).undoes_id == scans[which]
    assert db.session.get_one(Scan, undo_id).undoes_id == scans[which]
    assert presence.count_arrived(event.id) == 0


def test_undoing_one_person_leaves_the_others_in(
    event: Event,
    make_attendees: Callable[..., list[Registration]],
    scan: Read,
    take_back: TakeBack,
) -> None:
    leaving, staying = make_attendees(event, 2)
    scan(staying.code)
    take_back(scan(leaving.code).scan_id)
    assert list(presence.arrivals_of(event.id)) == [staying.id]


def test_an_undo_sent_again_or_too_late_changes_nothing(
    event: Event, guest: Registration, scan: Read, take_back: TakeBack
) -> None:
    mistaken, undo_id = scan(guest.code).scan_id, new_id()
    first = take_back(mistaken, undo_id)
    assert take_back(mistaken, undo_id) is first
    assert undos() == 1
    scan(guest.code)
    assert take_back(mistaken, undo_id) is first
    assert take_back(mistaken).undoes_id == mistaken
    assert presence.count_arrived(event.id) == 1


def test_an_undo_needs_an_id_of_its_own(
    event: Event, guest: Registration, scan: Read, take_back: TakeBack
) -> None:
    scan_id, other = scan(guest.code).scan_id, scan("0" * 16).scan_id
    for taken in (scan_id, other):
        with pytest.raises(OrganizerError, match="再読み込み"):
            take_back(scan_id, taken)
    undo_id = new_id()
    take_back(new_id(), undo_id)
    with pytest.raises(OrganizerError, match="再読み込み"):
        take_back(scan_id, undo_id)
    assert presence.count_arrived(event.id) == 1


def test_what_let_nobody_in_cannot_be_undone(
    guest: Registration, scan: Read, take_back: TakeBack
) -> None:
    registrations.cancel_registration(guest.id, at=EVENING)
    for code in ("0" * 16, guest.code):
        with pytest.raises(OrganizerError, match="取り消す受付"):
            take_back(scan(code).scan_id)
    assert undos() == 0


@both_databases
def test_a_scan_that_comes_after_its_undo_is_answered_so_and_does_not_count(
    app: Flask, event: Event, guest: Registration, scan: Read, take_back: TakeBack
) -> None:
    late, undo_id = new_id(), new_id()
    assert take_back(late, undo_id).registration is None
    assert scan(guest.code, scan_id=late) == Outcome(late, Verdict.UNDONE, guest, None)
    assert presence.arrivals_of(event.id) == {}
    assert presence.count_arrived(event.id) == 0
    assert take_back(late, undo_id).registration is None
    assert undos() == 1
    assert scan(guest.code).verdict is Verdict.WELCOME


def test_a_scan_that_comes_after_its_undo_takes_nobody_out_who_is_in_by_another(
    event: Event, guest: Registration, scan: Read, take_back: TakeBack
) -> None:
    counted, late = scan(guest.code), new_id()
    take_back(late)
    outcome = scan(guest.code, scan_id=late)
    assert (outcome.verdict, outcome.arrival) == (Verdict.ALREADY_IN, counted.arrival)
    assert presence.count_arrived(event.id) == 1


def test_an_undo_at_another_event_undoes_nothing_here(
    guest: Registration, people: People, scan: Read, take_back: TakeBack, their_event: Event
) -> None:
    scan_id, charlie = new_id(), actor_of(people.charlie)
    undo = partial(service.undo, their_event.id, scan_id, actor=charlie, at=EVENING)
    assert undo(undo_id=new_id()).registration is None
    assert scan(guest.code, scan_id=scan_id).verdict is Verdict.WELCOME
    taken = undo(undo_id=new_id())
    assert taken.registration is None
    assert presence.find_arrival(guest) is not None
    assert list(presence.arrivals_of(guest.event_id)) == [guest.id]
    with pytest.raises(OrganizerError, match="再読み込み"):
        take_back(scan_id, taken.id)


@both_databases
def test_the_database_refuses_an_undo_that_names_no_scan(
    app: Flask, guest: Registration, people: People
) -> None:
    with pytest.raises(IntegrityError), transaction() as session:
        session.add(
            Scan(
                id=new_id(),
                event_id=guest.event_id,
                kind=ScanKind.UNDO,
                at=EVENING,
                recorded_at=EVENING,
                user_id=people.dora.id,
            )
        )
