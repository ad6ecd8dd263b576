"""Pages: the sheets beside badges, what has changed on them, and the files to print."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_login import current_user

from organizer.accounts.access import current_actor, staff_only
from organizer.accounts.models import Role
from organizer.core import clock
from organizer.core.templating import is_htmx
from organizer.events.models import Event
from organizer.printers.sending import send_pdf
from organizer.sheets import printing, service
from organizer.sheets.checks import check_sheets_of
from organizer.sheets.contents import PrintSource
from organizer.sheets.kinds import KINDS

blueprint = Blueprint("sheets", __name__, template_folder="templates")


def cards(event: Event) -> str:
    """Return a card for each kind of sheets, for the print page."""
    return render_template("sheets/_cards.html", **_cards(event), changes=None)


@blueprint.get("/events/<int:event_id>/print/sheets")
@staff_only(Role.ORGANIZER)
def changes(event: Event) -> ResponseReturnValue:
    """Show the kinds of sheets with what has changed on each since it was printed."""
    found = service.changes_of(_source(event))
    return render_template("sheets/changes.html", **_cards(event), changes=found)


@blueprint.get("/events/<int:event_id>/print/check")
@staff_only(Role.ORGANIZER)
def check(event: Event) -> ResponseReturnValue:
    """Show what of the sheets will not come out as it should."""
    checks = check_sheets_of(_source(event))
    return render_template("sheets/check.html", event=event, checks=checks, in_page=is_htmx())


@blueprint.post("/events/<int:event_id>/print/<kind>.pdf")
@staff_only(Role.ORGANIZER)
def download(event: Event, kind: str) -> ResponseReturnValue:
    """Send one kind of sheets, and log it."""
    found = KINDS.get(kind) or abort(404)
    user_id = current_actor().user_id
    pdf = printing.print_sheets(found, _source(event), user_id=user_id, at=clock.now())
    return send_pdf(pdf, str(found.name), event)


def _cards(event: Event) -> dict[str, object]:
    contact = service.contact_of(event, current_user)
    return {"event": event, "states": service.states_of(event.id), "contact": contact}


def _source(event: Event) -> PrintSource:
    contact = service.contact_of(event, current_user)
    return service.source_of(event, language=get_locale().language, contact=contact)
