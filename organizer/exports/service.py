"""Putting an event's rows into files."""

from organizer.arrivals.presence import arrivals_of
from organizer.events.models import Event
from organizer.exports.attendee_sheets import arrivals_sheet, attendees_sheet, seats_sheet
from organizer.exports.workbook import write_workbook
from organizer.registration.search import find
from organizer.registration.service import attendees_of
from organizer.tables.service import routes_of


def attendee_workbook(event: Event, *, language: str) -> bytes:
    """Return the Excel workbook: registrations, seats of each round, check-ins."""
    attendees = attendees_of(event.id)
    sheets = [
        attendees_sheet(event, find(event.id), language=language),
        seats_sheet(event, attendees, routes_of(event.id)),
        arrivals_sheet(event, attendees, arrivals_of(event.id)),
    ]
    return write_workbook(sheets, title=event.title)
