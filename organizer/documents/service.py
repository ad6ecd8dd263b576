"""What can be printed of an event, and printing it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from flask_babel import gettext as _

from organizer.core.errors import OrganizerError
from organizer.documents import paper
from organizer.events.models import Event
from organizer.pr_time.service import schedule_of
from organizer.registration.models import Registration
from organizer.registration.service import attendees_of, count_attendees
from organizer.tables import service as tables
from printables import (
    ENGLISH,
    JAPANESE,
    PrintError,
    Stock,
    TableSheet,
    Words,
    render_badges,
    render_pr_time_schedule,
    render_seating_chart,
    render_table_sheets,
    unprintable,
)


@dataclass(frozen=True, slots=True)
class Lost:
    """Characters of an attendee's texts that the typeface does not have."""

    attendee: Registration
    characters: Mapping[str, str]
    """Each with its number (U+9AD9), for a screen may not show it either."""


@dataclass(frozen=True, slots=True)
class Printable:
    """What there is to print of an event as it stands."""

    badges: int
    rounds: int
    """Of the table plan; 0 while there is none."""
    table_sheets: int
    unseated: int
    """Attendees whom the plan does not know yet."""
    lost: Sequence[Lost]


@contextmanager
def _refusals_in_words() -> Iterator[None]:
    try:
        yield
    except PrintError as error:
        raise OrganizerError(_("This cannot be printed. %(reason)s", reason=error)) from error


@_refusals_in_words()
def printable_of(event: Event) -> Printable:
    """Return what there is to print."""
    attendees = attendees_of(event.id)
    schedule = schedule_of(event)
    routes = tables.route_of(event.id)
    return Printable(
        badges=len(attendees),
        rounds=len(schedule),
        table_sheets=sum(len(round_.tables) for round_ in schedule),
        unseated=sum(attendee.id not in routes for attendee in attendees) if schedule else 0,
        lost=list(filter(None, map(_lost_of, attendees))),
    )


def _lost_of(attendee: Registration) -> Lost | None:
    characters = unprintable(paper.printed_text(attendee))
    return Lost(attendee, {c: f"U+{ord(c):04X}" for c in characters}) if characters else None


def paper_at_hand(event_id: int) -> tuple[int, bool]:
    """Return how many badges there are, and whether a plan lets the rest be printed."""
    return count_attendees(event_id), tables.latest_plan(event_id) is not None


def sheets_needed(badges: int, stock: Stock, *, start: int) -> int:
    """Return how many sheets of the stock the badges fill, beginning at cell `start`."""
    return -(-(start - 1 + badges) // stock.cells) if badges else 0


@_refusals_in_words()
def badges_pdf(
    event: Event, stock: Stock, *, start: int, link: Callable[[str], str], language: str
) -> bytes:
    """Return everybody's badge, in the order of their furigana.

    `link` makes the address of a code's page. Raises OrganizerError if nobody is coming.
    """
    routes = tables.route_of(event.id)
    badges = [
        paper.badge_of(
            attendee,
            event=event,
            route=tuple(routes.get(attendee.id, ())),
            url=link(attendee.code),
            language=language,
        )
        for attendee in attendees_of(event.id)
    ]
    if not badges:
        raise OrganizerError(_("Nobody has registered yet, so there is no badge to print."))
    return render_badges(badges, stock, start=start)


@_refusals_in_words()
def table_sheets_pdf(event: Event, *, language: str) -> bytes:
    """Return a sheet for each table and round. Raises OrganizerError without a plan."""
    return render_table_sheets(_table_sheets(event, language), words=_words(language))


@_refusals_in_words()
def seating_chart_pdf(event: Event, *, language: str) -> bytes:
    """Return all tables of a round on a page. Raises OrganizerError without a plan."""
    return render_seating_chart(_table_sheets(event, language), words=_words(language))


@_refusals_in_words()
def pr_time_pdf(event: Event, *, language: str) -> bytes:
    """Return who speaks when, round by round. Raises OrganizerError without a plan."""
    tables_of_rounds = [
        table for round_ in schedule_of(event) for table in paper.pr_time_of(event, round_)
    ]
    _require_plan(tables_of_rounds)
    return render_pr_time_schedule(tables_of_rounds, words=_words(language))


def _table_sheets(event: Event, language: str) -> Sequence[TableSheet]:
    sheets = [
        sheet
        for round_ in schedule_of(event)
        for sheet in paper.table_sheets_of(event, round_, language=language)
    ]
    _require_plan(sheets)
    return sheets


def _require_plan(sheets: Sequence[object]) -> None:
    if not sheets:
        raise OrganizerError(_("There is no table plan yet. Make the table plan first."))


def _words(language: str) -> Words:
    return JAPANESE if language == "ja" else ENGLISH
