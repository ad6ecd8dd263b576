"""Pages: the public form, and the organizer's list of attendees."""

from flask import Blueprint

blueprint = Blueprint("registration", __name__, template_folder="templates")


@blueprint.get("/events/<int:event_id>/attendees")
def attendees(event_id: int) -> str:
    """Show who is coming."""
    return str(event_id)


@blueprint.get("/e/<public_code>")
def apply(public_code: str) -> str:
    """Show the public form."""
    return public_code
