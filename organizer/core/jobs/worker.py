"""The worker: does the jobs, and takes up those that other workers have lost."""

import threading
from collections.abc import Callable

from flask import Flask

from organizer.core import clock
from organizer.core.jobs import service
from organizer.core.jobs.handlers import Running

SECONDS_BETWEEN_LOOKS = 0.25
"""How long an idle worker waits before it looks for work again."""
SECONDS_BETWEEN_ROUNDS = 5.0
"""How often a worker says that it lives and looks for jobs that were lost."""
SECONDS_TO_STOP = 5.0
"""How long a job that cannot be given back has to end when the worker is stopped."""


class Worker:
    """Does the jobs of an app in two threads: short work does not wait behind long work."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._stopping = threading.Event()
        self._running: dict[int, Running] = {}

    def run(self) -> None:
        """Work until `stop` is called or a signal raises an exception here."""
        threads = [
            threading.Thread(target=self._work_off, kwargs={"long": long}, daemon=True)
            for long in (False, True)
        ]
        for thread in threads:
            thread.start()
        try:
            while not self._stopping.is_set():
                self._do(self.look_after_jobs)
                self._stopping.wait(SECONDS_BETWEEN_ROUNDS)
        finally:
            self.stop()
            self._do(self._give_back)
            for thread in threads:
                thread.join(SECONDS_TO_STOP)

    def stop(self) -> None:
        """Have `run` give its jobs back and return."""
        self._stopping.set()

    def work_once(self, *, long: bool) -> bool:
        """Do the next job; return whether there was one."""
        job_id = service.find_waiting(long=long)
        running = None if job_id is None else service.begin(job_id)
        if running is None:
            return False
        self._running[running.job_id] = running
        try:
            service.carry_out(running)
        finally:
            del self._running[running.job_id]
        return True

    def look_after_jobs(self) -> None:
        """Keep this worker's jobs alive, and take up those that other workers have lost."""
        # First its own: after a computer's sleep, all jobs have been silent for long.
        for running in list(self._running.values()):
            running.keep_alive()
        service.take_up_lost(at=clock.now())

    def _work_off(self, *, long: bool) -> None:
        while not self._stopping.is_set():
            if not self._do(lambda: self.work_once(long=long)):
                self._stopping.wait(SECONDS_BETWEEN_LOOKS)

    def _give_back(self) -> None:
        for running in list(self._running.values()):
            service.give_back(running)

    def _do(self, step: Callable[[], bool | None]) -> bool:
        """Take a step in its own app context and return what it returns.

        An error is logged and the worker goes on: the database may be away for a while.
        """
        try:
            with self._app.app_context():
                return bool(step())
        except Exception:
            self._app.logger.exception("the worker could not go on")
            self._stopping.wait(SECONDS_BETWEEN_ROUNDS)
            return False
