"""Pages: what can be printed, and the files to print."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import login_required

from organizer.accounts.models import Role
from organizer.core.downloads import download
from organizer.core.templating import Panel
from organizer.core.urls import public_url
from organizer.documents import service
from organizer.documents.forms import BadgeForm
from organizer.events.access import get_event_or_404
from organizer.events.models import Event

blueprint = Blueprint("documents", __name__, template_folder="templates")


@blueprint.get("/events/<int:event_id>/print")
@login_required
def index(event_id: int) -> ResponseReturnValue:
    """Show what can be printed, on how many sheets, and what is missing for the rest."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    form = BadgeForm(request.args)
    return _page(event, form, status=200 if form.validate() else 422)


@blueprint.get("/events/<int:event_id>/print/badges.pdf")
@login_required
def badges(event_id: int) -> ResponseReturnValue:
    """Send everybody's badge."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    form = BadgeForm(request.args)
    if not form.validate():
        return _page(event, form, status=422)
    pdf = service.badges_pdf(
        event, form.chosen_stock(), start=form.start.data, link=_card_link, language=_language()
    )
    return _send(pdf, _("Badges"), event)


@blueprint.get("/events/<int:event_id>/print/tables.pdf")
@login_required
def table_sheets(event_id: int) -> ResponseReturnValue:
    """Send a sheet for each table and round."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    return _send(service.table_sheets_pdf(event, language=_language()), _("Table sheets"), event)


@blueprint.get("/events/<int:event_id>/print/seating-chart.pdf")
@login_required
def seating_chart(event_id: int) -> ResponseReturnValue:
    """Send a chart of all tables for each round."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    return _send(service.seating_chart_pdf(event, language=_language()), _("Seating chart"), event)


@blueprint.get("/events/<int:event_id>/print/pr-time.pdf")
@login_required
def pr_time(event_id: int) -> ResponseReturnValue:
    """Send who speaks when at each table."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    return _send(service.pr_time_pdf(event, language=_language()), _("PR time schedule"), event)


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


def _page(event: Event, form: BadgeForm, *, status: int) -> ResponseReturnValue:
    printable, stock = service.printable_of(event), form.chosen_stock()
    start = form.start.data if not form.errors else 1
    address = public_url("events.home")
    page = render_template(
        "documents/index.html",
        event=event,
        form=form,
        printable=printable,
        stock=stock,
        sheets=service.sheets_needed(printable.badges, stock, start=start),
        address=address,
        unreachable=_is_this_machine_only(address),
    )
    return page, status


def _card_link(code: str) -> str:
    return public_url("checkin.card", code=code)


def _is_this_machine_only(address: str) -> bool:
    """Whether a phone that opens this address would look for it on itself."""
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _language() -> str:
    return str(get_locale().language)


def _send(pdf: bytes, name: str, event: Event) -> Response:
    return download(pdf, mimetype="application/pdf", name=f"{name} {event.title}.pdf")
