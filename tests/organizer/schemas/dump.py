"""Databases as JSON: `python tests/organizer/schemas/dump.py > 0005.json` writes the app's own one.

That is the database of DATABASE_URL, or the one in `instance/`. Moments are written in UTC, bytes
in base64; rows keep the order in which they were added.
"""

import json
import sys
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, DateTime, Engine, LargeBinary, MetaData, create_engine, func, select

Rows = Mapping[str, list[dict[str, Any]]]
"""The rows of each table."""


def dump(engine: Engine) -> str:
    """Return all rows of a database, one on each line."""
    with engine.connect() as connection:
        tables = {
            table.name: [
                json.dumps({key: _written(value) for key, value in row.items()}, ensure_ascii=False)
                for row in connection.execute(select(table)).mappings()
            ]
            for table in _tables(engine).sorted_tables
        }
    parts = [
        '"' + name + '": [\n' + ",\n".join(rows) + "\n]" for name, rows in tables.items() if rows
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def load(engine: Engine, rows: Rows) -> None:
    """Add the rows to a database with empty tables; rows added later get higher ids."""
    filled = [table for table in _tables(engine).sorted_tables if table.name in rows]
    with engine.begin() as connection:
        for table in filled:
            for row in rows[table.name]:
                values = {key: _read(value, table.c[key]) for key, value in row.items()}
                connection.execute(table.insert().values(values))
            number = table.autoincrement_column
            if engine.dialect.name == "postgresql" and number is not None:
                sequence = func.pg_get_serial_sequence(table.name, number.name)
                connection.execute(select(func.setval(sequence, func.max(number))))


def _tables(engine: Engine) -> MetaData:
    tables = MetaData()
    tables.reflect(engine, only=lambda name, _: name != "alembic_version")
    return tables


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    return b64encode(value).decode() if isinstance(value, bytes) else value


def _read(value: Any, column: Column[Any]) -> Any:
    if value is not None and isinstance(column.type, DateTime):
        return datetime.fromisoformat(value)
    if value is not None and isinstance(column.type, LargeBinary):
        return b64decode(value)
    return value


if __name__ == "__main__":
    from organizer import create_app

    sys.stdout.write(dump(create_engine(create_app().config["SQLALCHEMY_DATABASE_URI"])))
