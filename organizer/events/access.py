"""The event that a page is about, if its visitor may see it."""

from flask import abort

from organizer.accounts.access import require_role
from organizer.accounts.models import Role
from organizer.events import service
from organizer.events.models import Event


def get_event_or_404(event_id: int, role: Role) -> Event:
    """Return the event; 404 for outsiders, 403 for staff whose role is not enough."""
    event = service.find_event(event_id)
    if event is None:
        abort(404)
    require_role(event.organization_id, role)
    return event
