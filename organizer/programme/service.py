"""Who speaks when, by an event's table plan and its programme."""

from collections.abc import Collection, Sequence

from organizer.events.service import agenda_of
from organizer.programme.schedule import RoundSchedule, schedule_rounds
from organizer.tables.models import TablePlan
from organizer.tables.service import seating_of, spans_of


def schedule_by(
    plan: TablePlan, *, around: Collection[int] | None = None
) -> Sequence[RoundSchedule]:
    """Return each round's turns by one table plan, of all tables or of those around some people.

    People who have cancelled have no turn: those after them at the table move up.
    """
    rounds = seating_of(plan, around=around)
    return schedule_rounds(rounds, spans=spans_of(plan), agenda=agenda_of(plan.event))
