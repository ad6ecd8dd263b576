"""Badges drawn in the background, for tests: asking for them, doing their jobs, fetching them."""

from collections.abc import Callable

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from organizer.core import jobs
from organizer.core.db import db
from organizer.core.jobs import JobState
from organizer.events.models import Event
from organizer.printers.models import PrintJob
from organizer.registration.models import Registration
from organizer.tables import assigning
from organizer.tables.service import assign_tables

MakeAttendees = Callable[..., list[Registration]]


def ask(client: FlaskClient, event: Event, **choice: object) -> str:
    """Ask for badges and return the address that shows how far they are."""
    answer = client.post(f"/events/{event.id}/print/badges.pdf", data=choice)
    assert answer.status_code == 302, answer.text
    return answer.location


def log_of(event: Event) -> list[PrintJob]:
    return db.session.query(PrintJob).filter_by(event_id=event.id).all()


def fetch(client: FlaskClient, place: str) -> TestResponse:
    return client.get(f"{place}/badges.pdf")


def make_plan_now(event: Event, waiting: list[int]) -> None:
    """Make a plan although jobs wait."""
    job_id = assign_tables(event.id)
    assert job_id == waiting.pop()
    jobs.run(job_id)
    job = jobs.find_latest(assigning.KIND, subject=event.id)
    assert job is not None
    assert job.state == JobState.DONE
