"""Printing: contents are taken as they stand, drawn, and noted in the log."""

from dataclasses import dataclass, replace
from datetime import datetime

from flask_babel import gettext as _

from organizer.core.errors import OrganizerError
from organizer.documents import log
from organizer.documents.badge_job import BadgeJob, Order
from organizer.documents.badges import Badges, chosen
from organizer.documents.changes import fingerprint
from organizer.documents.contents import Source
from organizer.documents.kinds import Kind, about, pieces_of
from organizer.printers.refusals import refusals_in_words, words_in
from organizer.printers.sheets import Sheet
from organizer.registration.models import Registration
from printables import (
    Backs,
    Badge,
    Design,
    Placement,
    Progress,
    Words,
    dividers_of,
    render_badges,
    render_dividers,
    render_pages,
    render_ruler,
)


@dataclass(frozen=True, slots=True)
class Cards:
    """The badges of a job as they stand at one moment: these are drawn, and these are logged.

    They are plain values: drawing them needs no rows.
    """

    badges: tuple[Badge, ...]
    placement: Placement
    design: Design
    words: Words
    entry: log.Entry

    def draw(self, *, progress: Progress | None = None) -> bytes:
        """Return them as PDF; `progress` hears how many are done, and may end it by raising."""
        with refusals_in_words():
            return render_badges(
                self.badges,
                self.placement,
                design=self.design,
                words=self.words,
                progress=progress,
            )


def take_cards(source: Source, badges: Badges, job: BadgeJob, sheet: Sheet) -> Cards:
    """Return the badges of a job. Raises OrganizerError if there is nobody to print."""
    people = _require_people(badges, job)
    pieces = badges.pieces
    printed = {str(person.id): _as_printed(pieces[str(person.id)], job.backs) for person in people}
    return Cards(
        tuple(badges.by_id[person.id] for person in people),
        _placement(job, sheet),
        Design(job.template, badges.logo),
        words_in(source.language),
        log.entry_of_cards(log.BADGES, printed, plan_number=source.plan_number, job=job),
    )


def print_badges(
    source: Source, badges: Badges, job: BadgeJob, sheet: Sheet, *, user_id: int, at: datetime
) -> bytes:
    """Return the badges of a job as PDF, and note that they were printed.

    Raises OrganizerError if there is nobody to print.
    """
    cards = take_cards(source, badges, job, sheet)
    pdf = cards.draw()
    log.record(source.event.id, cards.entry, user_id=user_id, at=at)
    return pdf


@refusals_in_words()
def print_dividers(
    source: Source, badges: Badges, job: BadgeJob, sheet: Sheet, *, user_id: int, at: datetime
) -> bytes:
    """Return cards that part badges by the rows of the kana table, and note them.

    Raises OrganizerError if there is nobody to print.
    """
    job = replace(job, order=Order.KANA, backs=Backs.NONE)
    values = [badges.by_id[person.id] for person in _require_people(badges, job)]
    pdf = render_dividers(values, _placement(job, sheet), words=words_in(source.language))
    pieces = {divider.heading: fingerprint(divider) for divider in dividers_of(values)}
    entry = log.entry_of_cards(log.DIVIDERS, pieces, plan_number=source.plan_number, job=job)
    log.record(source.event.id, entry, user_id=user_id, at=at)
    return pdf


@refusals_in_words()
def print_ruler(event_id: int, sheet: Sheet, *, user_id: int, at: datetime, language: str) -> bytes:
    """Return the page that shows how far a printer is off, and note it."""
    pdf = render_ruler(sheet.stock, words=words_in(language))
    entry = log.Entry(log.RULER, {}, settings={"stock": sheet.key})
    log.record(event_id, entry, user_id=user_id, at=at)
    return pdf


@refusals_in_words()
def print_sheets(kind: Kind, source: Source, *, user_id: int, at: datetime) -> bytes:
    """Return a kind of sheets as PDF, and note that they were printed.

    Raises OrganizerError without a plan, or if there is nobody to show.
    """
    values = kind.values(source)
    if not values:
        raise OrganizerError(_nothing_to_show(kind))
    words = words_in(source.language)
    pages = kind.layout(values, about(source), words)
    pdf = render_pages(pages, title=source.event.title, words=words)
    entry = log.Entry(kind.id, pieces_of(kind.lines, source), source.plan_number)
    log.record(source.event.id, entry, user_id=user_id, at=at)
    return pdf


@refusals_in_words()
def _placement(job: BadgeJob, sheet: Sheet) -> Placement:
    """Return where cards lie on their sheets, moved as their printer needs it."""
    printer = job.printer
    return Placement(
        sheet.stock,
        start=job.start,
        dx_mm=printer.dx_mm if printer else 0,
        dy_mm=printer.dy_mm if printer else 0,
        backs=job.backs,
        back_dx_mm=printer.back_dx_mm if printer else 0,
        back_dy_mm=printer.back_dy_mm if printer else 0,
    )


def _require_people(badges: Badges, job: BadgeJob) -> list[Registration]:
    if not badges.attendees:
        raise OrganizerError(_("Nobody has registered yet, so there is no badge to print."))
    people = chosen(badges, job)
    if not people:
        raise OrganizerError(_("Please choose whose badges to print."), field="who")
    return people


def _as_printed(piece: str, backs: Backs) -> str:
    """Forget the back where none was printed: it cannot become wrong."""
    return piece.split(".", maxsplit=1)[0] if backs == Backs.NONE else piece


def _nothing_to_show(kind: Kind) -> str:
    if kind.needs_plan:
        return str(_("There is no table plan yet. Make the table plan first."))
    return str(_("There is nobody to list yet."))
