"""Who speaks when, by an event's newest table plan and its programme."""

from collections.abc import Sequence

from organizer.events.models import Event
from organizer.pr_time.schedule import RoundSchedule, TableSchedule, Turn, schedule_rounds
from organizer.tables.models import Plan
from organizer.tables.service import latest_plan, seating_of, spans_of

__all__ = ["RoundSchedule", "TableSchedule", "Turn", "schedule_by", "schedule_of"]


def schedule_of(event: Event) -> Sequence[RoundSchedule]:
    """Return each round's turns; empty without a table plan."""
    plan = latest_plan(event.id)
    return schedule_by(plan, event) if plan else []


def schedule_by(plan: Plan, event: Event) -> Sequence[RoundSchedule]:
    """Return each round's turns by one table plan.

    People who have cancelled have no turn: those after them at the table move up.
    """
    rounds = seating_of(plan)
    return schedule_rounds(
        rounds,
        spans=spans_of(plan, rounds),
        pr_minutes=event.pr_minutes,
        question_minutes=event.question_minutes,
    )
