"""The sheets beside badges: what there is to print, and printing it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from flask_babel import gettext as _

from organizer.accounts.models import User
from organizer.core.errors import OrganizerError
from organizer.documents import log
from organizer.documents.changes import Changes, compare
from organizer.documents.contents import Source
from organizer.documents.kinds import KINDS, Kind, pieces_of
from organizer.documents.models import PrintJob
from organizer.events.models import Event
from organizer.pr_time.service import schedule_of
from organizer.printers.refusals import refusals_in_words, words_in
from organizer.registration.service import attendees_of, count_attendees
from organizer.tables import service as tables


@dataclass(frozen=True, slots=True)
class Ready:
    """A kind of sheets as it stands: how many there are, and what changed since the last print."""

    kind: Kind
    count: int
    """Pages of kinds that have one for each value, else lines; 0 while there is nothing to show."""
    rounds: int
    last: PrintJob | None
    changes: Changes | None
    """None while nothing was printed."""


def source_of(event: Event, *, language: str, contact: str = "") -> Source:
    """Return what all sheets of an event are made from."""
    return Source(event, attendees_of(event.id), schedule_of(event), language, contact)


def ready_sheets(source: Source) -> Sequence[Ready]:
    """Return all kinds of sheets with what there is of each."""
    last = log.last_of_kinds(source.event.id)
    return [_ready(kind, source, last) for kind in KINDS.values()]


def _ready(kind: Kind, source: Source, last: Mapping[str, PrintJob]) -> Ready:
    job = last.get(kind.id)
    return Ready(
        kind,
        len(kind.values(source)),
        len(source.schedule),
        job,
        compare(job.pieces, _pieces(kind, source)) if job else None,
    )


@refusals_in_words()
def print_sheets(kind: Kind, source: Source, *, user_id: int, at: datetime) -> bytes:
    """Return a kind of sheets as PDF, and note that they were printed.

    Raises OrganizerError without a plan, or if there is nobody to show.
    """
    values = kind.values(source)
    if not values:
        raise OrganizerError(_nothing_to_show(kind))
    pdf = kind.render(values, source, words_in(source.language))
    log.record(source.event, kind.id, _pieces(kind, source), user_id=user_id, at=at)
    return pdf


def contact_of(event: Event, user: User) -> str:
    """Return whom the roster's readers may ask: the host, by whoever prints it."""
    return f"{event.organization.name} {user.email}"


def paper_at_hand(event_id: int) -> tuple[int, bool]:
    """Return how many badges there are, and whether a plan lets the rest be printed."""
    return count_attendees(event_id), tables.latest_plan(event_id) is not None


def _pieces(kind: Kind, source: Source) -> Mapping[str, str]:
    # Always in one language: the same sheets in another one are no change.
    return pieces_of(kind, replace(source, language="ja"))


def _nothing_to_show(kind: Kind) -> str:
    if kind.needs_plan:
        return str(_("There is no table plan yet. Make the table plan first."))
    return str(_("There is nobody to list yet."))
