"""Table plans for tests that need one and not a good one."""

from unittest.mock import patch

from flask_babel import force_locale

import seating
from organizer.events.models import Event
from organizer.tables import assigning
from organizer.tables.models import TablePlan
from organizer.tables.service import assign_tables, plan_in_force


def make_plan(event: Event) -> TablePlan:
    """Seat everybody at once, with the first plan that the search comes upon."""
    # The job's language would otherwise stay with the test's context and reach its requests.
    with force_locale("en"), patch.object(assigning, "STOP", seating.Stop.iterations(1)):
        assign_tables(event.id)
    plan = plan_in_force(event.id)
    assert plan is not None
    return plan
