"""Whether somebody can still register, and if not, why."""

from datetime import datetime
from enum import Enum

from organizer.core.i18n import lazy as _l
from organizer.events.models import Event


class Obstacle(Enum):
    """Why nobody can register."""

    OVER = _l("This event is over.")
    CLOSED = _l("Registration for this event is closed.")
    FULL = _l("This event is full: every place is taken.")


def find_obstacle(event: Event, *, attendees: int, at: datetime) -> Obstacle | None:
    """Return what keeps the public from registering, or None while it can."""
    if event.ends_at <= at:
        return Obstacle.OVER
    if not event.registration_open:
        return Obstacle.CLOSED
    return Obstacle.FULL if attendees >= event.capacity else None
