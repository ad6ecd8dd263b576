"""Pages: who sits where."""

from typing import Any

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _

from organizer.accounts.access import staff_only
from organizer.accounts.models import Role
from organizer.core import clock
from organizer.core.errors import OrganizerError
from organizer.core.jobs import Job
from organizer.core.templating import Panel, is_htmx
from organizer.events.models import Event
from organizer.events.service import room_of
from organizer.people.industries import industry_name
from organizer.tables import service
from organizer.tables.models import TablePlan
from organizer.tables.page import part_with, read_part
from organizer.tables.plans import find_routes
from organizer.tables.summary import figures_of

FOUND_AT_A_TIME = 20

blueprint = Blueprint("tables", __name__, template_folder="templates")


@blueprint.get("/events/<int:event_id>/tables")
@staff_only(Role.ORGANIZER)
def show(event: Event) -> ResponseReturnValue:
    """Show each round's tables, or how far their making is, or how to begin."""
    plan = service.plan_in_force(event.id)
    return render_template(
        "tables/show.html",
        event=event,
        plan=plan,
        obstacle=service.find_obstacle(event.id),
        room=room_of(event.id),
        **_making(event),
        **(_plan_page(plan) if plan else {}),
    )


@blueprint.post("/events/<int:event_id>/tables/assign")
@staff_only(Role.ORGANIZER)
def assign(event: Event) -> ResponseReturnValue:
    """Start making a plan."""
    try:
        service.assign_tables(event.id)
    except OrganizerError as error:
        flash(error.message, "error")
    return redirect(url_for("tables.show", event_id=event.id))


@blueprint.post("/events/<int:event_id>/tables/stop")
@staff_only(Role.ORGANIZER)
def stop(event: Event) -> ResponseReturnValue:
    """Stop making a plan; what was there before stays."""
    if service.stop_assigning(event.id):
        flash(_("Stopped. Nothing was changed."), "info")
    else:
        flash(_("There was nothing to stop: the plan is made."), "info")
    return redirect(url_for("tables.show", event_id=event.id))


@blueprint.get("/events/<int:event_id>/tables/progress")
@staff_only(Role.ORGANIZER)
def progress(event: Event) -> ResponseReturnValue:
    """Show, to the page itself, how far the making is; once it has ended, have the page reload."""
    if not is_htmx():
        return redirect(url_for("tables.show", event_id=event.id))
    state = _making(event)
    response = make_response(render_template("tables/_progress.html", **state))
    if not state["making"]:
        response.headers["HX-Refresh"] = "true"
    return response


def panel(event: Event) -> Panel:
    """Tell on the event's overview whether everybody has a seat."""
    plan = service.plan_in_force(event.id)
    if plan is None:
        return Panel(_("Tables"), "–", _("Not assigned yet"), "tables.show", role="organizer")
    unseated = service.count_unseated(plan)
    if unseated:
        text = _("Attendees without a seat: %(count)s", count=unseated)
    elif plan.repeats == 0:
        text = _("Nobody meets twice.")
    else:
        text = _("Meeting again: %(count)s", count=plan.repeats)
    figure = _("%(rounds)s rounds", rounds=plan.rounds)
    return Panel(_("Tables"), figure, text, "tables.show", done=not unseated, role="organizer")


def _making(event: Event) -> dict[str, Any]:
    """Return the job that is under way, or the one that failed, if the last one did."""
    job, now = service.latest_job(event.id), clock.now()
    making = job if job is not None and job.is_under_way(now) else None
    return {
        "making": making,
        "waiting_long": making is not None and making.waits_long(now),
        "failure": _failure(job) if job is not None and job.has_failed(now) else None,
    }


def _failure(job: Job) -> str:
    return job.error or _("Making the plan was interrupted. Nothing was changed; try again.")


def _plan_page(plan: TablePlan) -> dict[str, Any]:
    part = read_part(plan, _chosen_round(plan), request.args.get("part", 1, type=int))
    language = get_locale().language
    query = request.args.get("q", "").strip()
    found, found_count = find_routes(plan, query, most=FOUND_AT_A_TIME)
    return {
        "part": part,
        "part_with": part_with,
        "spans": service.spans_of(plan),
        "industry_name": lambda industry: industry_name(industry, language),
        "figures": figures_of(plan, occupied=part.occupied),
        "changes": service.changes_since(plan),
        "query": query,
        "found": found,
        "found_count": found_count,
    }


def _chosen_round(plan: TablePlan) -> int:
    number = request.args.get("round", 1, type=int)
    return number if 1 <= number <= plan.rounds else 1
