"""Pages: who sits where."""

from flask import Blueprint

blueprint = Blueprint("tables", __name__, template_folder="templates")


@blueprint.get("/events/<int:event_id>/tables")
def show(event_id: int) -> str:
    """Show each round's tables."""
    return str(event_id)
