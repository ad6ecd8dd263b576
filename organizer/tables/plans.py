"""Table plans as they are stored: which one counts, and who sits where by it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations, groupby

from sqlalchemy import ColumnElement, and_, bindparam, exists, func, select, tuple_
from sqlalchemy.orm import aliased

from organizer.core.db import db
from organizer.registration.models import Registration
from organizer.registration.search import is_found
from organizer.tables.marks import FirstMeetings
from organizer.tables.models import PlanState, Seat, TablePlan
from organizer.tables.rounds import RoundSeating, Route, RouteStop, TableSeating


def plan_in_force(event_id: int) -> TablePlan | None:
    """Return the plan that counts, the newest published one; None before there is one."""
    return db.session.scalar(
        select(TablePlan)
        .filter_by(event_id=event_id, state=PlanState.PUBLISHED)
        .order_by(TablePlan.number.desc())
        .limit(1)
    )


def seating_of(plan: TablePlan, *, around: Collection[int] | None = None) -> Sequence[RoundSeating]:
    """Return who sits where, for all who are still attendees: rounds, tables, seats in order.

    Of all tables, or only of those at which somebody of `around` sits.
    """
    which = [] if around is None else [_is_table_of(plan, around)]
    tables = _tables(plan, *which)
    return [RoundSeating(n, tuple(tables[n])) for n in range(1, plan.rounds + 1)]


def tables_of(plan: TablePlan, number: int, *, first: int, last: int) -> Sequence[TableSeating]:
    """Return who sits at the tables with these numbers in one round."""
    return _tables(plan, Seat.round == number, Seat.table_number.between(first, last))[number]


def _tables(plan: TablePlan, *which: ColumnElement[bool]) -> Mapping[int, list[TableSeating]]:
    seats = (
        select(Seat.round, Seat.table_number, Seat.table_name, Seat.registration_id)
        .join(Registration, Seat.registration_id == Registration.id)
        .where(Seat.plan_id == plan.id, Registration.is_attending, *which)
    )
    # Each person once: they sit somewhere in every round.
    their_ids = seats.with_only_columns(Seat.registration_id)
    found = db.session.scalars(select(Registration).where(Registration.id.in_(their_ids)))
    people = {person.id: person for person in found}
    rows = db.session.execute(seats.order_by(Seat.round, Seat.table_number, Seat.position))
    tables: dict[int, list[TableSeating]] = defaultdict(list)
    for (number, table, name), sitting in groupby(rows, key=lambda row: tuple(row[:3])):
        tables[number].append(TableSeating(table, name, tuple(people[row[3]] for row in sitting)))
    return tables


def _is_table_of(plan: TablePlan, people: Collection[int]) -> ColumnElement[bool]:
    """Whether a seat is at a table, in a round, at which one of these people sits."""
    theirs = select(Seat.round, Seat.table_number).where(
        Seat.plan_id == plan.id, Seat.registration_id.in_(people)
    )
    return tuple_(Seat.round, Seat.table_number).in_(theirs)


def count_occupied(plan: TablePlan, number: int) -> int:
    """Return how many tables are occupied in one round; they are the first ones."""
    last = select(func.max(Seat.table_number)).filter_by(plan_id=plan.id, round=number)
    return db.session.scalar(last) or 0


def meetings_before(plan: TablePlan, number: int, *, first: int, last: int) -> FirstMeetings:
    """Return who of the people at these tables in a round sat together in the rounds before."""
    now, before = aliased(Seat), aliased(Seat)
    rows = db.session.execute(
        select(before.round, before.table_number, before.registration_id)
        .join(
            now,
            and_(now.plan_id == before.plan_id, now.registration_id == before.registration_id),
        )
        .where(now.plan_id == plan.id, now.round == number)
        .where(now.table_number.between(first, last), before.round < number)
        .order_by(before.round, before.table_number)
    )
    met: dict[frozenset[int], int] = {}
    for (earlier, _table), seats in groupby(rows, key=lambda row: tuple(row[:2])):
        for a, b in combinations([row[2] for row in seats], 2):
            met.setdefault(frozenset((a, b)), earlier)
    return met


# Put together once: that takes longer than to find somebody's seats.
_IN_FORCE = (
    select(TablePlan.id)
    .where(TablePlan.event_id == Registration.event_id, TablePlan.state == PlanState.PUBLISHED)
    .order_by(TablePlan.number.desc())
    .limit(1)
    .correlate(Registration)
    .scalar_subquery()
)
_ROUTE = (
    select(Seat.table_name)
    .join(Registration, Seat.registration_id == Registration.id)
    .where(
        Seat.registration_id == bindparam("registration_id"),
        Registration.is_attending,
        Seat.plan_id == _IN_FORCE,
    )
    .order_by(Seat.round)
)


def route_of(registration_id: int) -> tuple[str, ...]:
    """Return the names of an attendee's tables from round to round; empty without a seat."""
    return tuple(db.session.scalars(_ROUTE, {"registration_id": registration_id}))


def routes_of(
    event_id: int, *, people: Collection[int] | None = None
) -> Mapping[int, tuple[str, ...]]:
    """Return, by registration id, the names of attendees' tables from round to round.

    Of the whole event, or of these people only. Empty without a plan; who has no seat in the plan
    has no route.
    """
    plan = plan_in_force(event_id)
    if plan is None:
        return {}
    seats = (
        select(Seat.registration_id, Seat.table_name)
        .join(Registration, Seat.registration_id == Registration.id)
        .where(Seat.plan_id == plan.id, Registration.is_attending)
        .order_by(Seat.registration_id, Seat.round)
    )
    if people is not None:
        seats = seats.where(Seat.registration_id.in_(people))
    routes: dict[int, tuple[str, ...]] = {}
    for person, table in db.session.execute(seats):
        routes[person] = (*routes.get(person, ()), table)
    return routes


def find_routes(plan: TablePlan, query: str, *, most: int) -> tuple[Sequence[Route], int]:
    """Return the routes of the first people that a search finds, and how many it finds.

    A search for nothing finds nobody.
    """
    if not query.strip():
        return [], 0
    found = and_(is_found(plan.event_id, query), Registration.is_attending, sits_in(plan))
    in_order = select(Registration).order_by(Registration.sort_key, Registration.id)
    people = db.session.scalars(in_order.where(found).limit(most)).all()
    count = len(people)
    if count == most:
        count = db.session.scalar(select(func.count(Registration.id)).where(found)) or 0
    stops = _stops(plan, [person.id for person in people])
    return [Route(person, tuple(stops[person.id])) for person in people], count


def _stops(plan: TablePlan, people: Collection[int]) -> Mapping[int, list[RouteStop]]:
    stops: dict[int, list[RouteStop]] = defaultdict(list)
    for person, number, table, name in db.session.execute(
        select(Seat.registration_id, Seat.round, Seat.table_number, Seat.table_name)
        .where(Seat.plan_id == plan.id, Seat.registration_id.in_(people))
        .order_by(Seat.round)
    ):
        stops[person].append(RouteStop(number, table, name))
    return stops


def sits_in(plan: TablePlan) -> ColumnElement[bool]:
    """Whether a registration has a seat in the plan, as a condition of a query."""
    return exists().where(Seat.registration_id == Registration.id, Seat.plan_id == plan.id)
