"""Importing a list: upload, look at it, then register all good lines at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from flask_babel import gettext as _
from sqlalchemy import delete, select

from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from organizer.events.models import Event
from organizer.events.service import lock_event
from organizer.registration.importing.columns import (
    IGNORED,
    find_header,
    guess_columns,
    holds_names,
    known_columns,
)
from organizer.registration.importing.file import read_file
from organizer.registration.importing.preview import Preview, judge
from organizer.registration.importing.rows import read_rows
from organizer.registration.importing.table import FileFlaw, Line, UnreadableFileError
from organizer.registration.importing.words import say_changed, say_flaw
from organizer.registration.models import ImportDraft, Source
from organizer.registration.service import count_attendees, identities_of, new_registrations

KEPT_FOR = timedelta(days=1)
"""How long an uploaded list waits to be confirmed; it holds personal data."""


def upload(event_id: int, filename: str, data: bytes, *, at: datetime) -> ImportDraft:
    """Keep a list to be looked at; nobody is registered yet.

    Raises OrganizerError for the field `file` with what is wrong and what to do.
    """
    try:
        lines = read_file(data)
        header = find_header(lines)
        if len(lines) == header + 1:
            raise UnreadableFileError(FileFlaw.NO_LINES, line=lines[header].number)
    except UnreadableFileError as error:
        raise OrganizerError(say_flaw(error), field="file") from error
    headers = list(lines[header].cells)
    draft = ImportDraft(
        event_id=event_id,
        filename=filename[:200],
        headers=headers,
        columns=list(guess_columns(headers)),
        lines=[[line.number, list(line.cells)] for line in lines[header + 1 :]],
        created_at=at,
    )
    with transaction() as session:
        session.execute(delete(ImportDraft).where(ImportDraft.created_at < at - KEPT_FOR))
        session.add(draft)
    return draft


def find_draft(event_id: int, draft_id: int, *, at: datetime) -> ImportDraft | None:
    """Return an uploaded list of this event that is still to be confirmed."""
    return db.session.scalar(
        select(ImportDraft)
        .filter_by(event_id=event_id, id=draft_id)
        .where(ImportDraft.created_at >= at - KEPT_FOR)
    )


def read_columns_as(draft_id: int, columns: Sequence[str]) -> bool:
    """Take each column for the given field; return False if the list is gone already.

    Raises OrganizerError if none of them holds the name.
    """
    wanted = [column for column in columns if column != IGNORED]
    if not holds_names(wanted):
        raise OrganizerError(_("Choose the column that holds the name."))
    if len(set(wanted)) < len(wanted):
        raise OrganizerError(_("Two columns cannot be used for the same thing."))
    with transaction() as session:
        draft = session.get(ImportDraft, draft_id, with_for_update=True)
        if draft is None:
            return False
        if len(columns) != len(draft.headers) or not set(wanted) <= set(known_columns()):
            raise OrganizerError(_("These columns are not those of the list. Choose them again."))
        draft.columns = list(columns)
        return True


def preview(draft: ImportDraft, event: Event) -> Preview:
    """Return what would happen if the list were registered now."""
    lines = [Line(number, tuple(cells)) for number, cells in draft.lines]
    places = max(0, event.capacity - count_attendees(event.id))
    return judge(read_rows(lines, draft.columns), identities_of(event.id), places=places)


def confirm(event_id: int, draft_id: int, *, expected: int, at: datetime) -> int | None:
    """Register all good lines, or nobody; return how many, or None if the list is gone already.

    Raises OrganizerError if it would no longer be `expected` people, because others registered
    in the meantime.
    """
    with transaction() as session:
        event = lock_event(event_id)
        draft = find_draft(event_id, draft_id, at=at)
        if draft is None:
            return None
        good = preview(draft, event).good
        if len(good) != expected:
            raise OrganizerError(say_changed(len(good)))
        cards = [line.card for line in good]
        session.add_all(new_registrations(event, cards, source=Source.IMPORT, at=at))
        session.delete(draft)
        return len(good)


def discard(event_id: int, draft_id: int) -> None:
    """Forget an uploaded list, if it is still there."""
    with transaction() as session:
        session.execute(delete(ImportDraft).filter_by(event_id=event_id, id=draft_id))
