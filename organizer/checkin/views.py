"""Pages: the door."""

from flask import Blueprint

blueprint = Blueprint("checkin", __name__, template_folder="templates")


@blueprint.get("/events/<int:event_id>/door")
def door(event_id: int) -> str:
    """Show who is in, and the scanner."""
    return str(event_id)


@blueprint.get("/C/<code>")
def card(code: str) -> str:
    """Show whose badge this is, to staff only."""
    return code
