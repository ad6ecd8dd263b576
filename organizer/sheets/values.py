"""From rows to the plain values that `printables` puts on sheets."""

from collections.abc import Iterator

from organizer.core.templating import yen
from organizer.events.models import Event
from organizer.people.industries import industry_name
from organizer.printers.texts import SPELT, company_of, name_of, time_of_day, title_of
from organizer.programme.schedule import RoundSchedule, Turn
from organizer.registration.card_field import Surface
from organizer.registration.models import AttendeeRole, Registration
from organizer.registration.words import said_on
from printables import Member, PrTimeTable, ReceptionLine, SeatLine, TableSheet, TurnLine


def table_sheets_of(
    event: Event, schedule: RoundSchedule, *, language: str
) -> Iterator[TableSheet]:
    """Yield the sheets that lie on the tables in one round."""
    for table in schedule.tables:
        yield TableSheet(
            event=event.title,
            round=schedule.number,
            table=table.name,
            starts_at=time_of_day(schedule.span.starts_at, event.timezone),
            ends_at=time_of_day(schedule.span.ends_at, event.timezone),
            seats=tuple(_seat(turn.registration, language) for turn in table.turns),
        )


def pr_time_of(event: Event, schedule: RoundSchedule) -> Iterator[PrTimeTable]:
    """Yield the order of speaking at each table of one round."""
    for table in schedule.tables:
        yield PrTimeTable(
            event=event.title,
            round=schedule.number,
            table=table.name,
            round_starts_at=time_of_day(schedule.span.starts_at, event.timezone),
            round_ends_at=time_of_day(schedule.span.ends_at, event.timezone),
            turns=tuple(_turn(turn, event) for turn in table.turns),
        )


def reception_line_of(attendee: Registration, *, table: str, language: str) -> ReceptionLine:
    """Return an attendee's line on the reception list; `table` is that of the first round."""
    return ReceptionLine(
        name=name_of(attendee),
        name_kana=attendee.name_kana,
        company=company_of(attendee),
        table=table,
        fee=yen(attendee.fee_due, language) if attendee.fee_due else "",
    )


def member_of(attendee: Registration, *, language: str) -> Member:
    """Return what the roster says of a consenting attendee; never how to reach them."""
    said = {**said_on(Surface.ROSTER, attendee, language=language)}
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
        starts_at=time_of_day(turn.starts_at, event.timezone),
        questions_at=time_of_day(turn.questions_at, event.timezone) if has_questions else "",
        ends_at=time_of_day(turn.ends_at, event.timezone),
        name=name_of(turn.registration),
        company=company_of(turn.registration),
    )
