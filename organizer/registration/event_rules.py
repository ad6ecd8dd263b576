"""What a change of an event means for its registrations."""

from flask_babel import gettext as _
from sqlalchemy import update

from organizer.core.db import db
from organizer.core.errors import OrganizerError
from organizer.events.details import EventDetails
from organizer.events.models import Event
from organizer.events.service import change_rule
from organizer.registration.models import Registration
from organizer.registration.service import count_attendees


@change_rule
def keep_room_for_everybody(event: Event, details: EventDetails) -> None:
    """Refuse a capacity below the number of people who are already coming."""
    taken = count_attendees(event.id)
    if details.capacity < taken:
        raise OrganizerError(
            _("%(count)s people are registered; the capacity cannot be smaller.", count=taken),
            field="capacity",
        )


@change_rule
def take_changed_fee(event: Event, details: EventDetails) -> None:
    """Let a changed fee be due from those who have registered too, where the organizer says so."""
    if details.fee_for_registered and details.fee != event.fee:
        db.session.execute(
            update(Registration).filter_by(event_id=event.id).values(fee_due=details.fee)
        )
