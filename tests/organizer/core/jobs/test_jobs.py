"""Work in the background: its states, its figures, and how it is stopped."""

import logging

import pytest
from flask import Flask
from flask_babel import force_locale, gettext

from organizer.core import jobs
from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from organizer.core.jobs import JobState, Running, handlers, service
from tests.conftest import both_databases
from tests.organizer.core.jobs.conftest import KIND, Register, row_of, start


@both_databases
def test_a_job_gets_its_arguments_and_ends_done(app: Flask, handler: Register) -> None:
    seen: list[Running] = []
    handler(seen.append)
    job = row_of(start(subject=12))
    assert (job.state, job.done, job.error, job.attempts) == (JobState.DONE, 1.0, "", 1)
    assert [(r.subject, r.arguments) for r in seen] == [(12, {"seed": 7})]


@both_databases
def test_while_it_works_a_job_tells_how_far_it_is(app: Flask, handler: Register) -> None:
    told: list[tuple[str, float, dict[str, object]]] = []

    def work(running: Running) -> None:
        running.report(0.4, {"repeats": 15})
        job = row_of(running.job_id)
        told.append((job.state, job.done, job.figures))

    handler(work)
    start()
    assert told == [(JobState.RUNNING, 0.4, {"repeats": 15})]


def test_more_than_everything_is_never_told(app: Flask, handler: Register) -> None:
    def work(running: Running) -> None:
        running.report(1.2, {})
        assert row_of(running.job_id).done == 1.0

    handler(work)
    assert row_of(start()).state == JobState.DONE


def test_reports_that_follow_closely_cost_nothing(app: Flask, handler: Register) -> None:
    def work(running: Running) -> None:
        running.report(0.1, {})
        running.report(0.2, {})
        assert row_of(running.job_id).done == 0.1

    handler(work)
    assert row_of(start()).state == JobState.DONE


def test_a_job_cancelled_before_it_begins_is_never_done(
    app: Flask, handler: Register, waiting: list[int]
) -> None:
    handler(lambda _running: pytest.fail("it was cancelled"))
    job_id = start()
    jobs.cancel(job_id)
    assert row_of(job_id).state == JobState.CANCELLED
    jobs.run(job_id)
    assert row_of(job_id).state == JobState.CANCELLED


def test_a_running_job_hears_of_its_cancellation_with_its_next_report(
    app: Flask, handler: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handlers, "SECONDS_BETWEEN_REPORTS", 0)
    heard: list[bool] = []

    def work(running: Running) -> None:
        running.report(0.1, {})
        heard.append(running.cancelled())
        jobs.cancel(running.job_id)
        running.report(0.2, {})
        heard.append(running.cancelled())

    handler(work)
    job = row_of(start())
    assert (job.state, job.done) == (JobState.CANCELLED, 0.1)
    assert heard == [False, True]


class StumbleError(Exception):
    """What goes wrong while a result is stored."""


def _finish_and_stumble(running: Running) -> None:
    with transaction():
        assert running.finish()
        raise StumbleError


@both_databases
def test_a_result_is_stored_together_with_the_mark_that_the_job_is_done(
    app: Flask, waiting: list[int]
) -> None:
    running = service.begin(start())
    assert running is not None
    with pytest.raises(StumbleError):
        _finish_and_stumble(running)
    assert row_of(running.job_id).state == JobState.RUNNING
    with transaction():
        assert running.finish()
    job = row_of(running.job_id)
    assert (job.state, job.done) == (JobState.DONE, 1.0)


@both_databases
def test_what_was_cancelled_since_the_last_report_is_not_stored(
    app: Flask, handler: Register
) -> None:
    wanted: list[bool] = []

    def work(running: Running) -> None:
        jobs.cancel(running.job_id)
        with transaction():
            wanted.append(running.finish())

    handler(work)
    assert row_of(start()).state == JobState.CANCELLED
    assert wanted == [False]


def test_a_job_that_breaks_after_it_stored_its_result_is_done(
    app: Flask, handler: Register, caplog: pytest.LogCaptureFixture
) -> None:
    def work(running: Running) -> None:
        with transaction():
            assert running.finish()
        raise RuntimeError("too late")

    handler(work)
    assert row_of(start()).state == JobState.DONE
    assert "too late" in caplog.text


def test_a_cancellation_after_the_result_was_stored_changes_nothing(
    app: Flask, handler: Register
) -> None:
    handler(lambda _running: None)
    job_id = start()
    jobs.cancel(job_id)
    assert row_of(job_id).state == JobState.DONE


def test_what_a_job_refuses_is_told_in_its_own_words(app: Flask, handler: Register) -> None:
    def work(_running: Running) -> None:
        raise OrganizerError("There are more people than seats.")

    handler(work)
    job = row_of(start())
    assert (job.state, job.error) == (JobState.FAILED, "There are more people than seats.")


@both_databases
def test_a_sentence_too_long_for_its_column_is_cut(app: Flask, handler: Register) -> None:
    def work(_running: Running) -> None:
        raise OrganizerError("長" * 501)

    handler(work)
    assert row_of(start()).error == "長" * 500


def test_a_broken_job_fails_without_telling_its_insides(
    app: Flask, handler: Register, caplog: pytest.LogCaptureFixture
) -> None:
    def work(_running: Running) -> None:
        raise RuntimeError("the secret table 7")

    handler(work)
    with caplog.at_level(logging.ERROR):
        job = row_of(start())
    assert (job.state, job.error) == (JobState.FAILED, "")
    assert f"job {job.id} failed" in caplog.text
    assert "the secret table 7" in caplog.text


def test_what_a_broken_job_had_begun_is_undone(app: Flask, handler: Register) -> None:
    def work(running: Running) -> None:
        with transaction() as session:
            session.get_one(jobs.Job, running.job_id).figures = {"half": "done"}
            session.flush()
            raise RuntimeError

    handler(work)
    job = row_of(start())
    assert (job.state, job.figures) == (JobState.FAILED, {})


def test_a_job_is_done_once_even_if_two_workers_take_it(app: Flask, handler: Register) -> None:
    times: list[int] = []
    handler(lambda running: times.append(running.job_id))
    job_id = start()
    jobs.run(job_id)
    assert times == [job_id]


def test_a_job_whose_row_is_gone_is_passed_over(app: Flask, handler: Register) -> None:
    handler(lambda _running: pytest.fail("there is no such job"))
    jobs.run(4711)
    assert db.session.query(jobs.Job).count() == 0


@both_databases
def test_of_one_kind_and_subject_one_job_at_a_time_is_open(app: Flask, waiting: list[int]) -> None:
    first = start(subject=1)
    with pytest.raises(OrganizerError, match="already under way"), force_locale("en"):
        start(subject=1)
    assert waiting == [first, start(subject=2)]


def test_when_a_job_has_ended_the_next_may_begin(app: Flask, waiting: list[int]) -> None:
    first = start()
    jobs.cancel(first)
    second = start()
    latest = jobs.find_latest(KIND, subject=1)
    assert latest is not None
    assert latest.id == second != first


@pytest.mark.parametrize(("language", "title"), [("ja", "サインイン"), ("en", "Sign in")])
def test_a_job_speaks_the_language_of_who_asked_for_it(
    app: Flask, handler: Register, waiting: list[int], language: str, title: str
) -> None:
    said: list[str] = []
    handler(lambda _running: said.append(gettext("Sign in")))
    with force_locale(language):
        job_id = start()
    jobs.run(job_id)
    assert said == [title]
