"""Letting a table plan count, and keeping who meets whom by it."""

from flask_babel import gettext as _

from organizer.core.db import transaction
from organizer.core.errors import OrganizerError
from organizer.events.service import lock_event
from organizer.tables.models import PlanState, TablePlan


def publish_plan(plan_id: int, *, revision: int) -> TablePlan:
    """Let a plan count from now on.

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
        return plan
