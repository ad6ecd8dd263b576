"""The job that makes a table plan: rows to a problem, a search, and its result to rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import func, insert, select

import seating
from organizer.core import jobs
from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from organizer.events.models import Event
from organizer.events.service import lock_event
from organizer.registration.service import attendees_of
from organizer.tables.changes import planned_tables
from organizer.tables.models import PlannedTable, Seat, TablePlan
from organizer.tables.problem import problem_of, rules_of
from organizer.tables.publishing import publish_plan

KIND = "tables.assign"
STOP = seating.Stop.seconds(10)
"""A search also ends as soon as its plan is proved to be the best."""


def find_obstacle(attendees: int, *, seats: int) -> str | None:
    """Return in words why this many attendees cannot be given a table plan, if they cannot."""
    if attendees == 0:
        return str(_("Nobody has registered yet."))
    if attendees == 1:
        return str(_("One attendee alone meets nobody: at least two are needed."))
    if attendees > seats:
        sentence = _(
            "%(people)s attendees, but only %(seats)s seats: %(missing)s too few. "
            "Give the event more tables or seats.",
            people=attendees,
            seats=seats,
            missing=attendees - seats,
        )
        return str(sentence)
    return None


@jobs.job(KIND, long=True, repeatable=True)
def assign(running: jobs.Running) -> None:
    """Make a plan for the attendees and tables of this moment; stopped, it changes nothing.

    Somebody who cancels during the search keeps a seat in the rows, as those do who cancel after
    it; the queries leave them out.
    """
    number = _next_number(running.subject)
    tables, problem = _question(running.subject)
    # The search takes seconds and must not keep the transaction of these reads open.
    db.session.rollback()
    result = _solve(problem, running, seed=number)
    with transaction():
        lock_event(running.subject)
        if running.finish():
            plan = TablePlan(event_id=running.subject, number=number, tables=tables)
            _store(plan, problem, result)
            publish_plan(plan.id, revision=plan.revision)


def _next_number(event_id: int) -> int:
    newest = db.session.scalar(select(func.max(TablePlan.number)).filter_by(event_id=event_id))
    return (newest or 0) + 1


def _question(event_id: int) -> tuple[list[PlannedTable], seating.Problem]:
    tables, attendees = planned_tables(event_id), attendees_of(event_id)
    obstacle = find_obstacle(len(attendees), seats=sum(table["seats"] for table in tables))
    if obstacle:
        raise OrganizerError(obstacle)
    rounds = db.session.get_one(Event, event_id).rounds
    return tables, problem_of(tables, attendees, rounds=rounds)


def _solve(problem: seating.Problem, running: jobs.Running, *, seed: int) -> seating.Result:
    def tell(progress: seating.Progress) -> None:
        running.report(STOP.share(progress.iterations, progress.seconds), _figures(progress))

    stop = replace(STOP, stop_when=lambda _progress: running.cancelled())
    return seating.solve(problem, stop, seed=seed, progress=tell)


def _figures(progress: seating.Progress) -> dict[str, Any]:
    return {
        "seconds": progress.seconds,
        "repeats": progress.score.repeats,
        "same_industry": progress.score.same_industry,
        "least_repeats": progress.bound.repeats,
        "least_same_industry": progress.bound.same_industry,
    }


def _store(plan: TablePlan, problem: seating.Problem, result: seating.Result) -> None:
    plan.rounds = problem.rounds
    plan.rules = dict(rules_of(problem))
    plan.fullest_table = max(len(p) for r in result.plan.rounds for p in r.values())
    plan.industries = Counter(person.industry for person in problem.people if person.industry)
    for figure in ("repeats", "same_industry", "same_company", "conflicts"):
        setattr(plan, figure, getattr(result.score, figure))
    plan.least_repeats = result.bound.repeats
    plan.least_same_industry = result.bound.same_industry
    plan.reasons = [asdict(reason) for reason in result.bound.causes]
    plan.proved, plan.seconds, plan.iterations = result.proved, result.seconds, result.iterations
    db.session.add(plan)
    db.session.flush()
    db.session.execute(insert(Seat), _seat_rows(plan.id, problem, result.plan))


def _seat_rows(
    plan_id: int, problem: seating.Problem, plan: seating.Plan
) -> Sequence[dict[str, Any]]:
    numbers = {table.id: i for i, table in enumerate(problem.tables, start=1)}
    in_turn = seating.order_turns(problem, plan).plan
    return [
        {
            "plan_id": plan_id,
            "round": number,
            "table_number": numbers[table],
            "table_name": table,
            "position": position,
            "registration_id": int(person),
        }
        for number, seated in enumerate(in_turn.rounds, start=1)
        for table, people in seated.items()
        for position, person in enumerate(people, start=1)
    ]
