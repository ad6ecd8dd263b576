"""A worker in a process of its own, whose first attempt at a job never ends."""

import sys
import time
from pathlib import Path

from organizer.core import jobs
from organizer.core.db import transaction
from tests.conftest import app_on
from tests.organizer.core.jobs.conftest import KIND


@jobs.job(KIND, repeatable=True)
def work(running: jobs.Running) -> None:
    _say(f"attempt {running.attempt}")
    while running.attempt == 1:
        time.sleep(1)
    with transaction():
        running.finish()
    _say("done")


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    url, folder = sys.argv[1:]
    jobs.Worker(app_on(url, Path(folder), JOBS_IMMEDIATE=False)).run()
