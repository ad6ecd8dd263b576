"""Migrations make the database that the models describe, from nothing, and can take it back."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import Engine, MetaData, Table, inspect, text

from organizer.core.db import db

NOT_OURS = ("alembic_version",)


def _tables(engine: Engine) -> list[str]:
    names = inspect(engine).get_table_names()
    return sorted(name for name in names if not name.startswith(NOT_OURS))


def _schema(engine: Engine) -> dict[str, Any]:
    """Describe every table as the database itself knows it."""
    ask = inspect(engine)
    return {
        table: {
            # Migrations add columns at the end; models declare them where they read well.
            "columns": sorted(
                (c["name"], str(c["type"]), c["nullable"], str(c["default"]))
                for c in ask.get_columns(table)
            ),
            "primary key": ask.get_pk_constraint(table),
            "foreign keys": _sorted(ask.get_foreign_keys(table)),
            "unique": _sorted(ask.get_unique_constraints(table)),
            "checks": _sorted(ask.get_check_constraints(table)),
            "indexes": _sorted(ask.get_indexes(table)),
        }
        for table in _tables(engine)
    }


def _sorted(found: list[Any]) -> list[str]:
    return sorted(str(_plain(item)) for item in found)


def _plain(value: Any) -> Any:
    """Turn conditions of the database into text, which can be compared."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in sorted(value.items())}
    return str(value)


def test_migrations_make_what_the_models_describe(empty: Flask) -> None:
    upgrade()
    with db.engine.connect() as connection:
        options = {"compare_type": True, "include_name": _is_ours}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, db.metadata) == []


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or name is None or not name.startswith(NOT_OURS)


def test_migrations_make_the_same_constraints_as_the_models(empty: Flask) -> None:
    upgrade()
    migrated = _schema(db.engine)
    downgrade(revision="base")
    db.create_all()
    assert migrated == _schema(db.engine)
    assert len(migrated) > 5


def test_migrations_can_be_taken_back_and_made_again(empty: Flask) -> None:
    upgrade()
    made = _tables(db.engine)
    downgrade(revision="base")
    assert _tables(db.engine) == []
    upgrade()
    assert _tables(db.engine) == made


def test_a_second_upgrade_changes_nothing(empty: Flask) -> None:
    upgrade()
    before = _schema(db.engine)
    upgrade()
    assert _schema(db.engine) == before


AT = datetime(2026, 10, 8, 9, 30, tzinfo=UTC)
REGISTRATIONS = (
    # event, status, name, company, email
    (1, "confirmed", "髙橋 優子", "㈱さくら", "yuko@example.com"),
    (1, "confirmed", "高橋優子", "さくら株式会社", "another@example.com"),
    (2, "cancelled", "髙橋優子", "うめ商事", "yuko@example.com"),
    (2, "confirmed", "鈴木 一", "", ""),
    (3, "confirmed", "高橋優子", "うめ商事", "yuko@example.com"),
)


def _fill_0004() -> None:
    """Store registrations of two organizations as the first release kept them, and a scan."""
    _insert("organization", *({"id": n, "name": "x", "created_at": AT} for n in (1, 2)))
    _insert("user_account", {"id": 1, "name": "x", "email": "x", "password_hash": "x"})
    _insert(
        "event",
        *(
            {"id": id_, "organization_id": host, "public_code": f"E{id_}", "fee": 3000}
            | {"starts_at": AT, "ends_at": AT + timedelta(hours=2)}
            for id_, host in ((1, 1), (2, 1), (3, 2))
        ),
    )
    fields = ("event_id", "status", "name", "company", "email")
    _insert(
        "registration",
        *(
            {"id": n, "code": f"R{n}", **dict(zip(fields, values, strict=True))}
            for n, values in enumerate(REGISTRATIONS, start=1)
        ),
    )
    _insert("scan", {"id": "x", "event_id": 1, "registration_id": 1, "verdict": "welcome"})


def _insert(table: str, *rows: dict[str, Any]) -> None:
    """Store rows as the database's own columns are; what a row does not say is filled in."""
    columns = Table(table, MetaData(), autoload_with=db.engine).columns
    others = {int: 1, float: 1.0, str: "", bool: False, datetime: AT, object: {}}
    needed = {c.name: others[c.type.python_type] for c in columns if not c.nullable}
    with db.engine.begin() as connection:
        for row in rows:
            connection.execute(columns["id"].table.insert().values({**needed, **row}))


def _rows(query: str) -> list[tuple[Any, ...]]:
    with db.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def test_registrations_of_the_first_release_get_people_keys_and_their_fee(empty: Flask) -> None:
    upgrade(revision="0004")
    _fill_0004()
    upgrade(revision="0005")
    assert _rows("SELECT person_id FROM registration ORDER BY id") == [(1,), (2,), (1,), (3,), (4,)]
    assert _rows("SELECT name, company, email FROM person ORDER BY id LIMIT 2") == [
        ("髙橋優子", "うめ商事", "yuko@example.com"),
        ("高橋優子", "さくら株式会社", "another@example.com"),
    ]
    assert _rows(
        "SELECT name_key, company_key, sort_key, fee_due FROM registration WHERE id = 1"
    ) == [("高橋優子", "サクラ", "1髙橋優子 0000 3333 髙橋 優子", 3000)]
    assert _rows("SELECT registration_id FROM scan") == [(1,)]
    contact = {"name": "林", "organization_id": 1}
    with db.engine.begin() as connection:  # the next contact gets an id of its own
        people = Table("person", MetaData(), autoload_with=connection)
        filled = {c.name: "" for c in people.columns if c.name not in ("id", "created_at")}
        connection.execute(people.insert().values({**filled, "created_at": AT, **contact}))
    downgrade(revision="0004")
    assert _rows("SELECT name FROM registration WHERE id = 5") == [("高橋優子",)]


def _fill_rooms_and_plans() -> None:
    """Give the events rooms, and the first one two plans, as before tables were rows."""
    rooms = {
        1: {"table_count": 28, "seats_per_table": 6, "table_naming": "letters", "rounds": 2}
        | {"pr_minutes": 2.5, "question_minutes": 0, "change_minutes": 5, "closing_minutes": 0},
        2: {"table_count": 2, "seats_per_table": 4, "table_naming": "numbers", "rounds": 1}
        | {"change_minutes": 0},
        3: {"table_naming": "letters", "change_minutes": 0},
    }
    events = Table("event", MetaData(), autoload_with=db.engine)
    with db.engine.begin() as connection:
        for event_id, room in rooms.items():
            connection.execute(events.update().where(events.c.id == event_id).values(room))
    plan = {"event_id": 1, "rounds": 2, "table_count": 2, "seats_per_table": 3}
    _insert("plan", *({"id": n, "number": n, "table_naming": "numbers", **plan} for n in (1, 2)))
    seats = [(1, 1, 1), (1, 1, 2), (2, 1, 1), (2, 2, 1), (2, 2, 2)]
    _insert(
        "seat",
        *(
            {"id": n, "plan_id": plan_id, "round": number, "registration_id": person}
            | {"position": person}
            for n, (plan_id, number, person) in enumerate(seats, start=1)
        ),
    )
    with db.engine.begin() as connection:
        connection.execute(text("UPDATE registration SET industry = 'insurance'"))


def test_tables_programme_and_plans_become_rows_and_columns_again(empty: Flask) -> None:
    upgrade(revision="0004")
    _fill_0004()
    _fill_rooms_and_plans()
    upgrade(revision="0005")
    before, events = _schema(db.engine), _rows(EVENT_BEFORE)
    plans = "SELECT id, number, table_count, seats_per_table, table_naming FROM plan ORDER BY id"
    planned, seats = _rows(plans), _rows("SELECT * FROM seat ORDER BY id")
    upgrade(revision="0006")
    tables = "SELECT position, name, seats FROM event_table WHERE event_id = 1 ORDER BY position"
    assert _rows(tables)[24:] == [(25, "Y", 6), (26, "Z", 6), (27, "AA", 6), (28, "AB", 6)]
    assert _rows(
        "SELECT kind, minutes, round FROM agenda_item WHERE event_id = 1 ORDER BY position"
    ) == [
        ("opening", 1, None),
        ("presentation", 2.5, 1),
        ("change", 5, 1),
        ("presentation", 2.5, 2),
    ]
    [first, newest] = _rows(
        "SELECT state, revision, played_rounds, fullest_table, tables, industries FROM plan"
        " ORDER BY number"
    )
    assert first[:4] == ("published", 1, 0, 2)
    assert _plain_json(newest[4]) == [{"name": "1", "seats": 3}, {"name": "2", "seats": 3}]
    assert _plain_json(newest[5]) == {"insurance": 1}
    assert _rows("SELECT * FROM seat ORDER BY id") == seats
    assert _rows("SELECT round, a_id, b_id FROM meeting") == [(2, 1, 2)]
    _insert("plan", {"id": 3, "event_id": 1, "number": 3, "state": "draft"})
    downgrade(revision="0005")
    assert _rows(EVENT_BEFORE) == events
    assert _rows(plans) == planned
    assert _rows("SELECT * FROM seat ORDER BY id") == seats
    assert _schema(db.engine) == before


EVENT_BEFORE = (
    "SELECT id, title, table_count, seats_per_table, table_naming, rounds, pr_minutes,"
    " question_minutes, change_minutes, opening_minutes, closing_minutes FROM event ORDER BY id"
)


def _plain_json(stored: Any) -> Any:
    """Return a JSON value, which SQLite gives as text."""
    return json.loads(stored) if isinstance(stored, str) else stored
