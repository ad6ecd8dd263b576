"""Pages: the print page, what is worth knowing of its badges, and the files to print."""

from collections.abc import Callable
from typing import Any

from flask import current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from organizer.accounts.access import current_actor, staff_only
from organizer.accounts.models import Role
from organizer.badges import background, background_views, last_print, printing, spelling
from organizer.badges.blueprint import blueprint
from organizer.badges.check_page import check_badges_of
from organizer.badges.print_page import PrintPage, read_page, source_of
from organizer.core import clock
from organizer.core.errors import OrganizerError
from organizer.core.templating import Panel, is_htmx, leave_cursor
from organizer.events.models import Event
from organizer.printers.papers import NAMES, Paper
from organizer.printers.sending import send_pdf
from organizer.registration.service import count_attendees
from organizer.tables.service import plan_in_force

__all__ = ["background_views", "blueprint", "panel", "spelling"]


@blueprint.route("/events/<int:event_id>/print", methods=["GET", "POST"])
@staff_only(Role.ORGANIZER)
def index(event: Event) -> ResponseReturnValue:
    """Show what can be printed, how it will look, and what is missing for the rest.

    A POST shows other choices and changes nothing.
    """
    page = read_page(event, request.values)
    page.form.validate()
    return _shown(page)


@blueprint.get("/events/<int:event_id>/print/badges/changes")
@staff_only(Role.ORGANIZER)
def changes(event: Event) -> ResponseReturnValue:
    """Show whose badges are new, changed or gone since they were printed."""
    found = last_print.changes_of(source_of(event))
    names = {
        how: last_print.names_on(event.id, getattr(found, how))
        for how in ("new", "changed", "gone")
    }
    return render_template("badges/changes.html", event=event, changes=found, names=names)


@blueprint.route("/events/<int:event_id>/print/badges/check", methods=["GET", "POST"])
@staff_only(Role.ORGANIZER)
def check(event: Event) -> ResponseReturnValue:
    """Show which texts on the chosen badges will not come out as they should."""
    page = read_page(event, request.values)
    page.form.validate()
    checks = check_badges_of(page)
    return render_template("badges/check.html", event=event, checks=checks, in_page=is_htmx())


@blueprint.post("/events/<int:event_id>/print/badges.pdf")
@staff_only(Role.ORGANIZER)
def download(event: Event) -> ResponseReturnValue:
    """Send the chosen badges, and log them; many of them are drawn in the background first."""
    return _cards(event, _badges)


@blueprint.post("/events/<int:event_id>/print/dividers.pdf")
@staff_only(Role.ORGANIZER)
def dividers(event: Event) -> ResponseReturnValue:
    """Send cards that part the chosen badges by the rows of the kana table, and log them."""
    return _cards(event, _dividers)


def panel(event: Event) -> Panel:
    """Tell on an event's overview what is ready to be printed."""
    has_plan = plan_in_force(event.id) is not None
    text = _("Badges, table sheets and PR times") if has_plan else _("Badges; no table plan yet")
    return Panel(
        title=_("Print"),
        figure=_("%(count)s badges", count=count_attendees(event.id)),
        text=text,
        endpoint="badges.index",
        done=has_plan,
        role="organizer",
    )


def _cards(event: Event, answer: Callable[[PrintPage], ResponseReturnValue]) -> ResponseReturnValue:
    """Answer with what was chosen, or with the page that says what is wrong with it."""
    page = read_page(event, request.form)
    if page.form.validate():
        try:
            return answer(page)
        except OrganizerError as error:
            page.form.refuse(error)
    return _shown(page)


def _badges(page: PrintPage) -> ResponseReturnValue:
    event, user_id = page.event, current_actor().user_id
    if page.count > background.AT_ONCE:
        address = page.source.address
        job_id = background.start(event.id, page.order, address=address, user_id=user_id)
        return redirect(url_for("badges.in_background", event_id=event.id, job_id=job_id))
    pdf = printing.print_badges(page.source, page.order, page.form.sheet, **_by_whom())
    return send_pdf(pdf, str(NAMES[Paper.BADGES]), event)


def _dividers(page: PrintPage) -> ResponseReturnValue:
    pdf = printing.print_dividers(page.source, page.order, page.form.sheet, **_by_whom())
    return send_pdf(pdf, str(NAMES[Paper.DIVIDERS]), page.event)


def _by_whom() -> dict[str, Any]:
    return {"user_id": current_actor().user_id, "at": clock.now()}


def _shown(page: PrintPage) -> ResponseReturnValue:
    cards = [card(page.event) for card in current_app.extensions["print_cards"]]
    shown = render_template(
        "badges/index.html", event=page.event, page=page, form=page.form, cards=cards
    )
    return leave_cursor(shown), 422 if page.form.errors else 200
