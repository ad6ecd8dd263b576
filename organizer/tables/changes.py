"""What has changed at an event since its table plan was made."""

from dataclasses import dataclass

from sqlalchemy import ColumnExpressionArgument, func, select

from organizer.core.db import db
from organizer.events.models import EventTable
from organizer.registration.models import Registration
from organizer.tables.models import PlannedTable, TablePlan
from organizer.tables.plans import sits_in

NAMED = 10
"""So many people are named; of the others it is only said how many they are."""


@dataclass(frozen=True, slots=True)
class SomePeople:
    """How many people something is true of, and the names of the first of them."""

    count: int
    names: tuple[str, ...]

    def __bool__(self) -> bool:
        return self.count > 0


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """What has changed at an event since a plan was made."""

    unseated: SomePeople
    """Attendees whom the plan does not know."""
    left: SomePeople
    """People of the plan who are no attendees any more; their seats stay empty."""
    rounds: bool
    """Whether the event has other rounds now."""
    tables: bool
    """Whether the event has other tables now."""

    def __bool__(self) -> bool:
        return bool(self.unseated or self.left) or self.rounds or self.tables


def changes_since(plan: TablePlan) -> PlanChanges:
    """Return what has changed at the event since a plan was made."""
    return PlanChanges(
        unseated=_people(plan, Registration.is_attending, ~sits_in(plan)),
        left=_people(plan, ~Registration.is_attending, sits_in(plan)),
        rounds=plan.rounds != plan.event.rounds,
        tables=plan.tables != planned_tables(plan.event_id),
    )


def count_unseated(plan: TablePlan) -> int:
    """Return how many attendees a plan does not know."""
    return _count(plan, Registration.is_attending, ~sits_in(plan))


def planned_tables(event_id: int) -> list[PlannedTable]:
    """Return an event's tables of now, as a plan keeps them."""
    rows = db.session.execute(
        select(EventTable.name, EventTable.seats)
        .filter_by(event_id=event_id)
        .order_by(EventTable.position)
    )
    return [PlannedTable(name=name, seats=seats) for name, seats in rows]


def _people(plan: TablePlan, *which: ColumnExpressionArgument[bool]) -> SomePeople:
    names = db.session.scalars(
        select(Registration.name)
        .where(Registration.event_id == plan.event_id, *which)
        .order_by(Registration.sort_key, Registration.id)
        .limit(NAMED)
    ).all()
    return SomePeople(len(names) if len(names) < NAMED else _count(plan, *which), tuple(names))


def _count(plan: TablePlan, *which: ColumnExpressionArgument[bool]) -> int:
    counted = select(func.count()).select_from(Registration)
    return db.session.scalar(counted.where(Registration.event_id == plan.event_id, *which)) or 0
