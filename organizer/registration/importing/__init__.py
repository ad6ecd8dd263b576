"""Lists of attendees from files: read, matched with columns, shown, and stored when confirmed."""
