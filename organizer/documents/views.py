"""Pages: what can be printed."""

from flask import Blueprint

blueprint = Blueprint("documents", __name__, template_folder="templates")


@blueprint.get("/events/<int:event_id>/print")
def index(event_id: int) -> str:
    """Show what can be printed."""
    return str(event_id)
