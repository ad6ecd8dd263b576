"""Who sits where: having a table plan made, and reading it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sqlalchemy import select

from organizer.core import jobs
from organizer.core.db import db
from organizer.core.errors import OrganizerError
from organizer.events.agenda import Span, round_spans
from organizer.events.details import agenda_of
from organizer.events.service import find_event
from organizer.registration.models import Registration
from organizer.registration.service import attendees_of
from organizer.tables import assigning
from organizer.tables.models import Plan, Seat
from organizer.tables.problem import Furniture, furniture_of
from organizer.tables.rounds import RoundSeating, TableSeating, fullest_table, routes_of

__all__ = [
    "Changes",
    "RoundSeating",
    "TableSeating",
    "assign_tables",
    "changes_since",
    "find_obstacle",
    "latest_job",
    "latest_plan",
    "route_of",
    "seating_of",
    "spans_of",
    "stop_assigning",
]


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed at an event since a plan was made."""

    unseated: tuple[Registration, ...]
    """Attendees whom the plan does not know."""
    left: tuple[Registration, ...]
    """People of the plan who are no attendees any more; their seats stay empty."""
    then: Furniture
    now: Furniture

    def __bool__(self) -> bool:
        return bool(self.unseated or self.left) or self.then != self.now


def assign_tables(event_id: int) -> int:
    """Start making a table plan and return the id of the job.

    Raises OrganizerError if the attendees cannot be seated, or while a plan is being made.
    """
    obstacle = find_obstacle(event_id)
    if obstacle:
        raise OrganizerError(obstacle)
    return jobs.start(assigning.KIND, subject=event_id, arguments={})


def stop_assigning(event_id: int) -> bool:
    """Stop making a plan; the earlier one stays. Return whether there was anything to stop."""
    job = latest_job(event_id)
    if job is None or not job.is_open:
        return False
    jobs.cancel(job.id)
    return True


def find_obstacle(event_id: int) -> str | None:
    """Return in words why no table plan can be made for an event as it is, if none can."""
    event = find_event(event_id)
    assert event is not None
    return assigning.find_obstacle(len(attendees_of(event_id)), seats=event.seats)


def latest_job(event_id: int) -> jobs.Job | None:
    """Return the newest job that makes or made a plan for an event."""
    return jobs.find_latest(assigning.KIND, subject=event_id)


def latest_plan(event_id: int) -> Plan | None:
    """Return the plan that counts: the newest."""
    return db.session.scalar(
        select(Plan).filter_by(event_id=event_id).order_by(Plan.number.desc()).limit(1)
    )


def seating_of(plan: Plan) -> Sequence[RoundSeating]:
    """Return who sits where, for all who are still attendees: rounds, tables, seats in order."""
    rows = db.session.execute(
        select(Seat.round, Seat.table_number, Seat.table_name, Registration)
        .join(Registration, Seat.registration_id == Registration.id)
        .where(Seat.plan_id == plan.id, Registration.is_attending)
        .order_by(Seat.round, Seat.table_number, Seat.position)
    ).all()
    tables: dict[int, list[TableSeating]] = defaultdict(list)
    for (number, _table_number, name), seats in groupby(rows, key=lambda row: tuple(row[:3])):
        tables[number].append(TableSeating(name, tuple(row[3] for row in seats)))
    return [RoundSeating(n, tuple(tables[n])) for n in range(1, plan.rounds + 1)]


def route_of(event_id: int) -> Mapping[int, tuple[str, ...]]:
    """Return, by registration id, the names of an attendee's tables from round to round.

    Empty without a plan; who has no seat in the plan has no route.
    """
    plan = latest_plan(event_id)
    routes = routes_of(seating_of(plan)) if plan else ()
    return {route.registration.id: tuple(name for _round, name in route.stops) for route in routes}


def changes_since(plan: Plan) -> Changes:
    """Return what has changed at the event since a plan was made."""
    attendees = attendees_of(plan.event_id)
    seated = db.session.scalars(
        select(Registration).where(
            Registration.id.in_(select(Seat.registration_id).filter_by(plan_id=plan.id))
        )
    ).all()
    known = {registration.id for registration in seated}
    return Changes(
        unseated=tuple(r for r in attendees if r.id not in known),
        left=tuple(r for r in seated if not r.is_attending),
        then=furniture_of(plan),
        now=furniture_of(plan.event),
    )


def spans_of(plan: Plan, rounds: Sequence[RoundSeating]) -> Sequence[Span]:
    """Return when each round of a plan starts and ends, by the event's programme of now.

    A round is as long as the programme says, or longer if a table holds more people than that.
    """
    agenda = agenda_of(plan.event)
    longest = max(agenda.people_per_table, fullest_table(rounds))
    agenda = replace(agenda, rounds=plan.rounds, people_per_table=longest)
    return round_spans(agenda, starts_at=plan.event.starts_at)
