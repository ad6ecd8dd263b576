"""Pages: how far many badges are, and fetching them."""

from collections.abc import Mapping
from typing import Any

from flask import abort, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from organizer.accounts.access import staff_only
from organizer.accounts.models import Role
from organizer.badges import background
from organizer.badges.blueprint import blueprint
from organizer.badges.models import PrintedFile
from organizer.core import clock, jobs
from organizer.core.downloads import download
from organizer.core.routes import finds
from organizer.core.templating import is_htmx
from organizer.events.models import Event

PLACE = "/events/<int:event_id>/print/jobs/<int:job_id>"


@blueprint.get(PLACE)
@staff_only(Role.ORGANIZER)
def in_background(event: Event, job: jobs.Job) -> ResponseReturnValue:
    """Show how far the badges are, and where to fetch them."""
    return render_template("badges/background.html", event=event, **_progress_of(event, job))


@blueprint.get(f"{PLACE}/progress")
@staff_only(Role.ORGANIZER)
def progress(event: Event, job: jobs.Job) -> ResponseReturnValue:
    """Show, to the page itself, how far the badges are; once they are made, have it reload."""
    shown = _progress_of(event, job)
    if not is_htmx():
        return redirect(url_for("badges.in_background", event_id=event.id, job_id=job.id))
    response = make_response(render_template("badges/_progress.html", **shown))
    if not shown["under_way"]:
        response.headers["HX-Refresh"] = "true"
    return response


@blueprint.post(f"{PLACE}/stop")
@staff_only(Role.ORGANIZER)
def stop(event: Event, job: jobs.Job) -> ResponseReturnValue:
    """Stop drawing badges; nothing is kept or logged."""
    if job.is_open:
        jobs.cancel(job.id)
    else:
        flash(_("There was nothing to stop."), "info")
    return redirect(url_for("badges.in_background", event_id=event.id, job_id=job.id))


@blueprint.get(f"{PLACE}/badges.pdf")
@staff_only(Role.ORGANIZER)
def fetch(event: Event, job: jobs.Job) -> ResponseReturnValue:
    """Send the badges that were drawn."""
    file = _find_file(event, job) or abort(404)
    name = f"{_('Badges')} {event.title}.pdf"
    return download(file.content, mimetype="application/pdf", name=name)


@finds("job_id", named="job")
def _find_job(parts: Mapping[str, Any]) -> jobs.Job | None:
    return jobs.find(parts["job_id"], kind=background.KIND, subject=parts["event"].id)


def _find_file(event: Event, job: jobs.Job) -> PrintedFile | None:
    """Return what a job has drawn, unless another one has taken its place."""
    file = background.find_file(event.id, at=clock.now())
    return file if file and file.job_id == job.id else None


def _progress_of(event: Event, job: jobs.Job) -> dict[str, Any]:
    now = clock.now()
    return {
        "job": job,
        "under_way": job.is_under_way(now),
        "waiting_long": job.waits_long(now),
        "failed": job.has_failed(now),
        "file": _find_file(event, job),
    }
