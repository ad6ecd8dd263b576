"""The page that shows how far a printer is off."""

from datetime import datetime

from organizer.printers import log
from organizer.printers.badge_sheets import BadgeSheet
from organizer.printers.papers import Paper
from organizer.printers.refusals import refusals_in_words, words_in
from printables import render_ruler


@refusals_in_words()
def print_ruler(
    event_id: int, sheet: BadgeSheet, *, user_id: int, at: datetime, language: str
) -> bytes:
    """Return the ruler page for some sheets as PDF, and note that it was printed."""
    pdf = render_ruler(sheet.stock, words=words_in(language))
    entry = log.PrintEntry(Paper.RULER, {}, settings={"stock": sheet.key})
    log.record(event_id, entry, user_id=user_id, at=at)
    return pdf
