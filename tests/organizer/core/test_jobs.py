"""Long work: its states, its figures, how it is stopped, and who does it."""

import logging
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask_babel import force_locale, gettext
from huey.consumer import Consumer

from organizer.core import jobs
from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from organizer.core.jobs import Job, JobState, Running
from tests.conftest import app_on, both_databases

PATIENCE = 20.0
"""Seconds after which a test that waits for another thread gives up."""
KIND = "test"
Register = Callable[[jobs.Handler], None]


@pytest.fixture
def handler(monkeypatch: pytest.MonkeyPatch) -> Register:
    """Let a function do the jobs of this test."""
    return lambda function: monkeypatch.setitem(jobs._HANDLERS, KIND, function)


@pytest.fixture
def waiting(app: Flask, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A queue that only collects ids, for a test that does the job itself."""
    queue: list[int] = []
    monkeypatch.setitem(app.extensions, "run_job", queue.append)
    return queue


def _start(subject: int = 1) -> int:
    return jobs.start(KIND, subject=subject, arguments={"seed": 7})


def _job(job_id: int) -> Job:
    db.session.rollback()
    return db.session.get_one(Job, job_id)


def _stored(**values: object) -> int:
    with transaction() as session:
        row = Job(kind=KIND, subject=1, language="en", **values)
        session.add(row)
        session.flush()
        return row.id


@both_databases
def test_a_job_gets_its_arguments_and_ends_done(app: Flask, handler: Register) -> None:
    seen: list[Running] = []
    handler(seen.append)
    job = _job(_start(subject=12))
    assert (job.state, job.done, job.error) == (JobState.DONE, 1.0, "")
    assert [(r.subject, r.arguments) for r in seen] == [(12, {"seed": 7})]


@both_databases
def test_while_it_works_a_job_tells_how_far_it_is(app: Flask, handler: Register) -> None:
    told: list[tuple[str, float, dict[str, object]]] = []

    def work(running: Running) -> None:
        running.report(0.4, {"repeats": 15})
        job = _job(running.job_id)
        told.append((job.state, job.done, job.figures))

    handler(work)
    _start()
    assert told == [(JobState.RUNNING, 0.4, {"repeats": 15})]


def test_reports_that_follow_closely_cost_nothing(app: Flask, handler: Register) -> None:
    def work(running: Running) -> None:
        running.report(0.1, {})
        running.report(0.2, {})
        assert _job(running.job_id).done == 0.1

    handler(work)
    assert _job(_start()).state == JobState.DONE


def test_a_job_is_queued_only_after_its_row_is_stored(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def look_from_elsewhere(job_id: int) -> None:
        def look() -> None:
            with app.app_context():
                seen.append(db.session.get_one(Job, job_id).state)

        thread = threading.Thread(target=look)
        thread.start()
        thread.join()

    monkeypatch.setitem(app.extensions, "run_job", look_from_elsewhere)
    _start()
    assert seen == [JobState.QUEUED]


def test_a_job_cancelled_before_it_begins_is_never_done(
    app: Flask, handler: Register, waiting: list[int]
) -> None:
    handler(lambda _running: pytest.fail("it was cancelled"))
    job_id = _start()
    jobs.cancel(job_id)
    assert _job(job_id).state == JobState.CANCELLED
    jobs.run(job_id)
    assert _job(job_id).state == JobState.CANCELLED


def test_a_running_job_hears_of_its_cancellation_with_its_next_report(
    app: Flask, handler: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "SECONDS_BETWEEN_REPORTS", 0)
    heard: list[bool] = []

    def work(running: Running) -> None:
        running.report(0.1, {})
        heard.append(running.cancelled())
        jobs.cancel(running.job_id)
        running.report(0.2, {})
        heard.append(running.cancelled())

    handler(work)
    assert _job(_start()).state == JobState.CANCELLED
    assert heard == [False, True]


@both_databases
def test_what_was_cancelled_since_the_last_report_is_not_stored(
    app: Flask, handler: Register
) -> None:
    wanted: list[bool] = []

    def work(running: Running) -> None:
        for cancel in (lambda _id: None, jobs.cancel):
            cancel(running.job_id)
            with transaction():
                wanted.append(running.is_wanted())

    handler(work)
    assert _job(_start()).state == JobState.CANCELLED
    assert wanted == [True, False]


def test_a_cancellation_after_the_result_was_stored_changes_nothing(
    app: Flask, handler: Register
) -> None:
    handler(lambda _running: None)
    job_id = _start()
    jobs.cancel(job_id)
    assert _job(job_id).state == JobState.DONE


def test_what_a_job_refuses_is_told_in_its_own_words(app: Flask, handler: Register) -> None:
    def work(_running: Running) -> None:
        raise OrganizerError("There are more people than seats.")

    handler(work)
    job = _job(_start())
    assert (job.state, job.error) == (JobState.FAILED, "There are more people than seats.")


def test_a_broken_job_fails_without_telling_its_insides(
    app: Flask, handler: Register, caplog: pytest.LogCaptureFixture
) -> None:
    def work(_running: Running) -> None:
        raise RuntimeError("the secret table 7")

    handler(work)
    with caplog.at_level(logging.ERROR):
        job = _job(_start())
    assert (job.state, job.error) == (JobState.FAILED, "")
    assert "the secret table 7" in caplog.text


def test_what_a_broken_job_had_begun_is_undone(app: Flask, handler: Register) -> None:
    def work(running: Running) -> None:
        with transaction() as session:
            session.get_one(Job, running.job_id).figures = {"half": "done"}
            session.flush()
            raise RuntimeError

    handler(work)
    job = _job(_start())
    assert (job.state, job.figures) == (JobState.FAILED, {})


def test_a_job_is_done_once_even_if_it_was_queued_twice(app: Flask, handler: Register) -> None:
    times: list[int] = []
    handler(lambda running: times.append(running.job_id))
    job_id = _start()
    jobs.run(job_id)
    assert times == [job_id]


def test_a_job_whose_row_is_gone_is_passed_over(app: Flask, handler: Register) -> None:
    handler(lambda _running: pytest.fail("there is no such job"))
    jobs.run(4711)


@both_databases
def test_of_one_kind_and_subject_one_job_at_a_time_is_open(
    app: Flask, handler: Register, waiting: list[int]
) -> None:
    first = _start(subject=1)
    with pytest.raises(OrganizerError, match="already under way"), force_locale("en"):
        _start(subject=1)
    assert waiting == [first, _start(subject=2)]


def test_when_a_job_has_ended_the_next_may_begin(
    app: Flask, handler: Register, waiting: list[int]
) -> None:
    first = _start()
    jobs.cancel(first)
    second = _start()
    latest = jobs.find_latest(KIND, subject=1)
    assert latest is not None
    assert latest.id == second != first


def test_a_running_job_that_falls_silent_is_lost(app: Flask) -> None:
    job = _job(_stored(state=JobState.RUNNING))
    assert not job.is_lost(job.heard_at + jobs.SILENT_FOR)
    assert job.is_lost(job.heard_at + jobs.SILENT_FOR + timedelta(seconds=1))


@pytest.mark.parametrize("state", [JobState.QUEUED, JobState.DONE, JobState.FAILED])
def test_only_what_runs_can_be_lost(app: Flask, state: JobState) -> None:
    job = _job(_stored(state=state))
    assert not job.is_lost(job.heard_at + timedelta(days=1))


@pytest.mark.parametrize(
    ("state", "silent", "under_way", "failed"),
    [
        (JobState.QUEUED, 600, True, False),
        (JobState.RUNNING, 0, True, False),
        (JobState.RUNNING, 600, False, True),
        (JobState.FAILED, 0, False, True),
        (JobState.CANCELLED, 0, False, False),
        (JobState.DONE, 600, False, False),
    ],
)
def test_a_job_is_under_way_until_it_ends_or_is_lost(
    *, app: Flask, state: JobState, silent: int, under_way: bool, failed: bool
) -> None:
    job = _job(_stored(state=state))
    at = job.heard_at + timedelta(seconds=silent)
    assert (job.is_under_way(at), job.has_failed(at)) == (under_way, failed)


def test_only_a_job_that_is_queued_can_wait_long_to_begin(app: Flask) -> None:
    job = _job(_stored())
    assert not job.waits_long(job.created_at + jobs.TO_BEGIN_IN)
    late = job.created_at + timedelta(minutes=1)
    assert job.waits_long(late)
    job.state = JobState.RUNNING
    assert not job.waits_long(late)


@both_databases
def test_a_lost_job_makes_way_and_stores_nothing_if_it_wakes_up(
    app: Flask, handler: Register, waiting: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = _start()
    running = jobs._begin(lost)
    assert running is not None
    with transaction() as session:
        session.get_one(Job, lost).heard_at -= timedelta(minutes=2)
    second = _start()
    running.report(0.9, {"late": True})
    with transaction():
        assert not running.is_wanted()
    assert running.cancelled()
    jobs._end(lost, JobState.DONE)
    assert (_job(lost).state, _job(second).state) == (JobState.FAILED, JobState.QUEUED)
    assert _job(lost).figures == {}


def test_a_job_is_found_only_by_its_own_kind_and_subject(
    app: Flask, handler: Register, waiting: list[int]
) -> None:
    job_id = _start(subject=1)
    assert jobs.find(job_id, kind=KIND, subject=1) is not None
    assert jobs.find(job_id, kind=KIND, subject=2) is None
    assert jobs.find(job_id, kind="other", subject=1) is None
    assert jobs.find_latest(KIND, subject=2) is None


@pytest.mark.parametrize(("language", "title"), [("ja", "サインイン"), ("en", "Sign in")])
def test_a_job_speaks_the_language_of_who_asked_for_it(
    app: Flask, handler: Register, waiting: list[int], language: str, title: str
) -> None:
    said: list[str] = []
    handler(lambda _running: said.append(gettext("Sign in")))
    with force_locale(language):
        job_id = _start()
    jobs.run(job_id)
    assert said == [title]


@pytest.fixture
def served(app: Flask, tmp_path: Path) -> Iterator[Flask]:
    """The app as it is served: jobs go through the queue to a worker."""
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    real = app_on(url, tmp_path, JOBS_IMMEDIATE=False)
    with real.app_context():
        yield real
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def worker(served: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Consumer]:
    """A worker in a thread of this process; its signals stay pytest's."""
    monkeypatch.setattr(Consumer, "_set_signal_handlers", lambda _self: None)
    huey = served.extensions["huey"]
    huey.on_shutdown("close")(huey.storage.close)  # each thread holds a connection of its own
    yield huey.create_consumer(workers=1, periodic=False)
    huey.storage.close()


@both_databases
def test_a_worker_does_what_was_queued_and_stops_when_told_meanwhile(
    app: Flask, served: Flask, handler: Register, worker: Consumer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "SECONDS_BETWEEN_REPORTS", 0)
    begun, cancelled, ended = threading.Event(), threading.Event(), threading.Event()

    def work(running: Running) -> None:
        running.report(0.5, {"repeats": 3})
        begun.set()
        assert cancelled.wait(PATIENCE)
        running.report(0.6, {"repeats": 2})
        assert running.cancelled()
        ended.set()

    handler(work)
    job_id = _start()
    assert _job(job_id).state == JobState.QUEUED
    worker.start()
    try:
        assert begun.wait(PATIENCE)
        assert (_job(job_id).state, _job(job_id).figures) == (JobState.RUNNING, {"repeats": 3})
        jobs.cancel(job_id)
        cancelled.set()
        assert ended.wait(PATIENCE)
    finally:
        worker.stop(graceful=True)
    assert _job(job_id).state == JobState.CANCELLED


@both_databases
def test_a_worker_goes_on_after_a_job_that_broke(
    app: Flask, served: Flask, handler: Register, worker: Consumer
) -> None:
    done = threading.Event()

    def work(running: Running) -> None:
        if running.subject == 1:
            raise RuntimeError("broken")
        done.set()

    handler(work)
    broken, sound = _start(subject=1), _start(subject=2)
    worker.start()
    try:
        assert done.wait(PATIENCE)
    finally:
        worker.stop(graceful=True)
    assert (_job(broken).state, _job(sound).state) == (JobState.FAILED, JobState.DONE)
