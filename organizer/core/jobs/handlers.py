"""Handlers: the functions that do the work of each kind of job, and what they see of a job."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from organizer.core import clock
from organizer.core.db import db, transaction
from organizer.core.jobs.models import Job, JobState

SECONDS_BETWEEN_REPORTS = 0.25


@dataclass
class Running:
    """A job as its handler sees it: its arguments, a way to report, and whether to stop."""

    job_id: int
    attempt: int
    """Which attempt this is, from 1: a job that lost its worker is begun again by another."""
    kind: str
    subject: int
    arguments: dict[str, Any]
    language: str
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

    def keep_alive(self) -> None:
        """Tell that the worker lives; called by the worker, as handlers may report nothing."""
        with transaction():
            row = db.session.get_one(Job, self.job_id)
            if self._goes_on(row):
                row.heard_at = clock.now()

    def cancelled(self) -> bool:
        """Return whether to stop: somebody asked for it, or another worker has the job."""
        return self._cancelled

    def finish(self) -> bool:
        """Mark the job done, inside the transaction that stores its result.

        False if the result must not be stored: somebody asked to stop meanwhile, or the job was
        given up as lost. As result and mark are stored together, no result is stored twice.
        """
        row = db.session.get_one(Job, self.job_id, with_for_update=True, populate_existing=True)
        if not self._goes_on(row):
            return False
        row.state, row.done, row.heard_at = JobState.DONE, 1.0, clock.now()
        return True

    def owns(self, row: Job) -> bool:
        """Return whether the job still runs, and in this attempt."""
        return row.state == JobState.RUNNING and row.attempts == self.attempt

    def _goes_on(self, row: Job) -> bool:
        self._cancelled = row.cancel_requested or not self.owns(row)
        return not self._cancelled


Work = Callable[[Running], None]


@dataclass(frozen=True, slots=True)
class Handler:
    """The function for one kind of job, and how its jobs are to be treated."""

    work: Work
    long: bool = False
    """Whether it takes as long as it may; short work does not wait behind it."""
    repeatable: bool = False
    """Whether it can be begun again after its worker died: it stores nothing before `finish`."""


HANDLERS: dict[str, Handler] = {}


def job(kind: str, *, long: bool = False, repeatable: bool = False) -> Callable[[Work], Work]:
    """Register the function that does the work of this kind; see `Handler` for the rest."""

    def register(work: Work) -> Work:
        HANDLERS[kind] = Handler(work, long=long, repeatable=repeatable)
        return work

    return register
