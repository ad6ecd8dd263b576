"""Registrations: the fields of a card, the forms, import, and the list of attendees."""
