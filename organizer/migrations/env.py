"""How Alembic reaches the database: through the app that runs the command."""

from alembic import context
from flask import current_app

from organizer.core.db import db


def run_migrations() -> None:
    """Bring the database of the current app to the wanted revision."""
    with db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            **current_app.extensions["migrate"].configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run_migrations()
