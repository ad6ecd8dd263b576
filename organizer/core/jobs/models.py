"""Rows: jobs, each of them work in the background and how far it is."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from organizer.core import clock
from organizer.core.db import Model

LOST_AFTER = timedelta(seconds=60)
"""A running job that has not been heard of for so long has lost its worker."""
TO_BEGIN_IN = timedelta(seconds=10)
"""A queued job that has not begun by then may have no worker."""


class JobState(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


IS_OPEN = text("state IN ('queued', 'running')")


class Job(Model):
    """One piece of work and how far it is. Of one kind and subject, one at a time is open."""

    __tablename__ = "job"
    __table_args__ = (
        Index(
            "uq_job_open",
            "kind",
            "subject",
            unique=True,
            sqlite_where=IS_OPEN,
            postgresql_where=IS_OPEN,
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
    """When its worker last said that it lives."""
    attempts: Mapped[int] = mapped_column(default=0, server_default="0")
    """How often a worker has begun it."""

    @property
    def is_open(self) -> bool:
        """Whether the job is still to end."""
        return self.state in (JobState.QUEUED, JobState.RUNNING)

    def is_lost(self, at: datetime) -> bool:
        """Whether the worker that ran the job has fallen silent."""
        return self.state == JobState.RUNNING and at - self.heard_at > LOST_AFTER

    def is_under_way(self, at: datetime) -> bool:
        """Whether the job is still to end, and has not lost its worker."""
        return self.is_open and not self.is_lost(at)

    def has_failed(self, at: datetime) -> bool:
        """Whether the job broke, or lost its worker."""
        return self.state == JobState.FAILED or self.is_lost(at)

    def waits_long(self, at: datetime) -> bool:
        """Whether the job has not begun for so long that its worker may not run at all."""
        return self.state == JobState.QUEUED and at - self.created_at > TO_BEGIN_IN
