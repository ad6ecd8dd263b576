"""Migrations carry databases that earlier versions filled (`schemas/`) over, and back."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import downgrade, upgrade
from sqlalchemy import MetaData, select, text

from organizer.accounts.models import User
from organizer.core.db import db
from organizer.printers.models import PrintJob
from tests.organizer.schemas.dump import Rows, dump, load

FILES = sorted((Path(__file__).parent / "schemas").glob("*.json"))
FACTS = {
    "organization": ("id", "name"),
    "user_account": ("id", "email", "name"),
    "staff": ("user_id", "organization_id", "role"),
    "event": ("id", "organization_id", "title"),
    "registration": ("id", "event_id", "code", "name", "company"),
    "plan": ("id", "event_id"),
    "seat": ("plan_id", "round", "registration_id"),
    "scan": ("id", "event_id", "registration_id", "kind"),
    "print_job": ("id", "event_id"),
}
"""What must not get lost: columns that every version has."""

every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def fill(file: Path) -> Rows:
    """Make the tables of an earlier version and load the rows that it left."""
    rows: Rows = json.loads(file.read_text(encoding="utf-8"))
    upgrade(revision=file.stem)
    load(db.engine, rows)
    return rows


def facts_of(rows: Rows) -> Mapping[str, list[Any]]:
    return {
        name: sorted((tuple(row[column] for column in columns) for row in rows[name]), key=repr)
        for name, columns in FACTS.items()
        if name in rows
    }


def read_again(rows: Rows) -> Rows:
    """Read the tables that an earlier version had filled."""
    tables = MetaData()
    tables.reflect(db.engine, only=[name for name in FACTS if name in rows])
    with db.engine.connect() as connection:
        return {
            name: [dict(row) for row in connection.execute(select(tables.tables[name])).mappings()]
            for name in FACTS
            if name in rows
        }


def sign_in_alice(app: Flask) -> FlaskClient:
    return app.test_client(user=db.session.scalar(select(User).filter_by(name="Alice")))


def attendees_in(rows: Rows) -> Mapping[int, str]:
    """Return the names of the sample event's attendees."""
    return {
        row["id"]: row["name"]
        for row in rows["registration"]
        if (row["event_id"], row["status"]) == (1, "confirmed")
    }


def arrived_in(rows: Rows) -> set[int]:
    """Return who is in: let in by a scan that nobody has undone."""
    undone = {scan["undoes_id"] for scan in rows["scan"]}
    admitted = [scan for scan in rows["scan"] if scan["verdict"] in {"welcome", "already_in"}]
    return {scan["registration_id"] for scan in admitted if scan["id"] not in undone}


@every_file
def test_a_database_is_dumped_as_it_was_loaded(empty: Flask, file: Path) -> None:
    assert fill(file) == json.loads(dump(db.engine))


@every_file
def test_nothing_gets_lost_on_the_way_to_this_version_and_back(empty: Flask, file: Path) -> None:
    rows = fill(file)
    upgrade()
    assert facts_of(read_again(rows)) == facts_of(rows)
    downgrade(revision=file.stem)
    assert facts_of(read_again(rows)) == facts_of(rows)


@pytest.mark.parametrize("file", FILES[1:], ids=lambda file: file.stem)  # the first had no log
def test_prints_name_their_plan_by_its_key_and_by_its_number_again(
    empty: Flask, file: Path
) -> None:
    printed = fill(file)["print_job"]
    upgrade()
    jobs = db.session.scalars(select(PrintJob).order_by(PrintJob.id))
    assert [(job.plan.number, job.count) for job in jobs] == [
        (row["plan_number"], len(row["pieces"])) for row in printed
    ]
    db.session.rollback()
    downgrade(revision=file.stem)
    numbers = db.session.scalars(text("SELECT plan_number FROM print_job ORDER BY id")).all()
    assert numbers == [row["plan_number"] for row in printed]


@every_file
def test_pages_show_who_registered_sits_and_arrived(empty: Flask, file: Path) -> None:
    rows = fill(file)
    upgrade()
    alice = sign_in_alice(empty)
    people = attendees_in(rows)
    texts = {page: alice.get(f"/events/1/{page}").text for page in ("attendees", "tables", "door")}
    shown = {
        page: {key for key, name in people.items() if name in text} for page, text in texts.items()
    }
    assert shown["attendees"] == people.keys()
    assert shown["tables"] >= people.keys() & {seat["registration_id"] for seat in rows["seat"]}
    assert shown["door"] == arrived_in(rows)


@every_file
def test_somebody_can_register_after_the_migration(empty: Flask, file: Path) -> None:
    rows = fill(file)
    upgrade()
    alice = sign_in_alice(empty)
    alice.post("/events/1/attendees/new", data={"name": "後藤 新", "name_kana": "ゴトウ アラタ"})
    assert "後藤 新" in alice.get("/events/1/attendees").text
    assert len(read_again(rows)["registration"]) == len(rows["registration"]) + 1
