"""Work in the background: it runs in the worker, tells how far it is, and can be stopped.

A slice registers a handler with `@job("tables.assign")`; its commands call `start`. A job is a row:
pages show it, and the workers find by it what is to be done.
"""

from organizer.core.jobs.handlers import Running, job
from organizer.core.jobs.models import Job, JobState
from organizer.core.jobs.service import cancel, find, find_latest, run, start
from organizer.core.jobs.worker import Worker

__all__ = [
    "Job",
    "JobState",
    "Running",
    "Worker",
    "cancel",
    "find",
    "find_latest",
    "job",
    "run",
    "start",
]
