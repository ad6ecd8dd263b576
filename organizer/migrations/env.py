"""How Alembic reaches the database: through the app that runs the command."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from organizer.core.db import db


@contextmanager
def unlinked(connection: Connection) -> Iterator[None]:
    """Let SQLite replace tables that others refer to, as its manual says (lang_altertable, 7).

    Nothing is kept of a migration that leaves a reference to nothing.
    """
    if connection.dialect.name != "sqlite":
        yield
        connection.commit()
        return
    driver = connection.connection.cursor()
    driver.execute("PRAGMA foreign_keys=OFF")  # would do nothing within a transaction
    try:
        yield
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise RuntimeError(f"references to nothing: {broken[:5]}")
        connection.commit()
    finally:
        connection.rollback()
        driver.execute("PRAGMA foreign_keys=ON")


def run_migrations() -> None:
    """Bring the database of the current app to the wanted revision."""
    with db.engine.connect() as connection, unlinked(connection):
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            **current_app.extensions["migrate"].configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()


run_migrations()
