"""Printing sheets: they are made as everything stands, and noted in the log."""

from datetime import datetime

from flask_babel import gettext as _

from organizer.core.errors import OrganizerError
from organizer.printers import log
from organizer.printers.refusals import refusals_in_words, words_in
from organizer.sheets.contents import PrintSource
from organizer.sheets.kinds import SheetKind, about, pieces_of
from printables import render_pages


@refusals_in_words()
def print_sheets(kind: SheetKind, source: PrintSource, *, user_id: int, at: datetime) -> bytes:
    """Return a kind of sheets as PDF, and note that they were printed.

    Raises OrganizerError without a plan, or if there is nobody to show.
    """
    values = kind.values(source)
    if not values:
        raise OrganizerError(_nothing_to_show(kind))
    words = words_in(source.language)
    pages = kind.layout(values, about(source), words)
    pdf = render_pages(pages, title=source.event.title, words=words)
    entry = log.PrintEntry(kind.id, pieces_of(kind.lines, source), source.plan_id)
    log.record(source.event.id, entry, user_id=user_id, at=at)
    return pdf


def _nothing_to_show(kind: SheetKind) -> str:
    if kind.needs_plan:
        return str(_("There is no table plan yet. Make the table plan first."))
    return str(_("There is nobody to list yet."))
