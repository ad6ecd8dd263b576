"""Pages: an organization's printers, and the sheets it has described itself."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import login_required

from organizer.accounts.models import Role
from organizer.core.downloads import download
from organizer.core.errors import OrganizerError
from organizer.core.templating import is_htmx
from organizer.documents import equipment
from organizer.documents.blueprint import blueprint, leave_cursor
from organizer.documents.equipment_forms import PrinterForm, StockForm
from organizer.documents.models import OwnStock, Printer
from organizer.documents.pictures import as_image
from organizer.documents.refusals import refusals_in_words, words_in
from organizer.documents.sheets import DEFAULT, own_key
from organizer.events.access import get_event_or_404
from organizer.events.models import Event
from printables import draw_stock, render_ruler


@blueprint.get("/events/<int:event_id>/print/ruler.pdf")
@login_required
def ruler(event_id: int) -> ResponseReturnValue:
    """Send the page that shows how far a printer is off."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    sheets = equipment.sheets_for(event.organization_id)
    sheet = sheets.get(request.args.get("stock", DEFAULT))
    if sheet is None:
        abort(404)
    with refusals_in_words():
        pdf = render_ruler(sheet.stock, words=words_in(str(get_locale().language)))
    return download(pdf, mimetype="application/pdf", name=f"{_('Ruler page')} {sheet.name}.pdf")


@blueprint.route("/events/<int:event_id>/print/printers/new", methods=["GET", "POST"])
@login_required
def add_printer(event_id: int) -> ResponseReturnValue:
    """Describe how far a printer is off."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    return _printer_page(event, PrinterForm(), None)


@blueprint.route("/events/<int:event_id>/print/printers/<int:printer_id>", methods=["GET", "POST"])
@login_required
def printer(event_id: int, printer_id: int) -> ResponseReturnValue:
    """Correct a printer."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    row = equipment.find_printer(event.organization_id, printer_id) or abort(404)
    return _printer_page(event, PrinterForm(obj=row), row)


@blueprint.post("/events/<int:event_id>/print/printers/<int:printer_id>/remove")
@login_required
def remove_printer(event_id: int, printer_id: int) -> ResponseReturnValue:
    """Forget a printer."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    row = equipment.find_printer(event.organization_id, printer_id) or abort(404)
    name = row.name
    equipment.forget_printer(row.id)
    return _back(event, _("%(name)s is removed.", name=name))


@blueprint.route("/events/<int:event_id>/print/sheets/new", methods=["GET", "POST"])
@login_required
def add_stock(event_id: int) -> ResponseReturnValue:
    """Describe sheets that nobody has measured yet."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    return _stock_page(event, StockForm(), None)


@blueprint.route("/events/<int:event_id>/print/sheets/<int:stock_id>", methods=["GET", "POST"])
@login_required
def stock(event_id: int, stock_id: int) -> ResponseReturnValue:
    """Correct the organization's own sheets."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    row = equipment.find_own_stock(event.organization_id, stock_id) or abort(404)
    return _stock_page(event, StockForm(obj=row), row)


@blueprint.post("/events/<int:event_id>/print/sheets/<int:stock_id>/remove")
@login_required
def remove_stock(event_id: int, stock_id: int) -> ResponseReturnValue:
    """Forget sheets."""
    event = get_event_or_404(event_id, Role.ORGANIZER)
    row = equipment.find_own_stock(event.organization_id, stock_id) or abort(404)
    name = row.name
    equipment.forget_own_stock(row.id)
    return _back(event, _("%(name)s is removed.", name=name))


def _printer_page(event: Event, form: PrinterForm, row: Printer | None) -> ResponseReturnValue:
    if form.validate_on_submit():
        try:
            saved = equipment.save_printer(
                event.organization_id, form.details(), printer_id=row.id if row else None
            )
        except OrganizerError as error:
            form.refuse(error)
        else:
            told = _("%(name)s is saved.", name=saved.name)
            return _back(event, told, printer=saved.id)
    page = render_template("documents/printer.html", event=event, form=form, printer=row)
    return page, 422 if form.errors else 200


def _stock_page(event: Event, form: StockForm, row: OwnStock | None) -> ResponseReturnValue:
    if form.is_submitted() and form.validate() and not is_htmx():
        try:
            saved = equipment.save_own_stock(
                event.organization_id, form.details(), stock_id=row.id if row else None
            )
        except OrganizerError as error:
            form.refuse(error)
        else:
            told = _("%(name)s is saved.", name=saved.name)
            return _back(event, told, stock=own_key(saved.id))
    if is_htmx():
        form.name.errors = []  # whoever only looks at the drawing may name it later
    page = render_template(
        "documents/stock.html",
        event=event,
        form=form,
        own=row,
        drawing="" if form.errors else as_image(draw_stock(form.stock())),
    )
    return leave_cursor(page), 422 if form.errors else 200


def _back(event: Event, told: str, **choice: Any) -> ResponseReturnValue:
    flash(told, "success")
    return redirect(url_for("documents.index", event_id=event.id, **choice))
