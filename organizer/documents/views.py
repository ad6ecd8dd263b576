"""Pages: what can be printed, and the files to print."""

from flask import Response, abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user, login_required

from organizer.accounts.models import Role
from organizer.core import clock
from organizer.core.downloads import download
from organizer.core.errors import OrganizerError
from organizer.core.templating import Panel, leave_cursor
from organizer.documents import badges as badge_service
from organizer.documents import service, spelling
from organizer.documents.blueprint import blueprint
from organizer.documents.contents import Source
from organizer.documents.kinds import KINDS
from organizer.documents.print_page import PrintPage, read_page
from organizer.events.access import get_event_or_404
from organizer.events.models import Event
from organizer.printers.refusals import refusals_in_words, words_in
from organizer.printers.service import sheets_for
from organizer.printers.sheets import DEFAULT
from printables import render_ruler

__all__ = ["blueprint", "panel", "spelling"]


@blueprint.route("/events/<int:event_id>/print", methods=["GET", "POST"])
@login_required
def index(event_id: int) -> ResponseReturnValue:
    """Show what can be printed, how it will look, and what is missing for the rest.

    A POST shows other choices and changes nothing.
    """
    event = get_event_or_404(event_id, Role.ORGANIZER)
    page = read_page(_source(event), request.values)
    page.form.validate()
    return _shown(page)


@blueprint.post("/events/<int:event_id>/print/badges.pdf")
@login_required
def badges(event_id: int) -> ResponseReturnValue:
    """Send the chosen badges, and log them."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    page = read_page(_source(event), request.form)
    if not page.form.validate():
        return _shown(page)
    try:
        pdf = badge_service.print_badges(
            event,
            page.badges,
            page.form.job(),
            page.form.sheet,
            user_id=current_user.id,
            at=clock.now(),
            language=_language(),
        )
    except OrganizerError as error:
        page.form.refuse(error)
        return _shown(page)
    return _send(pdf, _("Badges"), event)


@blueprint.post("/events/<int:event_id>/print/dividers.pdf")
@login_required
def dividers(event_id: int) -> ResponseReturnValue:
    """Send cards that part the chosen badges by the rows of the kana table."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    page = read_page(_source(event), request.form)
    if not page.form.validate():
        return _shown(page)
    try:
        pdf = badge_service.dividers_pdf(
            page.badges, page.form.job(), page.form.sheet, language=_language()
        )
    except OrganizerError as error:
        page.form.refuse(error)
        return _shown(page)
    return _send(pdf, _("Dividers"), event)


@blueprint.post("/events/<int:event_id>/print/<kind>.pdf")
@login_required
def sheets(event_id: int, kind: str) -> ResponseReturnValue:
    """Send one of the other kinds of sheets, and log it."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    found = KINDS.get(kind) or abort(404)
    pdf = service.print_sheets(found, _source(event), user_id=current_user.id, at=clock.now())
    return _send(pdf, str(found.name), event)


@blueprint.get("/events/<int:event_id>/print/ruler.pdf")
@login_required
def ruler(event_id: int) -> ResponseReturnValue:
    """Send the page that shows how far a printer is off."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    sheet = sheets_for(event.organization_id).get(request.args.get("stock", DEFAULT)) or abort(404)
    with refusals_in_words():
        pdf = render_ruler(sheet.stock, words=words_in(_language()))
    return download(pdf, mimetype="application/pdf", name=f"{_('Ruler page')} {sheet.name}.pdf")


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


def _shown(page: PrintPage) -> ResponseReturnValue:
    shown = render_template(
        "documents/index.html", event=page.event, page=page, form=page.form, kinds=KINDS
    )
    return leave_cursor(shown), 422 if page.form.errors else 200


def _source(event: Event) -> Source:
    contact = service.contact_of(event, current_user)
    return service.source_of(event, language=_language(), contact=contact)


def _language() -> str:
    return str(get_locale().language)


def _send(pdf: bytes, name: str, event: Event) -> Response:
    return download(pdf, mimetype="application/pdf", name=f"{name} {event.title}.pdf")
