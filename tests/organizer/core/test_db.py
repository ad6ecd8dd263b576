"""Transactions, moments, and how SQLite is set up."""

import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, StatementError

from organizer.accounts.models import Invitation, Organization, Role, Staff
from organizer.core.db import db, transaction
from tests.conftest import both_databases

TOKYO = timezone(timedelta(hours=9))
EVENING = datetime(2026, 10, 8, 18, 30, tzinfo=TOKYO)


class StumbleError(Exception):
    """What goes wrong halfway."""


def _names() -> set[str]:
    db.session.rollback()
    return set(db.session.scalars(db.select(Organization.name)))


def _add_and_stumble(*, after_the_inner_one: bool = False) -> None:
    with transaction() as session:
        session.add(Organization(name="Sakura"))
        session.flush()
        if not after_the_inner_one:
            raise StumbleError
    raise StumbleError


def _elsewhere(app: Flask, name: str) -> None:
    """Add an organization over another connection."""

    def add() -> None:
        with app.app_context(), transaction() as session:
            session.add(Organization(name=name))

    thread = threading.Thread(target=add)
    thread.start()
    thread.join()


@both_databases
def test_a_transaction_keeps_what_was_done(app: Flask) -> None:
    with transaction() as session:
        session.add(Organization(name="Sakura"))
    assert _names() == {"Sakura"}


@both_databases
def test_a_transaction_that_stumbles_keeps_nothing(app: Flask) -> None:
    with pytest.raises(StumbleError):
        _add_and_stumble()
    assert _names() == set()


@both_databases
def test_an_inner_transaction_is_part_of_the_outer_one(app: Flask) -> None:
    with pytest.raises(StumbleError), transaction():
        _add_and_stumble(after_the_inner_one=True)
    assert _names() == set()


@both_databases
def test_after_a_stumble_the_next_transaction_commits_again(app: Flask) -> None:
    with pytest.raises(StumbleError), transaction():
        raise StumbleError
    with transaction() as session:
        session.add(Organization(name="Sakura"))
    assert _names() == {"Sakura"}


@both_databases
def test_a_transaction_sees_what_others_committed_before_it_began(app: Flask) -> None:
    with transaction() as session:
        session.add(Organization(name="Sakura"))
    row = db.session.scalars(db.select(Organization)).one()
    _elsewhere(app, "Fuji")
    with transaction() as session:
        assert set(session.scalars(db.select(Organization.name))) == {"Sakura", "Fuji"}
        assert row.name == "Sakura"


@both_databases
def test_what_only_reads_sees_the_rows_of_one_moment(app: Flask) -> None:
    assert set(db.session.scalars(db.select(Organization.name))) == set()
    _elsewhere(app, "Fuji")
    assert set(db.session.scalars(db.select(Organization.name))) == set()
    assert _names() == {"Fuji"}


@both_databases
def test_a_row_read_earlier_is_read_anew_inside_a_transaction(app: Flask) -> None:
    with transaction() as session:
        session.add(Organization(name="old"))
    row = db.session.scalars(db.select(Organization)).one()
    assert row.name == "old"

    def rename() -> None:
        with app.app_context(), transaction() as session:
            session.get_one(Organization, 1).name = "new"

    thread = threading.Thread(target=rename)
    thread.start()
    thread.join()
    with transaction():
        assert row.name == "new"


@both_databases
def test_a_moment_comes_back_in_utc(app: Flask) -> None:
    with transaction() as session:
        session.add(Organization(name="Sakura", created_at=EVENING))
    stored = db.session.scalars(db.select(Organization.created_at)).one()
    assert stored == EVENING
    assert stored.tzinfo is UTC


@both_databases
def test_moments_compare_by_time_whatever_zone_they_were_written_in(app: Flask) -> None:
    with transaction() as session:
        session.add(Organization(name="Sakura", created_at=EVENING))
    before = db.select(Organization.name).where(
        Organization.created_at < datetime(2026, 10, 8, 9, 31, tzinfo=UTC)
    )
    assert db.session.scalars(before).all() == ["Sakura"]


def test_a_moment_without_a_zone_is_refused(app: Flask) -> None:
    db.session.add(Organization(name="Sakura", created_at=EVENING.replace(tzinfo=None)))
    with pytest.raises(StatementError, match="a moment needs a time zone"):
        db.session.flush()


@both_databases
def test_no_moment_stays_no_moment(app: Flask) -> None:
    with transaction() as session:
        organization = Organization(name="Sakura")
        session.add(organization)
        session.flush()
        session.add(
            Invitation(
                organization_id=organization.id,
                role=Role.DOOR,
                token_hash="0" * 64,
                expires_at=EVENING,
            )
        )
    assert db.session.scalars(db.select(Invitation.used_at)).all() == [None]


@both_databases
def test_a_row_cannot_belong_to_what_does_not_exist(app: Flask) -> None:
    with pytest.raises(IntegrityError), transaction() as session:
        session.add(Staff(organization_id=99, user_id=99, role=Role.DOOR))


def test_sqlite_lets_readers_go_on_while_one_writes(app: Flask) -> None:
    assert db.session.scalar(text("PRAGMA journal_mode")) == "wal"


def test_sqlite_waits_for_its_disk_only_when_it_tidies_up(app: Flask) -> None:
    assert db.session.scalar(text("PRAGMA synchronous")) == 1  # NORMAL


def test_two_writers_on_sqlite_wait_for_each_other_instead_of_failing(app: Flask) -> None:
    both_in = threading.Barrier(2, timeout=10)

    def count_up() -> None:
        with app.app_context():
            db.session.scalars(db.select(Organization)).all()  # a reader first, as in a request
            both_in.wait()
            with transaction() as session:
                count = len(session.scalars(db.select(Organization)).all())
                session.add(Organization(name=str(count)))

    threads = [threading.Thread(target=count_up) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert _names() == {"0", "1"}


@both_databases
def test_a_word_of_an_enumeration_comes_back_as_its_member(app: Flask) -> None:
    with transaction() as session:
        session.add(Organization(name="Sakura"))
        session.flush()
        session.add(
            Invitation(organization_id=1, role=Role.DOOR, token_hash="", expires_at=EVENING)
        )
    assert db.session.scalar(text("SELECT role FROM invitation")) == "door"
    assert db.session.scalars(db.select(Invitation.role)).one() is Role.DOOR
    assert db.session.scalars(db.select(Invitation.role).filter_by(role=Role.OWNER)).all() == []


def test_a_word_that_is_none_of_its_enumeration_is_refused(app: Flask) -> None:
    db.session.add(Invitation(organization_id=1, role="boss", token_hash="", expires_at=EVENING))
    with pytest.raises(StatementError, match="boss"):
        db.session.flush()
