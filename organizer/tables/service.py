"""Who sits where: having a table plan made, and reading it."""

from collections.abc import Sequence
from dataclasses import replace

from organizer.core import jobs
from organizer.core.errors import OrganizerError
from organizer.events.agenda import Span, as_many_spans, round_spans
from organizer.events.service import agenda_of, room_of
from organizer.registration.service import count_attendees
from organizer.tables import assigning
from organizer.tables.changes import PlanChanges, changes_since, count_unseated
from organizer.tables.models import TablePlan
from organizer.tables.plans import plan_in_force, route_of, routes_of, seating_of
from organizer.tables.publishing import publish_plan

__all__ = [
    "PlanChanges",
    "assign_tables",
    "changes_since",
    "count_unseated",
    "find_obstacle",
    "latest_job",
    "plan_in_force",
    "publish_plan",
    "route_of",
    "routes_of",
    "seating_of",
    "spans_of",
    "stop_assigning",
]


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
    return assigning.find_obstacle(count_attendees(event_id), seats=room_of(event_id).seats)


def latest_job(event_id: int) -> jobs.Job | None:
    """Return the newest job that makes or made a plan for an event."""
    return jobs.find_latest(assigning.KIND, subject=event_id)


def spans_of(plan: TablePlan) -> Sequence[Span]:
    """Return when each round of a plan starts and ends, by the event's programme of now.

    A round is as long as the programme says, or longer if a table holds more people than that.
    """
    agenda = agenda_of(plan.event)
    fullest = max(agenda.people_per_table, plan.fullest_table)
    spans = round_spans(replace(agenda, people_per_table=fullest), starts_at=plan.event.starts_at)
    return as_many_spans(spans, rounds=plan.rounds)
