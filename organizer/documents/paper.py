"""From rows to the plain values that `printables` puts on paper."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from organizer.events.models import Event
from organizer.people.industries import industry_name
from organizer.programme.schedule import RoundSchedule, Turn
from organizer.registration.card_field import Place
from organizer.registration.details import SPELT_FIELDS
from organizer.registration.models import AttendeeRole, Registration
from organizer.registration.talk_tags import tags_of
from organizer.registration.words import said_in
from printables import (
    Badge,
    Member,
    PrTimeTable,
    ReceptionLine,
    Ribbon,
    SeatLine,
    SeatStop,
    TableSheet,
    TurnLine,
)


def name_of(attendee: Registration) -> str:
    """Return how an attendee's name is printed: as it is, unless another spelling was chosen."""
    return attendee.print_name or attendee.name


def company_of(attendee: Registration) -> str:
    """Return how an attendee's company is printed."""
    return attendee.print_company or attendee.company


def title_of(attendee: Registration) -> str:
    """Return how an attendee's title is printed."""
    return attendee.print_title or attendee.title


SPELT = dict(zip(SPELT_FIELDS, (name_of, company_of, title_of), strict=True))
"""How each field is printed that can have another spelling for print."""


def ribbon_of(attendee: Registration) -> Ribbon | None:
    """Return what the ribbon says: there is one, and a role says more than being new."""
    if attendee.role:
        return Ribbon(attendee.role)
    return Ribbon.FIRST_TIME if attendee.first_time else None


def badge_of(
    attendee: Registration,
    *,
    event: Event,
    stops: Sequence[SeatStop],
    url: str,
    language: str,
) -> Badge:
    """Return an attendee's badge; `stops` are empty without a plan."""
    return Badge(
        name=name_of(attendee),
        name_kana=attendee.name_kana,
        company=company_of(attendee),
        title=title_of(attendee),
        industry=industry_name(attendee.industry, language),
        event=event.title,
        # In capitals a QR code needs fewer modules (ISO/IEC 18004, alphanumeric mode).
        url=url.upper(),
        route=tuple(stop.table for stop in stops),
        ribbon=ribbon_of(attendee),
        tags=tags_of(attendee.talk_tags),
        stops=tuple(stops),
    )


def stops_of(event: Event, schedule: Sequence[RoundSchedule]) -> Mapping[int, list[SeatStop]]:
    """Return where each attendee sits in each round and with whom, by registration id."""
    stops: dict[int, list[SeatStop]] = {}
    for round_ in schedule:
        starts_at = _clock(round_.span.starts_at, event)
        for table in round_.tables:
            people = [turn.registration for turn in table.turns]
            for wearer in people:
                others = tuple(name_of(other) for other in people if other is not wearer)
                stop = SeatStop(round_.number, table.name, starts_at, others)
                stops.setdefault(wearer.id, []).append(stop)
    return stops


def table_sheets_of(
    event: Event, schedule: RoundSchedule, *, language: str
) -> Iterator[TableSheet]:
    """Yield the sheets that lie on the tables in one round."""
    for table in schedule.tables:
        yield TableSheet(
            event=event.title,
            round=schedule.number,
            table=table.name,
            starts_at=_clock(schedule.span.starts_at, event),
            ends_at=_clock(schedule.span.ends_at, event),
            seats=tuple(_seat(turn.registration, language) for turn in table.turns),
        )


def pr_time_of(event: Event, schedule: RoundSchedule) -> Iterator[PrTimeTable]:
    """Yield the order of speaking at each table of one round."""
    for table in schedule.tables:
        yield PrTimeTable(
            event=event.title,
            round=schedule.number,
            table=table.name,
            round_starts_at=_clock(schedule.span.starts_at, event),
            round_ends_at=_clock(schedule.span.ends_at, event),
            turns=tuple(_turn(turn, event) for turn in table.turns),
        )


def guest_of(attendee: Registration, *, table: str, fee: str) -> ReceptionLine:
    """Return an attendee's line on the reception list; `table` is that of the first round."""
    return ReceptionLine(
        name=name_of(attendee),
        name_kana=attendee.name_kana,
        company=company_of(attendee),
        table=table,
        fee=fee,
    )


def member_of(attendee: Registration, *, language: str) -> Member:
    """Return what the roster says of a consenting attendee; never how to reach them."""
    said = {**said_in(Place.ROSTER, attendee, language=language)}
    spelt = {field: how(attendee) for field, how in SPELT.items() if field in said}
    return Member(pr=said.pop("pr_line"), **{**said, **spelt})


def _seat(attendee: Registration, language: str) -> SeatLine:
    return SeatLine(
        name=name_of(attendee),
        name_kana=attendee.name_kana,
        company=company_of(attendee),
        title=title_of(attendee),
        industry=industry_name(attendee.industry, language),
        leader=attendee.role == AttendeeRole.LEADER,
    )


def _turn(turn: Turn, event: Event) -> TurnLine:
    has_questions = turn.questions_at < turn.ends_at
    return TurnLine(
        starts_at=_clock(turn.starts_at, event),
        questions_at=_clock(turn.questions_at, event) if has_questions else "",
        ends_at=_clock(turn.ends_at, event),
        name=name_of(turn.registration),
        company=company_of(turn.registration),
    )


def _clock(moment: datetime, event: Event) -> str:
    return _time_of_day(moment, event.timezone)


@lru_cache(maxsize=1024)  # thousands of people share a few moments
def _time_of_day(moment: datetime, timezone: str) -> str:
    """Return the time of day at the event's place; seconds only where a turn needs them."""
    local = moment.astimezone(ZoneInfo(timezone))
    return local.strftime("%H:%M:%S" if local.second else "%H:%M")
