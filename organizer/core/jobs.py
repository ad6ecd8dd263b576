"""Long work: it runs in the worker, tells how far it is, and can be cancelled.

A slice registers a handler with `@job("tables.assign")`; its commands call `start`. The row is what
pages show; huey only carries the row's id to the worker.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from flask import Flask, current_app
from flask_babel import force_locale, get_locale
from flask_babel import gettext as _
from huey import Huey, PostgresHuey, SqliteHuey
from sqlalchemy import JSON, Index, String, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from organizer.core import clock
from organizer.core.db import Model, db, transaction
from organizer.core.errors import OrganizerError

SECONDS_BETWEEN_REPORTS = 0.25
SILENT_FOR = timedelta(seconds=60)
"""A running job that has not been heard of for so long has lost its worker."""
TO_BEGIN_IN = timedelta(seconds=10)


class JobState(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


_OPEN = text("state IN ('queued', 'running')")


class Job(Model):
    """One piece of long work and how far it is. Of one kind and subject, one at a time is open."""

    __tablename__ = "job"
    __table_args__ = (
        Index(
            "uq_job_open",
            "kind",
            "subject",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    subject: Mapped[int]
    """The id of what it works on; with `kind` it says which pages may show it."""
    arguments: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    language: Mapped[str] = mapped_column(String(10))
    """Of whoever asked for it; its sentences are for them."""
    state: Mapped[JobState] = mapped_column(default=JobState.QUEUED)
    done: Mapped[float] = mapped_column(default=0.0)
    """The part done, from 0 to 1."""
    figures: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    """What the handler tells while it runs, for its own page to put into words."""
    error: Mapped[str] = mapped_column(String(500), default="")
    cancel_requested: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    heard_at: Mapped[datetime] = mapped_column(default=clock.now)

    @property
    def is_open(self) -> bool:
        """Whether the job is still to end."""
        return self.state in (JobState.QUEUED, JobState.RUNNING)

    def is_lost(self, at: datetime) -> bool:
        """Whether the worker that ran the job has fallen silent."""
        return self.state == JobState.RUNNING and at - self.heard_at > SILENT_FOR

    def is_under_way(self, at: datetime) -> bool:
        """Whether the job is still to end, and has not lost its worker."""
        return self.is_open and not self.is_lost(at)

    def has_failed(self, at: datetime) -> bool:
        """Whether the job broke, or lost its worker."""
        return self.state == JobState.FAILED or self.is_lost(at)

    def waits_long(self, at: datetime) -> bool:
        """Whether the job has not begun for so long that its worker may not run at all."""
        return self.state == JobState.QUEUED and at - self.created_at > TO_BEGIN_IN


@dataclass
class Running:
    """What a handler sees of its job: its arguments, a way to report, and whether to stop."""

    job_id: int
    subject: int
    arguments: dict[str, Any]
    _reported_at: float = field(default=float("-inf"))
    _cancelled: bool = False

    def report(self, done: float, figures: dict[str, Any]) -> None:
        """Tell how far the work is (0 to 1); cheap enough to be called often."""
        if time.monotonic() - self._reported_at < SECONDS_BETWEEN_REPORTS:
            return
        self._reported_at = time.monotonic()
        with transaction():
            row = db.session.get_one(Job, self.job_id)
            if self._goes_on(row):
                row.done, row.figures, row.heard_at = min(done, 1.0), figures, clock.now()

    def cancelled(self) -> bool:
        """Return whether somebody asked to stop or gave the job up, as of the last report."""
        return self._cancelled

    def is_wanted(self) -> bool:
        """Return whether the result may be stored; asked inside the transaction that stores it.

        False if somebody asked to stop meanwhile, or if the job was given up as lost.
        """
        row = db.session.get_one(Job, self.job_id, with_for_update=True, populate_existing=True)
        return self._goes_on(row)

    def _goes_on(self, row: Job) -> bool:
        self._cancelled = row.cancel_requested or row.state != JobState.RUNNING
        return not self._cancelled


Handler = Callable[[Running], None]
_HANDLERS: dict[str, Handler] = {}


def job(kind: str) -> Callable[[Handler], Handler]:
    """Register the function that does the work of this kind."""

    def register(handler: Handler) -> Handler:
        _HANDLERS[kind] = handler
        return handler

    return register


def start(kind: str, *, subject: int, arguments: dict[str, Any]) -> int:
    """Queue a job and return its id. Not to be called inside a transaction.

    Raises OrganizerError while another job of this kind about this subject is open.
    """
    job_id = _store(kind, subject=subject, arguments=arguments)
    current_app.extensions["run_job"](job_id)
    return job_id


def _store(kind: str, *, subject: int, arguments: dict[str, Any]) -> int:
    language = get_locale().language
    try:
        with transaction():
            _give_up_lost(kind, subject=subject, at=clock.now())
            row = Job(kind=kind, subject=subject, arguments=arguments, language=language)
            db.session.add(row)
            db.session.flush()
            return row.id
    except IntegrityError:
        message = _("This is already under way. Wait until it ends, or stop it.")
        raise OrganizerError(message) from None


def _give_up_lost(kind: str, *, subject: int, at: datetime) -> None:
    open_rows = select(Job).filter_by(kind=kind, subject=subject, state=JobState.RUNNING)
    for row in db.session.scalars(open_rows.with_for_update()):
        if row.is_lost(at):
            row.state = JobState.FAILED
    db.session.flush()


def cancel(job_id: int) -> None:
    """Ask a job to stop; one that has not begun never will."""
    with transaction():
        row = db.session.get_one(Job, job_id, with_for_update=True)
        row.cancel_requested = True
        if row.state == JobState.QUEUED:
            row.state = JobState.CANCELLED


def find_latest(kind: str, *, subject: int) -> Job | None:
    """Return the newest job of this kind about this subject."""
    return db.session.scalar(
        select(Job).filter_by(kind=kind, subject=subject).order_by(Job.id.desc()).limit(1)
    )


def find(job_id: int, *, kind: str, subject: int) -> Job | None:
    """Return the job if it is of this kind and about this subject."""
    return db.session.scalar(select(Job).filter_by(id=job_id, kind=kind, subject=subject))


def run(job_id: int) -> None:
    """Do one queued job to its end; what the worker calls."""
    running = _begin(job_id)
    if running is None:
        return
    row = db.session.get_one(Job, job_id)
    try:
        with force_locale(row.language):
            _HANDLERS[row.kind](running)
    except OrganizerError as error:
        _end(job_id, JobState.FAILED, error=error.message)
    except Exception:
        current_app.logger.exception("job %s failed", job_id)
        _end(job_id, JobState.FAILED, error="")
    else:
        _end(job_id, JobState.CANCELLED if running.cancelled() else JobState.DONE)


def _begin(job_id: int) -> Running | None:
    with transaction():
        row = db.session.get(Job, job_id, with_for_update=True)
        if row is None or row.state != JobState.QUEUED:
            return None
        row.state, row.heard_at = JobState.RUNNING, clock.now()
        return Running(row.id, row.subject, dict(row.arguments))


def _end(job_id: int, state: JobState, *, error: str = "") -> None:
    with transaction():
        row = db.session.get_one(Job, job_id, with_for_update=True)
        if row.state != JobState.RUNNING:
            return  # it was given up as lost
        row.state, row.error, row.heard_at = state, error[:500], clock.now()
        if state == JobState.DONE:
            row.done = 1.0


def init_app(app: Flask) -> None:
    """Give the app its queue, kept where its rows are kept."""
    huey = _queue(app)

    def run_in_app(job_id: int) -> None:
        with app.app_context():
            run(job_id)

    app.extensions["huey"] = huey
    app.extensions["run_job"] = run if huey.immediate else huey.task(name="run_job")(run_in_app)


def _queue(app: Flask) -> Huey:
    immediate = app.config["JOBS_IMMEDIATE"]
    url = str(app.config["SQLALCHEMY_DATABASE_URI"])
    if url.startswith("postgresql"):
        return PostgresHuey("organizer", dsn=url.replace("+psycopg", ""), immediate=immediate)
    return SqliteHuey("organizer", filename=app.config["JOBS_FILE"], immediate=immediate)
