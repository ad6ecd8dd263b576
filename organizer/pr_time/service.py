"""Who speaks when, by an event's newest table plan and its programme."""

from collections.abc import Sequence

from organizer.events.models import Event
from organizer.pr_time.schedule import RoundSchedule, TableSchedule, Turn, schedule_rounds
from organizer.tables.service import latest_plan, seating_of, spans_of

__all__ = ["RoundSchedule", "TableSchedule", "Turn", "schedule_of"]


def schedule_of(event: Event) -> Sequence[RoundSchedule]:
    """Return each round's turns; empty without a table plan.

    People who have cancelled have no turn: those after them at the table move up.
    """
    plan = latest_plan(event.id)
    if plan is None:
        return []
    rounds = seating_of(plan)
    return schedule_rounds(
        rounds,
        spans=spans_of(plan, rounds),
        pr_minutes=event.pr_minutes,
        question_minutes=event.question_minutes,
    )
