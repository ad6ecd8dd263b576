"""Downloads: the Excel workbook."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _

from organizer.accounts.access import staff_only
from organizer.accounts.models import Role
from organizer.core.downloads import download
from organizer.events.models import Event
from organizer.exports import service

blueprint = Blueprint("exports", __name__, template_folder="templates")

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def card(event: Event) -> str:
    """Return the card of the workbook, for the print page."""
    return render_template("exports/_card.html", event=event)


@blueprint.get("/events/<int:event_id>/attendees.xlsx")
@staff_only(Role.ORGANIZER)
def workbook(event: Event) -> ResponseReturnValue:
    """Send the list of attendees, their seats and their arrivals."""
    content = service.attendee_workbook(event, language=get_locale().language)
    return download(content, mimetype=XLSX, name=f"{_('Attendees')} {event.title}.xlsx")
