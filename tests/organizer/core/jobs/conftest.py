"""A kind of job whose work each test writes itself, with rows in any state."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from organizer.core import jobs
from organizer.core.db import db, transaction
from organizer.core.jobs import Job, handlers, service
from organizer.core.jobs.handlers import Handler, Work

KIND = "test"
Register = Callable[..., None]


@pytest.fixture
def handler(monkeypatch: pytest.MonkeyPatch) -> Register:
    """Let a function do the jobs of this test."""

    def register(work: Work, *, kind: str = KIND, **how: bool) -> None:
        monkeypatch.setitem(handlers.HANDLERS, kind, Handler(work, **how))

    return register


@pytest.fixture
def waiting(app: Flask, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A worker that only collects ids, for a test that does the job itself."""
    collected: list[int] = []
    monkeypatch.setattr(service, "run", collected.append)
    return collected


def start(subject: int = 1, *, kind: str = KIND) -> int:
    return jobs.start(kind, subject=subject, arguments={"seed": 7})


def row_of(job_id: int) -> Job:
    """Return a job as it is stored now."""
    db.session.rollback()
    return db.session.get_one(Job, job_id, populate_existing=True)


def stored(**values: Any) -> int:
    """Store a job of which nothing else is known yet, and return its id."""
    with transaction() as session:
        row = Job(**{"kind": KIND, "subject": 1, "language": "en", **values})
        session.add(row)
        session.flush()
        return row.id
