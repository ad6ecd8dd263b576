"""Jobs whose worker died: taken up again where that does no harm, else failed."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from flask import Flask

from organizer.core import clock, jobs
from organizer.core.db import db, transaction
from organizer.core.jobs import Job, JobState, Running, service
from organizer.core.jobs.service import MOST_ATTEMPTS, SILENT_FOR, begin, take_up_lost
from tests.conftest import both_databases
from tests.organizer.core.jobs.conftest import Register, row_of, start, stored


def _do_nothing(_running: Running) -> None:
    """Do the work of a job about which only its row matters."""


def _lost(**values: object) -> int:
    """Store a job that runs, but whose worker has not been heard of for two minutes."""
    silent = clock.now() - timedelta(minutes=2)
    return stored(**{"state": JobState.RUNNING, "attempts": 1, "heard_at": silent, **values})


def _fall_silent(job_id: int) -> None:
    with transaction() as session:
        session.get_one(Job, job_id).heard_at -= timedelta(minutes=2)


@both_databases
def test_a_lost_job_that_can_be_repeated_is_done_by_the_next_worker(
    app: Flask, handler: Register
) -> None:
    attempts: list[int] = []
    handler(lambda running: attempts.append(running.attempt), repeatable=True)
    job_id = _lost(done=0.7, figures={"repeats": 3})
    take_up_lost(at=clock.now())
    job = row_of(job_id)
    assert (job.state, job.done, job.figures) == (JobState.QUEUED, 0.0, {})
    jobs.run(job_id)
    assert (row_of(job_id).state, attempts) == (JobState.DONE, [2])


@both_databases
def test_a_lost_job_that_cannot_be_repeated_has_failed(app: Flask, handler: Register) -> None:
    handler(_do_nothing)
    job_id = _lost()
    take_up_lost(at=clock.now())
    assert row_of(job_id).state == JobState.FAILED


def test_a_lost_job_that_no_version_of_now_can_do_has_failed(app: Flask) -> None:
    job_id = _lost(kind="of an earlier version")
    take_up_lost(at=clock.now())
    assert row_of(job_id).state == JobState.FAILED


def test_a_lost_job_that_was_asked_to_stop_has_stopped(app: Flask, handler: Register) -> None:
    handler(_do_nothing, repeatable=True)
    job_id = _lost(cancel_requested=True)
    take_up_lost(at=clock.now())
    assert row_of(job_id).state == JobState.CANCELLED


@pytest.mark.parametrize(
    ("attempts", "state"),
    [(MOST_ATTEMPTS - 1, JobState.QUEUED), (MOST_ATTEMPTS, JobState.FAILED)],
)
def test_a_job_that_loses_every_worker_is_given_up(
    app: Flask, handler: Register, attempts: int, state: JobState
) -> None:
    handler(_do_nothing, repeatable=True)
    job_id = _lost(attempts=attempts)
    take_up_lost(at=clock.now())
    assert row_of(job_id).state == state


@both_databases
def test_only_running_jobs_that_are_silent_for_long_are_taken_up(
    app: Flask, handler: Register
) -> None:
    handler(_do_nothing, repeatable=True)
    at = clock.now()
    job_id = _lost(heard_at=at - SILENT_FOR)
    states = [JobState.QUEUED, JobState.DONE, JobState.CANCELLED, JobState.FAILED]
    others = [_lost(state=state, kind="cannot be repeated") for state in states]
    take_up_lost(at=at)
    assert row_of(job_id).state == JobState.RUNNING
    assert [row_of(other).state for other in others] == states
    take_up_lost(at=at + timedelta(microseconds=1))
    assert row_of(job_id).state == JobState.QUEUED


def _at_once(app: Flask, command: Callable[[], object]) -> list[object]:
    """Give a command twice at the same moment, as two workers would."""
    ready = threading.Barrier(2, timeout=20)
    answers: list[object] = []

    def work() -> None:
        with app.app_context():
            ready.wait()
            answers.append(command())

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@both_databases
def test_two_workers_that_find_a_lost_job_at_once_do_it_once(app: Flask, handler: Register) -> None:
    handler(_do_nothing, repeatable=True)
    job_id = _lost()
    db.session.rollback()
    assert _at_once(app, lambda: take_up_lost(at=clock.now())) == [None, None]
    assert row_of(job_id).state == JobState.QUEUED
    db.session.rollback()
    taken = [running for running in _at_once(app, lambda: begin(job_id)) if running]
    assert len(taken) == 1
    assert row_of(job_id).attempts == 2


@both_databases
def test_a_worker_that_wakes_up_after_its_job_was_taken_up_again_stores_nothing(
    app: Flask, handler: Register, waiting: list[int]
) -> None:
    handler(_do_nothing, repeatable=True)
    job_id = start()
    asleep = begin(job_id)
    assert asleep is not None
    _fall_silent(job_id)
    take_up_lost(at=clock.now())
    awake = begin(job_id)
    assert awake is not None
    heard_at = row_of(job_id).heard_at
    asleep.keep_alive()
    asleep.report(0.9, {"late": True})
    with transaction():
        assert not asleep.finish()
    assert asleep.cancelled()
    service.give_back(asleep)
    service.carry_out(asleep)
    job = row_of(job_id)
    assert (job.state, job.figures, job.heard_at) == (JobState.RUNNING, {}, heard_at)
    with transaction():
        assert awake.finish()


@both_databases
def test_a_lost_job_makes_way_for_a_new_one_although_no_worker_looks_after_it(
    app: Flask, waiting: list[int]
) -> None:
    lost, of_others = _lost(), [_lost(subject=2), _lost(kind="other")]
    second = start()
    assert (row_of(lost).state, row_of(second).state) == (JobState.FAILED, JobState.QUEUED)
    assert {row_of(other).state for other in of_others} == {JobState.RUNNING}


def test_a_lost_job_is_stopped_at_once(app: Flask) -> None:
    job_id = _lost()
    jobs.cancel(job_id)
    assert row_of(job_id).state == JobState.CANCELLED


def test_a_job_that_is_alive_ends_itself_when_it_is_to_stop(app: Flask) -> None:
    job_id = stored(state=JobState.RUNNING)
    jobs.cancel(job_id)
    job = row_of(job_id)
    assert (job.state, job.cancel_requested) == (JobState.RUNNING, True)


@both_databases
def test_a_job_that_reports_nothing_is_kept_alive_by_its_worker(
    app: Flask, waiting: list[int]
) -> None:
    job_id = start()
    running = begin(job_id)
    assert running is not None
    _fall_silent(job_id)
    before: datetime = clock.now()
    running.keep_alive()
    assert row_of(job_id).heard_at >= before
