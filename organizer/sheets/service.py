"""The sheets beside badges: what they are made from, and how they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from organizer.accounts.models import User
from organizer.core.db import db
from organizer.events.models import Event
from organizer.printers import log
from organizer.printers.changes import PrintChanges, compare
from organizer.printers.models import PrintJob
from organizer.programme.service import schedule_by
from organizer.registration.models import Registration
from organizer.registration.service import attendees_of, count_attendees
from organizer.sheets.contents import PrintSource
from organizer.sheets.kinds import KINDS, Amounts, SheetKind, pieces_of
from organizer.tables import service as tables
from organizer.tables.models import Seat, TablePlan


@dataclass(frozen=True, slots=True)
class SheetState:
    """How much there is of a kind of sheets, and when it was printed last."""

    kind: SheetKind
    count: int
    """Pages of kinds that have one for each value, else lines; 0 while there is nothing to show."""
    rounds: int
    last: PrintJob | None


def source_of(event: Event, *, language: str, contact: str = "") -> PrintSource:
    """Return what all sheets of an event are made from."""
    plan = tables.plan_in_force(event.id)
    return PrintSource(
        event,
        attendees_of(event.id),
        schedule_by(plan) if plan else [],
        language,
        contact,
        plan.id if plan else None,
    )


def states_of(event_id: int) -> Sequence[SheetState]:
    """Return how each kind of sheets stands; the database counts, for events may be large."""
    plan = tables.plan_in_force(event_id)
    amounts, last = _amounts_of(event_id, plan), log.last_of_kinds(event_id)
    rounds = plan.rounds if plan else 0
    return [
        SheetState(kind, kind.amount(amounts), rounds, last.get(kind.id)) for kind in KINDS.values()
    ]


def changes_of(source: PrintSource) -> Mapping[str, PrintChanges]:
    """Return, for each kind of sheets that was printed, what has changed since."""
    last = log.last_pieces(source.event.id, KINDS)
    printed = {kind.id: kind.lines for kind in KINDS.values() if kind.id in last}
    now = {lines: pieces_of(lines, source) for lines in set(printed.values())}
    return {paper: compare(last[paper], now[lines]) for paper, lines in printed.items()}


def contact_of(event: Event, user: User) -> str:
    """Return whom the roster's readers may ask: the host, by whoever prints it."""
    return f"{event.organization.name} {user.email}"


def _amounts_of(event_id: int, plan: TablePlan | None) -> Amounts:
    table_sheets, names = _count_occupied(plan) if plan else (0, 0)
    return Amounts(table_sheets, names, count_attendees(event_id), _count_consenting(event_id))


def _count_occupied(plan: TablePlan) -> tuple[int, int]:
    """Return at how many tables attendees sit, counted round by round, and by their names."""
    occupied = (
        select(Seat.round, Seat.table_number, Seat.table_name)
        .join(Registration, Seat.registration_id == Registration.id)
        .where(Seat.plan_id == plan.id, Registration.is_attending)
        .distinct()
        .subquery()
    )
    counted = select(func.count(), func.count(occupied.c.table_name.distinct()))
    pages, names = db.session.execute(counted.select_from(occupied)).one()
    return pages, names


def _count_consenting(event_id: int) -> int:
    consenting = select(func.count(Registration.id)).where(
        Registration.event_id == event_id,
        Registration.is_attending,
        Registration.roster_consent,
    )
    return db.session.scalar(consenting) or 0
