"""Downloads: the Excel workbook."""

from flask import Blueprint

blueprint = Blueprint("exports", __name__)


@blueprint.get("/events/<int:event_id>/attendees.xlsx")
def workbook(event_id: int) -> str:
    """Send the attendee list."""
    return str(event_id)
