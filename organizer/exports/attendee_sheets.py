"""The workbook's sheets: who registered, who sits where, and who has come."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from flask_babel import gettext as _

from organizer.arrivals.log import Arrival
from organizer.events.models import Event
from organizer.exports.workbook import DATE_AND_TIME, YEN, Value, WorkbookColumn, WorkbookSheet
from organizer.registration.card_field import CardField, Surface
from organizer.registration.fields import fields_in, get_field
from organizer.registration.models import Registration
from organizer.registration.words import status_name

_PERSON = ("name", "name_kana", "company")
"""What says on every sheet who somebody is."""


@dataclass(frozen=True, slots=True)
class _Field:
    """A column of the attendees' sheet and what stands in it."""

    column: WorkbookColumn
    value: Callable[[Registration], Value]


def attendees_sheet(
    event: Event, registrations: Sequence[Registration], *, language: str
) -> WorkbookSheet:
    """Return all that is known of each registration, in the order given."""
    fields = _fields(event, language)
    rows = [
        [number, *(field.value(registration) for field in fields)]
        for number, registration in enumerate(registrations, start=1)
    ]
    return WorkbookSheet(
        _("Attendees"), [_number(), *(field.column for field in fields)], rows, kept_columns=2
    )


def seats_sheet(
    event: Event, attendees: Sequence[Registration], routes: Mapping[int, Sequence[str]]
) -> WorkbookSheet:
    """Return each attendee's table, round by round; without a plan there is room to write."""
    rounds = max((len(route) for route in routes.values()), default=event.rounds)
    tables = [
        WorkbookColumn(_("Round %(number)s", number=number)) for number in range(1, rounds + 1)
    ]
    rows = [
        [number, *_person(attendee), *_tables(routes.get(attendee.id, ()), rounds)]
        for number, attendee in enumerate(attendees, start=1)
    ]
    return WorkbookSheet(_("Seats"), [_number(), *_person_columns(), *tables], rows, kept_columns=2)


def arrivals_sheet(
    event: Event, attendees: Sequence[Registration], arrivals: Mapping[int, Arrival]
) -> WorkbookSheet:
    """Return who has come and when, in the order of coming; then who has not."""
    never = datetime.max.replace(tzinfo=ZoneInfo("UTC"))
    moments = {person: arrival.at for person, arrival in arrivals.items()}
    in_order = sorted(attendees, key=lambda attendee: moments.get(attendee.id, never))
    rows = [
        [number, *_person(attendee), *_arrival(moments.get(attendee.id), event)]
        for number, attendee in enumerate(in_order, start=1)
    ]
    columns = [WorkbookColumn(_("Status")), WorkbookColumn(_("Came at"), DATE_AND_TIME)]
    return WorkbookSheet(
        _("Check-in"), [_number(), *_person_columns(), *columns], rows, kept_columns=2
    )


def _fields(event: Event, language: str) -> Sequence[_Field]:
    return [
        *(_card_column(field, language) for field in fields_in(Surface.WORKBOOK)),
        _Field(WorkbookColumn(_("May be in the roster")), lambda r: _yes_or_no(r.roster_consent)),
        _Field(
            WorkbookColumn(_("Agreed at"), DATE_AND_TIME),
            lambda r: _local(r.roster_consent_at, event),
        ),
        _Field(WorkbookColumn(_("Status")), lambda r: status_name(r.status)),
        _Field(WorkbookColumn(_("Fee"), YEN), lambda r: r.fee_due if r.is_attending else None),
        _Field(
            WorkbookColumn(_("Registered at"), DATE_AND_TIME), lambda r: _local(r.created_at, event)
        ),
        _Field(
            WorkbookColumn(_("Cancelled at"), DATE_AND_TIME),
            lambda r: _local(r.cancelled_at, event),
        ),
        _Field(WorkbookColumn(_("Badge code")), lambda r: r.code),
    ]


def _card_column(field: CardField, language: str) -> _Field:
    return _Field(WorkbookColumn(str(field.label)), lambda r: field.in_words(r, language=language))


def _number() -> WorkbookColumn:
    return WorkbookColumn(_("No."))


def _person_columns() -> Sequence[WorkbookColumn]:
    return [WorkbookColumn(str(get_field(key).label)) for key in _PERSON]


def _person(attendee: Registration) -> Sequence[Value]:
    return [getattr(attendee, key) for key in _PERSON]


def _tables(route: Sequence[str], rounds: int) -> Sequence[Value]:
    """Return a cell for each round; numbered tables are numbers, so that they sort as such."""
    cells: list[Value] = [int(t) if t.isdecimal() else t for t in route]
    return cells + [None] * (rounds - len(cells))


def _arrival(at: datetime | None, event: Event) -> Sequence[Value]:
    return [_("Not here") if at is None else _("Here"), _local(at, event)]


def _yes_or_no(agreed: bool) -> str:
    return str(_("Yes") if agreed else _("No"))


def _local(moment: datetime | None, event: Event) -> datetime | None:
    """Return a moment as the clock showed it at the event's place; Excel knows no zones."""
    if moment is None:
        return None
    return moment.astimezone(ZoneInfo(event.timezone)).replace(microsecond=0, tzinfo=None)
