"""Pages: an organization's printers, and the sheets it has described itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import login_required

from organizer.accounts.models import Role
from organizer.core.errors import OrganizerError
from organizer.core.templating import is_htmx, leave_cursor
from organizer.events.access import get_event_or_404
from organizer.events.models import Event
from organizer.printers import service
from organizer.printers.forms import MeasuresForm, PrinterForm, StockForm
from organizer.printers.models import OwnStock, Printer
from organizer.printers.sheets import own_key

blueprint = Blueprint("printers", __name__, template_folder="templates")


@dataclass(frozen=True, slots=True)
class Kind:
    """What is kept here: its rows, its form and page, and how the print page chooses one of it."""

    model: Any
    form: type[MeasuresForm]
    template: str
    choice: Callable[[int], Mapping[str, Any]]


KINDS = {
    "printers": Kind(
        Printer, PrinterForm, "printers/printer.html", lambda row_id: {"printer": row_id}
    ),
    "sheets": Kind(
        OwnStock, StockForm, "printers/stock.html", lambda row_id: {"stock": own_key(row_id)}
    ),
}
PLACE = "/events/<int:event_id>/print/<any(printers, sheets):kind>"


@blueprint.route(f"{PLACE}/new", methods=["GET", "POST"])
@login_required
def add(event_id: int, kind: str) -> ResponseReturnValue:
    """Describe how far a printer is off, or sheets that nobody has measured yet."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    return _page(event, KINDS[kind], None)


@blueprint.route(f"{PLACE}/<int:row_id>", methods=["GET", "POST"])
@login_required
def change(event_id: int, kind: str, row_id: int) -> ResponseReturnValue:
    """Correct a printer, or the organization's own sheets."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    return _page(event, KINDS[kind], _get_row_or_404(event, KINDS[kind], row_id))


@blueprint.post(f"{PLACE}/<int:row_id>/remove")
@login_required
def remove(event_id: int, kind: str, row_id: int) -> ResponseReturnValue:
    """Forget a printer or sheets."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    row = _get_row_or_404(event, KINDS[kind], row_id)
    name = row.name
    service.forget(KINDS[kind].model, row.id)
    return _back(event, _("%(name)s is removed.", name=name))


def _get_row_or_404(event: Event, kind: Kind, row_id: int) -> Printer | OwnStock:
    row: Printer | OwnStock | None = service.find_row(kind.model, event.organization_id, row_id)
    return row or abort(404)


def _page(event: Event, kind: Kind, row: Printer | OwnStock | None) -> ResponseReturnValue:
    """Show a form that follows what is typed; sent by its button, it is stored."""
    form = kind.form(obj=row)
    if form.is_submitted() and form.validate() and not is_htmx():
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
    return redirect(url_for("documents.index", event_id=event.id, **choice))
