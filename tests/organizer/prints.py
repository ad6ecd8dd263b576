"""Printing in tests: what comes as a file, and what is refused."""

from flask.testing import FlaskClient

from organizer.core.db import db
from organizer.events.models import Event
from organizer.printers.models import PrintJob


def print_page(client: FlaskClient, event: Event, part: str = "", **choice: object) -> str:
    """Return the print page, or a part that it fetches ("/badges/changes", "/sheets")."""
    answer = client.get(f"/events/{event.id}/print{part}", query_string=choice)
    assert answer.status_code == 200, answer.text
    return answer.text


def changes(client: FlaskClient, event: Event) -> str:
    """Return what the print page tells of badges since the last print."""
    return print_page(client, event, "/badges/changes").split('id="badge-changes"')[1]


def print_out(client: FlaskClient, event: Event, name: str = "badges", **choice: object) -> bytes:
    """Return what was asked for as PDF, which must be noted in the log."""
    before = _logged()
    answer = client.post(f"/events/{event.id}/print/{name}.pdf", data=choice)
    assert answer.mimetype == "application/pdf", answer.text
    assert answer.status_code == 200
    assert _logged() == before + 1
    return answer.data


def refused(
    client: FlaskClient, event: Event, name: str = "badges", *, status: int, **choice: object
) -> str:
    """Return the page that says why something is not printed; nothing may be printed or noted."""
    before = _logged()
    answer = client.post(f"/events/{event.id}/print/{name}.pdf", data=choice)
    assert (answer.status_code, answer.mimetype) == (status, "text/html")
    assert _logged() == before
    return answer.text


def _logged() -> int:
    return db.session.query(PrintJob).count()
