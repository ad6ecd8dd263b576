"""Pages: an organization's printers, and the sheets it has described itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _

from organizer.accounts.access import current_actor, staff_only
from organizer.accounts.models import Role
from organizer.core import clock
from organizer.core.errors import OrganizerError
from organizer.core.routes import finds
from organizer.core.templating import is_htmx, leave_cursor
from organizer.events.models import Event
from organizer.printers import service
from organizer.printers.badge_sheets import DEFAULT, own_key
from organizer.printers.forms import MeasuresForm, PrinterForm, StockForm
from organizer.printers.models import OwnStock, Printer
from organizer.printers.papers import NAMES, Paper
from organizer.printers.ruler import print_ruler
from organizer.printers.sending import send_pdf

blueprint = Blueprint("printers", __name__, template_folder="templates")


@dataclass(frozen=True, slots=True)
class EquipmentKind:
    """What is kept here: its rows, its form and page, and how the print page chooses one of it."""

    model: Any
    form: type[MeasuresForm]
    template: str
    choice: Callable[[int], Mapping[str, Any]]


EQUIPMENT = {
    "printers": EquipmentKind(
        Printer, PrinterForm, "printers/printer.html", lambda row_id: {"printer": row_id}
    ),
    "sheets": EquipmentKind(
        OwnStock, StockForm, "printers/stock.html", lambda row_id: {"stock": own_key(row_id)}
    ),
}
PLACE = "/events/<int:event_id>/print/<any(printers, sheets):kind>"


@blueprint.route(f"{PLACE}/new", methods=["GET", "POST"])
@staff_only(Role.ORGANIZER)
def add(event: Event, kind: str) -> ResponseReturnValue:
    """Describe how far a printer is off, or sheets that nobody has measured yet."""
    return _page(event, EQUIPMENT[kind], None)


@blueprint.route(f"{PLACE}/<int:row_id>", methods=["GET", "POST"])
@staff_only(Role.ORGANIZER)
def change(event: Event, kind: str, row: Printer | OwnStock) -> ResponseReturnValue:
    """Correct a printer, or the organization's own sheets."""
    return _page(event, EQUIPMENT[kind], row)


@blueprint.post(f"{PLACE}/<int:row_id>/remove")
@staff_only(Role.ORGANIZER)
def remove(event: Event, kind: str, row: Printer | OwnStock) -> ResponseReturnValue:
    """Forget a printer or sheets."""
    name = row.name
    service.forget(EQUIPMENT[kind].model, row.id)
    return _back(event, _("%(name)s is removed.", name=name))


@blueprint.post("/events/<int:event_id>/print/ruler.pdf")
@staff_only(Role.ORGANIZER)
def ruler(event: Event) -> ResponseReturnValue:
    """Send the page that shows how far a printer is off, and log it."""
    sheets = service.sheets_for(event.organization_id)
    pdf = print_ruler(
        event.id,
        sheets.get(request.form.get("stock", DEFAULT)) or abort(404),
        user_id=current_actor().user_id,
        at=clock.now(),
        language=get_locale().language,
    )
    return send_pdf(pdf, str(NAMES[Paper.RULER]), event)


@finds("row_id", named="row")
def _find_row(parts: Mapping[str, Any]) -> Printer | OwnStock | None:
    model = EQUIPMENT[parts["kind"]].model
    row: Printer | OwnStock | None = service.find_row(
        model, parts["event"].organization_id, parts["row_id"]
    )
    return row


def _page(event: Event, kind: EquipmentKind, row: Printer | OwnStock | None) -> ResponseReturnValue:
    """Show a form that follows what is typed; sent by its button, it is stored."""
    form = kind.form(obj=row)
    if form.validate_on_submit() and not is_htmx():
        try:
            saved = service.save(
                kind.model, event.organization_id, form.measures(), row_id=row.id if row else None
            )
        except OrganizerError as error:
            form.refuse(error)
        else:
            return _back(event, _("%(name)s is saved.", name=saved.name), **kind.choice(saved.id))
    if is_htmx():
        form.name.errors = []  # whoever only looks at the drawing may name it later
    page = render_template(kind.template, event=event, form=form, row=row)
    return leave_cursor(page), 422 if form.errors else 200


def _back(event: Event, told: str, **choice: Any) -> ResponseReturnValue:
    flash(told, "success")
    return redirect(url_for("badges.index", event_id=event.id, **choice))
