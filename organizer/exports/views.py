"""Downloads: the Excel workbook."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _

from organizer.accounts.access import staff_only
from organizer.accounts.models import Role
from organizer.core.downloads import download
from organizer.events.models import Event
from organizer.exports import service

blueprint = Blueprint("exports", __name__)

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@blueprint.get("/events/<int:event_id>/attendees.xlsx")
@staff_only(Role.ORGANIZER)
def workbook(event: Event) -> ResponseReturnValue:
    """Send the list of attendees, their seats and their arrivals."""
    content = service.attendee_workbook(event, language=get_locale().language)
    return download(content, mimetype=XLSX, name=f"{_('Attendees')} {event.title}.xlsx")
