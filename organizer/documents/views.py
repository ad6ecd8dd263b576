"""Pages: what can be printed, and the files to print."""

from collections.abc import Callable
from typing import Any

from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user

from organizer.accounts.access import current_actor, staff_only
from organizer.accounts.models import Role
from organizer.core import clock
from organizer.core.downloads import download
from organizer.core.errors import OrganizerError
from organizer.core.templating import Panel, is_htmx, leave_cursor
from organizer.documents import made_views, making, printing, service, spelling
from organizer.documents.blueprint import blueprint
from organizer.documents.checks import check_sheets_of
from organizer.documents.contents import Source
from organizer.documents.kinds import KINDS, PAPERS
from organizer.documents.print_page import PrintPage, card_link, read_page
from organizer.events.models import Event
from organizer.printers.service import sheets_for
from organizer.printers.sheets import DEFAULT

__all__ = ["blueprint", "made_views", "panel", "spelling"]


@blueprint.route("/events/<int:event_id>/print", methods=["GET", "POST"])
@staff_only(Role.ORGANIZER)
def index(event: Event) -> ResponseReturnValue:
    """Show what can be printed, how it will look, and what is missing for the rest.

    A POST shows other choices and changes nothing.
    """
    page = read_page(_source(event), request.values)
    page.form.validate()
    return _shown(page)


@blueprint.post("/events/<int:event_id>/print/badges.pdf")
@staff_only(Role.ORGANIZER)
def badges(event: Event) -> ResponseReturnValue:
    """Send the chosen badges, and log them; many of them are drawn in the background first."""
    return _cards(event, _badges)


@blueprint.post("/events/<int:event_id>/print/dividers.pdf")
@staff_only(Role.ORGANIZER)
def dividers(event: Event) -> ResponseReturnValue:
    """Send cards that part the chosen badges by the rows of the kana table, and log them."""
    return _cards(event, _dividers)


@blueprint.post("/events/<int:event_id>/print/ruler.pdf")
@staff_only(Role.ORGANIZER)
def ruler(event: Event) -> ResponseReturnValue:
    """Send the page that shows how far a printer is off, and log it."""
    sheet = sheets_for(event.organization_id).get(request.form.get("stock", DEFAULT)) or abort(404)
    pdf = printing.print_ruler(event.id, sheet, language=_language(), **_by_whom())
    return _send(pdf, _("Ruler page"), event)


@blueprint.post("/events/<int:event_id>/print/<kind>.pdf")
@staff_only(Role.ORGANIZER)
def sheets(event: Event, kind: str) -> ResponseReturnValue:
    """Send one of the other kinds of sheets, and log it."""
    found = KINDS.get(kind) or abort(404)
    pdf = printing.print_sheets(found, _source(event), **_by_whom())
    return _send(pdf, str(found.name), event)


@blueprint.get("/events/<int:event_id>/print/check")
@staff_only(Role.ORGANIZER)
def check(event: Event) -> ResponseReturnValue:
    """Show what of the sheets beside badges will not come out as it should."""
    checks = check_sheets_of(_source(event))
    return render_template("documents/check.html", event=event, checks=checks, in_page=is_htmx())


def panel(event: Event) -> Panel:
    """Tell on an event's overview what is ready to be printed."""
    count, has_plan = service.paper_at_hand(event.id)
    text = _("Badges, table sheets and PR times") if has_plan else _("Badges; no table plan yet")
    return Panel(
        title=_("Print"),
        figure=_("%(count)s badges", count=count),
        text=text,
        endpoint="documents.index",
        done=has_plan,
        role="organizer",
    )


def _cards(event: Event, answer: Callable[[PrintPage], ResponseReturnValue]) -> ResponseReturnValue:
    """Answer with what was chosen, or with the page that says what is wrong with it."""
    page = read_page(_source(event), request.form)
    if page.form.validate():
        try:
            return answer(page)
        except OrganizerError as error:
            page.form.refuse(error)
    return _shown(page)


def _badges(page: PrintPage) -> ResponseReturnValue:
    job, event = page.form.job(), page.event
    if len(page.people) > making.AT_ONCE:
        job_id = making.start(event.id, job, address=card_link(""), user_id=current_actor().user_id)
        return redirect(url_for("documents.made", event_id=event.id, job_id=job_id))
    pdf = printing.print_badges(page.source, page.badges, job, page.form.sheet, **_by_whom())
    return _send(pdf, _("Badges"), event)


def _dividers(page: PrintPage) -> ResponseReturnValue:
    job, sheet = page.form.job(), page.form.sheet
    pdf = printing.print_dividers(page.source, page.badges, job, sheet, **_by_whom())
    return _send(pdf, _("Dividers"), page.event)


def _by_whom() -> dict[str, Any]:
    return {"user_id": current_actor().user_id, "at": clock.now()}


def _shown(page: PrintPage) -> ResponseReturnValue:
    shown = render_template(
        "documents/index.html", event=page.event, page=page, form=page.form, names=PAPERS
    )
    return leave_cursor(shown), 422 if page.form.errors else 200


def _source(event: Event) -> Source:
    contact = service.contact_of(event, current_user)
    return service.source_of(event, language=_language(), contact=contact)


def _language() -> str:
    return str(get_locale().language)


def _send(pdf: bytes, name: str, event: Event) -> Response:
    response = download(pdf, mimetype="application/pdf", name=f"{name} {event.title}.pdf")
    # A download leaves its page as it is; by this the page learns that it is to look again.
    path = url_for("documents.index", event_id=event.id)
    response.set_cookie("printed", clock.now().isoformat(), path=path, samesite="Lax")
    return response
