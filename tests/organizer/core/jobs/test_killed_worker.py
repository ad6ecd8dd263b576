"""A worker that the system kills at its work, and the one that is started after it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from flask import Flask

from organizer.core.db import transaction
from organizer.core.jobs import Job, JobState
from tests.conftest import both_databases
from tests.organizer.core.jobs.conftest import row_of, stored

WORKER = "tests.organizer.core.jobs.worker_process"


@contextmanager
def _worker(app: Flask, folder: Path) -> Iterator["subprocess.Popen[str]"]:
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    command = [sys.executable, "-m", WORKER, url, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def _says(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@both_databases
def test_what_a_killed_worker_began_the_next_one_does(app: Flask, tmp_path: Path) -> None:
    job_id = stored()
    with _worker(app, tmp_path) as killed:
        assert _says(killed) == "attempt 1"
    assert row_of(job_id).state == JobState.RUNNING
    with transaction() as session:
        session.get_one(Job, job_id).heard_at -= timedelta(minutes=2)
    with _worker(app, tmp_path) as next_worker:
        assert [_says(next_worker), _says(next_worker)] == ["attempt 2", "done"]
    job = row_of(job_id)
    assert (job.state, job.attempts) == (JobState.DONE, 2)
