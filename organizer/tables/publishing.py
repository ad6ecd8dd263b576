"""Publishing a table plan, and keeping who meets whom by it."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations, groupby

from flask_babel import gettext as _
from sqlalchemy import select

from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from organizer.events.service import lock_event
from organizer.people.meetings import Pair, keep_meetings
from organizer.registration.models import Registration
from organizer.tables.models import PlanState, Seat, TablePlan
from organizer.tables.plans import plan_in_force


def publish_plan(plan_id: int, *, revision: int) -> TablePlan:
    """Publish a plan: the newest published one is in force.

    Raises OrganizerError if somebody has changed it since that revision.
    """
    with transaction() as session:
        lock_event(session.get_one(TablePlan, plan_id).event_id)
        plan = session.get_one(TablePlan, plan_id, with_for_update=True, populate_existing=True)
        if plan.revision != revision:
            raise OrganizerError(
                _("Somebody has changed this table plan meanwhile. Please look at it again.")
            )
        plan.state = PlanState.PUBLISHED
        session.flush()
        _keep_meetings(plan.event_id)
        return plan


def _keep_meetings(event_id: int) -> None:
    plan = plan_in_force(event_id)
    if plan is not None:
        keep_meetings(event_id, _pairs_by_round(plan))


def _pairs_by_round(plan: TablePlan) -> Mapping[int, list[Pair]]:
    """Return who sits with whom, by person, for all who are attendees."""
    rows = db.session.execute(
        select(Seat.round, Seat.table_number, Registration.person_id)
        .join(Registration, Seat.registration_id == Registration.id)
        .where(Seat.plan_id == plan.id, Registration.is_attending)
        .order_by(Seat.round, Seat.table_number)
    )
    pairs: dict[int, list[Pair]] = defaultdict(list)
    for (number, _table), seats in groupby(rows, key=lambda row: tuple(row[:2])):
        pairs[number] += combinations([row[2] for row in seats], 2)
    return pairs
