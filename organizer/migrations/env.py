"""How Alembic reaches the database: through the app that runs the command."""

from alembic import context
from flask import current_app

from organizer.core.db import db


def of_the_app(name: str | None, kind: str, _parents: object) -> bool:
    """Leave out the job queue's own tables, which live in the same PostgreSQL database."""
    return not (kind == "table" and name is not None and name.startswith("huey_"))


def run_migrations() -> None:
    """Bring the database of the current app to the wanted revision."""
    with db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            include_name=of_the_app,
            **current_app.extensions["migrate"].configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run_migrations()
