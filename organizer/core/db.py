"""The database: one session for a request, one transaction for a command."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import StrEnum
from threading import Lock
from typing import TYPE_CHECKING, Any

from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session
from sqlalchemy import Connection, DateTime, Dialect, Enum, MetaData, TypeDecorator, event
from sqlalchemy.engine.interfaces import DBAPIConnection, IsolationLevel
from sqlalchemy.orm import DeclarativeBase, registry, scoped_session

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, stored in UTC and read back with its zone, also where the database keeps none."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Refuse a time without a zone and store the others in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Give the stored moment its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def stored_enum(of: type[StrEnum], *, length: int) -> Enum:
    """Return the column type of an enumeration: its values as text, read back as its members."""
    return Enum(
        of,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        validate_strings=True,
        length=length,
    )


class Base(DeclarativeBase):
    """What every row class shares: how Python types are stored and how constraints are named."""

    registry = registry(
        metadata=MetaData(naming_convention=NAMES),
        type_annotation_map={datetime: UtcDateTime, StrEnum: stored_enum(StrEnum, length=12)},
    )


db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})
migrate = Migrate()

if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model

LOCK = {"key_share": True}
"""How commands lock a row on PostgreSQL so that others may still add rows that refer to it.

Else a scan, which locks its guest and then refers to the event, and a command that locks the event
and then changes its guests would wait for each other."""

_writing: ContextVar[bool] = ContextVar("writing", default=False)
_one_writer = Lock()


@contextmanager
def transaction() -> Iterator[scoped_session[Session]]:
    """Store everything that a command does, or nothing; the outermost transaction commits.

    What was read before is dropped first, so that a decision inside rests on rows read under
    the transaction's own locks. SQLite takes its write lock at the start; PostgreSQL locks the
    rows that the command selects `for update`.
    """
    if _writing.get():
        yield db.session
        return
    db.session.rollback()
    db.session.expire_all()  # after a commit there is nothing to roll back, and rows stay as read
    with _turn_to_write():
        token = _writing.set(True)
        try:
            yield db.session
            db.session.commit()
        except BaseException:
            db.session.rollback()
            raise
        finally:
            _writing.reset(token)


def _turn_to_write() -> AbstractContextManager[object]:
    """Let the threads of this process write to SQLite one after another.

    SQLite itself has them try again after longer and longer pauses, so that one can wait for
    seconds while many others pass. PostgreSQL lets them write at once.
    """
    return _one_writer if db.engine.dialect.name == "sqlite" else nullcontext()


def init_app(app: Flask) -> None:
    """Connect the app to its database and to its migrations."""
    db.init_app(app)
    migrate.init_app(app, db, directory=f"{app.root_path}/migrations", render_as_batch=True)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            event.listen(db.engine, "connect", _set_up_sqlite_connection)
            event.listen(db.engine, "begin", _begin_on_sqlite)
        else:
            event.listen(db.engine, "begin", _begin_on_postgresql)


def _set_up_sqlite_connection(connection: DBAPIConnection, _record: Any) -> None:
    # Python's driver would begin transactions by itself, and too late to lock before reading.
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in (
        "journal_mode=WAL",
        "foreign_keys=ON",
        "synchronous=NORMAL",
        "busy_timeout=10000",
    ):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin_on_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")


def _begin_on_postgresql(connection: Connection) -> None:
    # As on SQLite, what only reads sees the rows of one moment, and what writes sees the latest.
    level: IsolationLevel = "READ COMMITTED" if _writing.get() else "REPEATABLE READ"
    driver = connection.connection.dbapi_connection
    connection.dialect.set_isolation_level(driver, level)  # type: ignore[arg-type]  # connected
