"""Several doors at the same moment, on databases that lock in different ways."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from flask import Flask
from sqlalchemy import func, select

from organizer.arrivals import presence, service
from organizer.arrivals.models import Scan, ScanKind, Verdict
from organizer.arrivals.service import Outcome
from organizer.core.db import db, transaction
from organizer.events.service import lock_event
from organizer.registration.models import Registration
from tests.conftest import People, both_databases
from tests.organizer.arrivals.conftest import EVENING, actor_of, new_id

DOORS = 6
Answer = TypeVar("Answer")


def at_once(app: Flask, *doors: Callable[[], Answer]) -> list[Answer]:
    """Let every door do its own at the same moment."""
    barrier = Barrier(len(doors))

    def open_door(door: Callable[[], Answer]) -> Answer:
        with app.app_context():
            try:
                barrier.wait()
                return door()
            finally:
                db.session.remove()

    db.session.remove()
    with ThreadPoolExecutor(len(doors)) as pool:
        return list(pool.map(open_door, doors))


def rows(kind: ScanKind) -> int:
    return db.session.scalar(select(func.count(Scan.id)).filter_by(kind=kind)) or 0


@pytest.fixture
def record(guest: Registration, people: People) -> Callable[..., Callable[[], Outcome]]:
    """Return what a door does that reads a badge, the guest's unless told otherwise."""
    event_id, own, dora = guest.event_id, guest.code, actor_of(people.dora)

    def prepare(scan_id: str, code: str = own) -> Callable[[], Outcome]:
        return lambda: service.record(event_id, code, scan_id=scan_id, actor=dora, at=EVENING)

    return prepare


@pytest.fixture
def undo(guest: Registration, people: People) -> Callable[..., Callable[[], str]]:
    """Return what a door does that undoes a scan; it answers with the id of what it stored."""
    event_id, dora = guest.event_id, actor_of(people.dora)

    def prepare(scan_id: str, undo_id: str) -> Callable[[], str]:
        return lambda: service.undo(event_id, scan_id, undo_id=undo_id, actor=dora, at=EVENING).id

    return prepare


@both_databases
def test_only_one_of_many_doors_welcomes_a_badge(
    app: Flask, record: Callable[..., Callable[[], Outcome]]
) -> None:
    outcomes = at_once(app, *(record(new_id()) for _ in range(DOORS)))
    verdicts = sorted(outcome.verdict for outcome in outcomes)
    assert verdicts == [Verdict.ALREADY_IN] * (DOORS - 1) + [Verdict.WELCOME]


@pytest.mark.parametrize("known", [True, False])
@both_databases
def test_one_scan_posted_many_times_at_once_is_one_row(
    app: Flask, guest: Registration, record: Callable[..., Callable[[], Outcome]], known: bool
) -> None:
    scan_id, code = new_id(), guest.code if known else "0" * 16
    outcomes = at_once(app, *[record(scan_id, code)] * DOORS)
    assert {o.verdict for o in outcomes} == {Verdict.WELCOME if known else Verdict.UNKNOWN}
    assert rows(ScanKind.ARRIVE) == 1


@pytest.mark.parametrize("known", [True, False])
@both_databases
def test_one_undo_posted_many_times_at_once_is_one_row(
    app: Flask,
    record: Callable[..., Callable[[], Outcome]],
    undo: Callable[..., Callable[[], str]],
    known: bool,
) -> None:
    scan_id, undo_id = new_id(), new_id()
    if known:
        record(scan_id)()
    assert set(at_once(app, *[undo(scan_id, undo_id)] * DOORS)) == {undo_id}
    assert rows(ScanKind.UNDO) == 1


@both_databases
def test_two_undos_of_one_person_at_once_leave_them_out(
    app: Flask,
    guest: Registration,
    record: Callable[..., Callable[[], Outcome]],
    undo: Callable[..., Callable[[], str]],
) -> None:
    event_id, scans, undo_ids = guest.event_id, [new_id(), new_id()], [new_id(), new_id()]
    for scan_id in scans:
        record(scan_id)()
    doors = [undo(*pair) for pair in zip(scans, undo_ids, strict=True)]
    assert at_once(app, *doors) == undo_ids
    assert presence.arrivals_of(event_id) == {}


@both_databases
def test_a_scan_and_the_undo_of_an_earlier_one_at_once_agree_on_who_is_in(
    app: Flask,
    guest: Registration,
    record: Callable[..., Callable[[], Outcome]],
    undo: Callable[..., Callable[[], str]],
) -> None:
    event_id, earlier = guest.event_id, new_id()
    record(earlier)()
    doors: list[Callable[[], object]] = [record(new_id()), undo(earlier, new_id())]
    outcome, _undone = at_once(app, *doors)
    assert isinstance(outcome, Outcome)
    assert presence.count_arrived(event_id) == (outcome.verdict is Verdict.WELCOME)


@both_databases
def test_a_scan_and_its_undo_at_once_leave_the_person_out(
    app: Flask,
    guest: Registration,
    record: Callable[..., Callable[[], Outcome]],
    undo: Callable[..., Callable[[], str]],
) -> None:
    event_id, scan_id, undo_id = guest.event_id, new_id(), new_id()
    doors: list[Callable[[], object]] = [record(scan_id), undo(scan_id, undo_id)]
    outcome, answered = at_once(app, *doors)
    assert isinstance(outcome, Outcome)
    assert outcome.verdict in (Verdict.WELCOME, Verdict.UNDONE)
    assert answered == undo_id
    assert presence.arrivals_of(event_id) == {}
    assert presence.count_arrived(event_id) == 0


@pytest.mark.parametrize(
    "app", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
def test_a_badge_is_read_while_a_command_holds_the_event(
    app: Flask, guest: Registration, record: Callable[..., Callable[[], Outcome]]
) -> None:
    def read() -> Verdict:
        with app.app_context():
            return record(new_id())().verdict

    with ThreadPoolExecutor() as pool, transaction():
        lock_event(guest.event_id)
        assert pool.submit(read).result(timeout=10) == Verdict.WELCOME
