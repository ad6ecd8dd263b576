"""Registrations: the form, manual entry, import, and the list of attendees."""
