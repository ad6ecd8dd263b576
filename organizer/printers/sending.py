"""Handing a printed file to the browser."""

from flask import Response, url_for

from organizer.core import clock
from organizer.core.downloads import download
from organizer.events.models import Event


def send_pdf(pdf: bytes, name: str, event: Event) -> Response:
    """Return a PDF as a download, which also lets the print page know that it is to look again."""
    response = download(pdf, mimetype="application/pdf", name=f"{name} {event.title}.pdf")
    # A download leaves its page as it is; the page watches for this cookie.
    path = url_for("badges.index", event_id=event.id)
    response.set_cookie("printed", clock.now().isoformat(), path=path, samesite="Lax")
    return response
