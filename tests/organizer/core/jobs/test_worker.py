"""The worker: what it does in which order, and that nothing ends it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from organizer.core import clock, jobs
from organizer.core.db import db, transaction
from organizer.core.jobs import Job, JobState, Running, Worker, handlers, service
from organizer.core.jobs import worker as worker_module
from tests.conftest import app_on, both_databases
from tests.organizer.core.jobs.conftest import Register, row_of, start, stored

PATIENCE = 20.0
"""Seconds after which a test that waits for another thread gives up."""


@pytest.fixture
def served(app: Flask, tmp_path: Path) -> Iterator[Flask]:
    """The app as it is served: a worker does the jobs."""
    real = app_on(app.config["SQLALCHEMY_DATABASE_URI"], tmp_path, JOBS_IMMEDIATE=False)
    with real.app_context():
        yield real
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "SECONDS_BETWEEN_LOOKS", 0.01)
    monkeypatch.setattr(worker_module, "SECONDS_BETWEEN_ROUNDS", 0.01)
    monkeypatch.setattr(handlers, "SECONDS_BETWEEN_REPORTS", 0)


@contextmanager
def at_work(app: Flask) -> Iterator[Worker]:
    """Let a worker work in a thread of this process until the block ends."""
    worker = Worker(app)
    thread = threading.Thread(target=worker.run)
    thread.start()
    try:
        yield worker
    finally:
        worker.stop()
        thread.join(PATIENCE)
    assert not thread.is_alive()


def _wait(event: threading.Event) -> None:
    assert event.wait(PATIENCE)


@both_databases
def test_a_worker_finds_a_job_by_its_row_alone(
    app: Flask, served: Flask, handler: Register
) -> None:
    done = threading.Event()
    handler(lambda _running: done.set())
    job_id = stored()  # and then whoever stored it crashed
    with at_work(served):
        _wait(done)
    assert row_of(job_id).state == JobState.DONE


@both_databases
def test_the_oldest_job_that_nobody_works_on_comes_first(app: Flask, handler: Register) -> None:
    handler(lambda _running: None)
    handler(lambda _running: None, kind="long", long=True)
    assert service.find_waiting(long=False) is None
    stored(state=JobState.RUNNING)
    job_id, long_job_id = stored(subject=9), stored(kind="long")
    stored(subject=3)
    assert service.find_waiting(long=False) == job_id
    assert service.find_waiting(long=True) == long_job_id


@both_databases
def test_a_job_stops_when_told_meanwhile(app: Flask, served: Flask, handler: Register) -> None:
    begun, cancelled = threading.Event(), threading.Event()

    def work(running: Running) -> None:
        running.report(0.5, {"repeats": 3})
        begun.set()
        _wait(cancelled)
        running.report(0.6, {"repeats": 2})
        assert running.cancelled()

    handler(work)
    job_id = start()
    assert row_of(job_id).state == JobState.QUEUED
    with at_work(served):
        _wait(begun)
        job = row_of(job_id)
        assert (job.state, job.figures) == (JobState.RUNNING, {"repeats": 3})
        jobs.cancel(job_id)
        cancelled.set()
    assert row_of(job_id).state == JobState.CANCELLED


@both_databases
def test_short_work_does_not_wait_for_long_work(
    app: Flask, served: Flask, handler: Register
) -> None:
    begun, short_done = threading.Event(), threading.Event()

    def search(_running: Running) -> None:
        begun.set()
        _wait(short_done)

    handler(search, kind="long", long=True)
    handler(lambda _running: short_done.set(), kind="short")
    long_job, next_long_job = start(kind="long"), start(2, kind="long")
    with at_work(served):
        _wait(begun)
        assert row_of(next_long_job).state == JobState.QUEUED
        short_job = start(kind="short")
        _wait(short_done)
    assert row_of(long_job).state == row_of(short_job).state == JobState.DONE


@both_databases
def test_a_worker_goes_on_after_a_job_that_broke(
    app: Flask, served: Flask, handler: Register
) -> None:
    done = threading.Event()

    def work(running: Running) -> None:
        if running.subject == 1:
            raise RuntimeError("broken")
        done.set()

    handler(work)
    broken, sound = start(subject=1), start(subject=2)
    with at_work(served):
        _wait(done)
    assert (row_of(broken).state, row_of(sound).state) == (JobState.FAILED, JobState.DONE)


def test_a_worker_goes_on_after_its_database_was_away(
    app: Flask,
    served: Flask,
    handler: Register,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    done = threading.Event()
    handler(lambda _running: done.set())
    find_waiting = service.find_waiting
    away = [ConnectionError("the database is away")] * 3

    def find_if_it_is_there(*, long: bool) -> int | None:
        if away:
            raise away.pop()
        return find_waiting(long=long)

    monkeypatch.setattr(service, "find_waiting", find_if_it_is_there)
    start()
    with at_work(served):
        _wait(done)
    assert "the worker could not go on" in caplog.text
    assert "the database is away" in caplog.text


@both_databases
def test_after_a_computer_slept_its_worker_does_not_take_its_own_job_for_lost(
    app: Flask, served: Flask, handler: Register
) -> None:
    worker = Worker(served)

    def work(running: Running) -> None:
        with transaction() as session:
            session.get_one(Job, running.job_id).heard_at -= timedelta(days=1)
        worker.look_after_jobs()

    handler(work, repeatable=True)
    job_id = start()
    assert worker.work_once(long=False)
    assert not worker.work_once(long=False)
    job = row_of(job_id)
    assert (job.state, job.attempts) == (JobState.DONE, 1)


@both_databases
def test_a_worker_that_is_stopped_gives_its_job_back(
    app: Flask, served: Flask, handler: Register
) -> None:
    begun, stored_anyway = threading.Event(), []

    def work(running: Running) -> None:
        begun.set()
        while not running.cancelled():
            running.report(0.5, {})
        with transaction():
            stored_anyway.append(running.finish())

    handler(work, repeatable=True)
    job_id = start()
    with at_work(served):
        _wait(begun)
    assert (row_of(job_id).state, stored_anyway) == (JobState.QUEUED, [False])


@both_databases
def test_a_worker_looks_for_lost_jobs_again_and_again(
    app: Flask, served: Flask, handler: Register
) -> None:
    done = threading.Semaphore(0)

    def work(running: Running) -> None:
        with transaction():
            assert running.finish()
        done.release()

    handler(work, repeatable=True)
    silent = clock.now() - timedelta(minutes=2)
    with at_work(served):
        for subject in (1, 2):
            job_id = stored(subject=subject, state=JobState.RUNNING, attempts=1, heard_at=silent)
            assert done.acquire(timeout=PATIENCE)
            job = row_of(job_id)
            assert (job.state, job.attempts) == (JobState.DONE, 2)
