"""Printing badges: they are taken as they stand, drawn, and noted in the log."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from flask_babel import gettext as _

from organizer.badges.order import BadgeOrder, Sorting
from organizer.badges.people import people_of
from organizer.badges.values import BadgeSource, badges_of, pieces_of
from organizer.core.errors import OrganizerError
from organizer.printers import log
from organizer.printers.badge_sheets import BadgeSheet
from organizer.printers.changes import Pieces, fingerprint
from organizer.printers.papers import Paper
from organizer.printers.refusals import refusals_in_words, words_in
from organizer.registration.models import Registration
from organizer.registration.service import count_attendees
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
)


@dataclass(frozen=True, slots=True)
class Cards:
    """The badges of an order as they stand at one moment: these are drawn, and these are logged.

    They are plain values: drawing them needs no rows.
    """

    badges: tuple[Badge, ...]
    placement: Placement
    design: Design
    words: Words
    entry: log.PrintEntry

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


def take_cards(source: BadgeSource, order: BadgeOrder, sheet: BadgeSheet) -> Cards:
    """Return the badges of an order. Raises OrganizerError if there is nobody to print."""
    badges = badges_of(source, _require_people(source, order))
    pieces = {key: _as_printed(piece, order) for key, piece in pieces_of(source, badges).items()}
    return Cards(
        tuple(badges.values()),
        _placement(order, sheet),
        Design(order.template, source.logo),
        words_in(source.language),
        _entry(Paper.BADGES, pieces, source, order),
    )


def print_badges(
    source: BadgeSource, order: BadgeOrder, sheet: BadgeSheet, *, user_id: int, at: datetime
) -> bytes:
    """Return the badges of an order as PDF, and note that they were printed.

    Raises OrganizerError if there is nobody to print.
    """
    cards = take_cards(source, order, sheet)
    pdf = cards.draw()
    log.record(source.event.id, cards.entry, user_id=user_id, at=at)
    return pdf


@refusals_in_words()
def print_dividers(
    source: BadgeSource, order: BadgeOrder, sheet: BadgeSheet, *, user_id: int, at: datetime
) -> bytes:
    """Return cards that part badges by the rows of the kana table, and note them.

    Raises OrganizerError if there is nobody to print.
    """
    order = replace(order, sorting=Sorting.KANA, backs=Backs.NONE)
    unplanned = replace(source, plan=None)  # dividers only count people by their furigana
    badges = list(badges_of(unplanned, _require_people(source, order)).values())
    pdf = render_dividers(badges, _placement(order, sheet), words=words_in(source.language))
    pieces = {divider.heading: fingerprint(divider) for divider in dividers_of(badges)}
    entry = _entry(Paper.DIVIDERS, pieces, source, order)
    log.record(source.event.id, entry, user_id=user_id, at=at)
    return pdf


@refusals_in_words()
def _placement(order: BadgeOrder, sheet: BadgeSheet) -> Placement:
    """Return where cards lie on their sheets, moved as their printer needs it."""
    printer = order.printer
    return Placement(
        sheet.stock,
        start=order.start,
        dx_mm=printer.dx_mm if printer else 0,
        dy_mm=printer.dy_mm if printer else 0,
        backs=order.backs,
        back_dx_mm=printer.back_dx_mm if printer else 0,
        back_dy_mm=printer.back_dy_mm if printer else 0,
    )


def _entry(paper: Paper, pieces: Pieces, source: BadgeSource, order: BadgeOrder) -> log.PrintEntry:
    """Return the entry of cards, which also tells how they were printed."""
    settings = {
        "stock": order.stock,
        "start": order.start,
        "printer_id": order.printer.id if order.printer else None,
        "sorted_by": order.sorting,
        "template": order.template,
        "backs": order.backs,
    }
    return log.PrintEntry(paper, pieces, source.plan_id, settings)


def _require_people(source: BadgeSource, order: BadgeOrder) -> Sequence[Registration]:
    people = people_of(source.event.id, order, plan_id=source.plan_id)
    if people:
        return people
    if not count_attendees(source.event.id):
        raise OrganizerError(_("Nobody has registered yet, so there is no badge to print."))
    raise OrganizerError(_("Please choose whose badges to print."), field="who")


def _as_printed(piece: str, order: BadgeOrder) -> str:
    """Forget the back where none was printed: it cannot become wrong."""
    return piece.split(".", maxsplit=1)[0] if order.backs == Backs.NONE else piece
