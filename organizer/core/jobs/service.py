"""Commands and queries: starting jobs, finding them, doing them, and taking up lost ones."""

from datetime import datetime, timedelta
from typing import Any

from flask import current_app
from flask_babel import force_locale, get_locale
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from organizer.core import clock
from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from organizer.core.jobs.handlers import HANDLERS, Running
from organizer.core.jobs.models import IS_OPEN, Job, JobState

SILENT_FOR = timedelta(seconds=30)
"""Workers take a job up again after so much silence: sooner than pages give it up as lost."""
MOST_ATTEMPTS = 3
"""A job that loses its worker so often may well be what kills it."""


def start(kind: str, *, subject: int, arguments: dict[str, Any]) -> int:
    """Queue a job and return its id. Not to be called inside a transaction.

    Raises OrganizerError while another job of this kind about this subject is open.
    """
    job_id = _store(kind, subject=subject, arguments=arguments)
    if current_app.config["JOBS_IMMEDIATE"]:
        run(job_id)
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
    running = select(Job).filter_by(kind=kind, subject=subject, state=JobState.RUNNING)
    for row in db.session.scalars(running.with_for_update()):
        if row.is_lost(at):
            row.state = JobState.FAILED
    db.session.flush()


def cancel(job_id: int) -> None:
    """Ask a job to stop; one that nobody works on has stopped."""
    with transaction():
        row = db.session.get_one(Job, job_id, with_for_update=True)
        row.cancel_requested = True
        if row.state == JobState.QUEUED or row.is_lost(clock.now()):
            row.state = JobState.CANCELLED


def find_latest(kind: str, *, subject: int) -> Job | None:
    """Return the newest job of this kind about this subject."""
    return db.session.scalar(
        select(Job).filter_by(kind=kind, subject=subject).order_by(Job.id.desc()).limit(1)
    )


def find(job_id: int, *, kind: str, subject: int) -> Job | None:
    """Return the job if it is of this kind and about this subject."""
    return db.session.scalar(select(Job).filter_by(id=job_id, kind=kind, subject=subject))


def find_waiting(*, long: bool) -> int | None:
    """Return the id of the queued job whose turn it is, among the long ones or the short ones."""
    kinds = [kind for kind, handler in HANDLERS.items() if handler.long == long]
    waiting = select(Job.id).where(IS_OPEN, Job.state == JobState.QUEUED, Job.kind.in_(kinds))
    return db.session.scalar(waiting.order_by(Job.id).limit(1))


def run(job_id: int) -> None:
    """Do a queued job to its end."""
    running = begin(job_id)
    if running is not None:
        carry_out(running)


def begin(job_id: int) -> Running | None:
    """Take a queued job, or return None if another worker was quicker or it was cancelled."""
    with transaction():
        row = db.session.get(Job, job_id, with_for_update=True)
        if row is None or row.state != JobState.QUEUED:
            return None
        row.state, row.heard_at, row.attempts = JobState.RUNNING, clock.now(), row.attempts + 1
        return Running(
            job_id=row.id,
            attempt=row.attempts,
            kind=row.kind,
            subject=row.subject,
            arguments=dict(row.arguments),
            language=row.language,
        )


def carry_out(running: Running) -> None:
    """Do the work of a job that was begun, and store how it ended."""
    try:
        with force_locale(running.language):
            HANDLERS[running.kind].work(running)
    except OrganizerError as error:
        _end(running, JobState.FAILED, error=error.message)
    except Exception:
        current_app.logger.exception("job %s failed", running.job_id)
        _end(running, JobState.FAILED)
    else:
        _end(running, JobState.CANCELLED if running.cancelled() else JobState.DONE)


def _end(running: Running, state: JobState, *, error: str = "") -> None:
    with transaction():
        row = db.session.get_one(Job, running.job_id, with_for_update=True)
        if not running.owns(row):
            return  # its result is stored already, or another worker has it
        row.state, row.error, row.heard_at = state, error[:500], clock.now()
        if state == JobState.DONE:
            row.done = 1.0


def give_back(running: Running) -> None:
    """Let another worker do a job, if it can be repeated."""
    with transaction():
        row = db.session.get_one(Job, running.job_id, with_for_update=True)
        if HANDLERS[row.kind].repeatable and running.owns(row):
            _release(row)


def take_up_lost(*, at: datetime) -> None:
    """Queue the jobs again whose worker has fallen silent; those that cannot be repeated fail."""
    silent = Job.heard_at < at - SILENT_FOR
    lost = select(Job).where(IS_OPEN, Job.state == JobState.RUNNING, silent)
    if db.session.scalar(lost.limit(1)) is None:
        return  # the usual case, and on SQLite a transaction would keep others from writing
    with transaction():
        for row in db.session.scalars(lost.with_for_update(skip_locked=True)):
            _release(row)


def _release(row: Job) -> None:
    handler = HANDLERS.get(row.kind)
    if row.cancel_requested:
        row.state = JobState.CANCELLED
    elif handler and handler.repeatable and row.attempts < MOST_ATTEMPTS:
        row.state, row.done, row.figures = JobState.QUEUED, 0.0, {}
    else:
        row.state = JobState.FAILED
