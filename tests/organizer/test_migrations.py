"""Migrations make the database that the models describe, from nothing, and can take it back."""

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import Engine, inspect

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
            "columns": [
                (c["name"], str(c["type"]), c["nullable"], c["default"])
                for c in ask.get_columns(table)
            ],
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
