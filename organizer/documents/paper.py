"""From rows to the plain values that `printables` puts on paper."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from organizer.events.models import Event
from organizer.people.industries import industry_name
from organizer.pr_time.schedule import RoundSchedule, Turn
from organizer.registration.models import Registration
from printables import Badge, PrTimeTable, Seat, TableSheet
from printables import Turn as PrintedTurn


def badge_of(
    attendee: Registration, *, event: Event, route: tuple[str, ...], url: str, language: str
) -> Badge:
    """Return an attendee's badge; `route` is the table of each round, empty without a plan."""
    return Badge(
        name=attendee.name,
        name_kana=attendee.name_kana,
        company=attendee.company,
        title=attendee.title,
        industry=industry_name(attendee.industry, language),
        event=event.title,
        # In capitals a QR code needs fewer modules (ISO/IEC 18004, alphanumeric mode).
        url=url.upper(),
        route=route,
    )


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


def printed_text(attendee: Registration) -> str:
    """Return all that an attendee typed and that stands on paper somewhere."""
    return "".join((attendee.name, attendee.name_kana, attendee.company, attendee.title))


def _seat(attendee: Registration, language: str) -> Seat:
    return Seat(
        name=attendee.name,
        name_kana=attendee.name_kana,
        company=attendee.company,
        title=attendee.title,
        industry=industry_name(attendee.industry, language),
    )


def _turn(turn: Turn, event: Event) -> PrintedTurn:
    has_questions = turn.questions_at < turn.ends_at
    return PrintedTurn(
        starts_at=_clock(turn.starts_at, event),
        questions_at=_clock(turn.questions_at, event) if has_questions else "",
        ends_at=_clock(turn.ends_at, event),
        name=turn.registration.name,
        company=turn.registration.company,
    )


def _clock(moment: datetime, event: Event) -> str:
    """Return the time of day at the event's place; seconds only where a turn needs them."""
    local = moment.astimezone(ZoneInfo(event.timezone))
    return local.strftime("%H:%M:%S" if local.second else "%H:%M")
