"""Pages: how far many badges are, and fetching them."""

from typing import Any

from flask import abort, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import login_required

from organizer.accounts.models import Role
from organizer.core import clock, jobs
from organizer.core.downloads import download
from organizer.core.templating import is_htmx
from organizer.documents import making
from organizer.documents.blueprint import blueprint
from organizer.documents.models import PrintedFile
from organizer.events.access import get_event_or_404
from organizer.events.models import Event

PLACE = "/events/<int:event_id>/print/jobs/<int:job_id>"


@blueprint.get(PLACE)
@login_required
def made(event_id: int, job_id: int) -> ResponseReturnValue:
    """Show how far the badges are, and where to fetch them."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    return render_template("documents/made.html", event=event, **_standing(event, job_id))


@blueprint.get(f"{PLACE}/progress")
@login_required
def making_progress(event_id: int, job_id: int) -> ResponseReturnValue:
    """Show, to the page itself, how far the badges are; once they are made, have it reload."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    standing = _standing(event, job_id)
    if not is_htmx():
        return redirect(url_for("documents.made", event_id=event_id, job_id=job_id))
    response = make_response(render_template("documents/_making.html", **standing))
    if not standing["under_way"]:
        response.headers["HX-Refresh"] = "true"
    return response


@blueprint.post(f"{PLACE}/stop")
@login_required
def stop_making(event_id: int, job_id: int) -> ResponseReturnValue:
    """Stop drawing badges; nothing is kept or logged."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    job = _get_job_or_404(event, job_id)
    if job.is_open:
        jobs.cancel(job.id)
    else:
        flash(_("There was nothing to stop."), "info")
    return redirect(url_for("documents.made", event_id=event_id, job_id=job_id))


@blueprint.get(f"{PLACE}/badges.pdf")
@login_required
def made_file(event_id: int, job_id: int) -> ResponseReturnValue:
    """Send the badges that were drawn."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    file = _find_file(event, job_id) or abort(404)
    name = f"{_('Badges')} {event.title}.pdf"
    return download(file.content, mimetype="application/pdf", name=name)


def _get_job_or_404(event: Event, job_id: int) -> jobs.Job:
    return jobs.find(job_id, kind=making.KIND, subject=event.id) or abort(404)


def _find_file(event: Event, job_id: int) -> PrintedFile | None:
    """Return what a job has drawn, unless another one has taken its place."""
    file = making.find_file(event.id, at=clock.now())
    return file if file and file.job_id == job_id else None


def _standing(event: Event, job_id: int) -> dict[str, Any]:
    job, now = _get_job_or_404(event, job_id), clock.now()
    return {
        "job": job,
        "under_way": job.is_under_way(now),
        "waiting_long": job.waits_long(now),
        "failed": job.has_failed(now),
        "file": _find_file(event, job_id),
    }
