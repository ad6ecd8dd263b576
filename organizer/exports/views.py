"""Downloads: the Excel workbook."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import login_required

from organizer.accounts.models import Role
from organizer.core.downloads import download
from organizer.events.access import get_event_or_404
from organizer.exports import service

blueprint = Blueprint("exports", __name__)

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@blueprint.get("/events/<int:event_id>/attendees.xlsx")
@login_required
def workbook(event_id: int) -> ResponseReturnValue:
    """Send the list of attendees, their seats and their arrivals."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    content = service.attendee_workbook(event, language=get_locale().language)
    return download(content, mimetype=XLSX, name=f"{_('Attendees')} {event.title}.xlsx")
