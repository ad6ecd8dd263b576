"""What a job's row says about it at a moment."""

from datetime import timedelta

import pytest
from flask import Flask

from organizer.core import jobs
from organizer.core.jobs import JobState, handlers
from organizer.core.jobs.handlers import Handler
from organizer.core.jobs.models import LOST_AFTER, TO_BEGIN_IN
from tests.organizer.core.jobs.conftest import row_of, stored

A_MOMENT = timedelta(microseconds=1)


def test_a_running_job_that_falls_silent_is_lost(app: Flask) -> None:
    job = row_of(stored(state=JobState.RUNNING))
    assert not job.is_lost(job.heard_at + LOST_AFTER)
    assert job.is_lost(job.heard_at + LOST_AFTER + A_MOMENT)


@pytest.mark.parametrize("state", [JobState.QUEUED, JobState.DONE, JobState.FAILED])
def test_only_what_runs_can_be_lost(app: Flask, state: JobState) -> None:
    job = row_of(stored(state=state))
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
    job = row_of(stored(state=state))
    at = job.heard_at + timedelta(seconds=silent)
    assert (job.is_under_way(at), job.has_failed(at)) == (under_way, failed)


def test_only_a_job_that_is_queued_can_wait_long_to_begin(app: Flask) -> None:
    job = row_of(stored())
    assert not job.waits_long(job.created_at + TO_BEGIN_IN)
    assert job.waits_long(job.created_at + TO_BEGIN_IN + A_MOMENT)
    job.state = JobState.RUNNING
    assert not job.waits_long(job.created_at + timedelta(minutes=1))


def test_a_job_is_found_only_by_its_own_kind_and_subject(app: Flask) -> None:
    stored(state=JobState.DONE)
    job_id = stored()
    found = jobs.find(job_id, kind="test", subject=1)
    assert found is not None
    assert found.id == job_id
    assert jobs.find(job_id, kind="test", subject=2) is None
    assert jobs.find(job_id, kind="other", subject=1) is None
    assert jobs.find_latest("test", subject=2) is None
    assert jobs.find_latest("other", subject=1) is None


def test_work_is_short_and_done_once_unless_its_handler_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(handlers, "HANDLERS", registered := {})
    for kind, how in (("plain", {}), ("search", {"long": True}), ("again", {"repeatable": True})):
        assert jobs.job(kind, **how)(_work) is _work
    assert registered == {
        "plain": Handler(_work, long=False, repeatable=False),
        "search": Handler(_work, long=True, repeatable=False),
        "again": Handler(_work, long=False, repeatable=True),
    }


def _work(_running: jobs.Running) -> None:
    """Do nothing."""
