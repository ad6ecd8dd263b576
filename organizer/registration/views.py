"""Pages for organizers: who is coming, and each attendee's card."""

from collections.abc import Mapping
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from organizer.accounts.access import staff_only
from organizer.accounts.models import Role
from organizer.core import clock
from organizer.core.errors import OrganizerError
from organizer.core.routes import finds
from organizer.core.templating import Panel, is_htmx
from organizer.events.models import Event
from organizer.registration import event_rules, public_views, service, words
from organizer.registration.blueprint import blueprint
from organizer.registration.card_field import Surface
from organizer.registration.forms import CardForm, card_form
from organizer.registration.importing import views as importing
from organizer.registration.models import Registration, Source
from organizer.registration.parts import part_of
from organizer.registration.search import LONGEST_QUERY, count

__all__ = ["blueprint", "event_rules", "importing", "panel", "public_views"]

blueprint.add_app_template_filter(words.status_name)
blueprint.add_app_template_filter(words.at_the_door)


@blueprint.get("/events/<int:event_id>/attendees")
@staff_only(Role.ORGANIZER)
def attendees(event: Event) -> ResponseReturnValue:
    """Show who registered, or those that a search finds: a part of them, where they are many."""
    query = request.args.get("q", "").strip()
    return render_template(
        "registration/_list.html" if is_htmx() else "registration/attendees.html",
        event=event,
        query=query,
        registered=count(event.id),
        part=part_of(event.id, query, page=request.args.get("page", 1, type=int)),
        surface=Surface.LIST,
        words=words,
    )


@blueprint.route("/events/<int:event_id>/attendees/new", methods=["GET", "POST"])
@staff_only(Role.ORGANIZER)
def add(event: Event) -> ResponseReturnValue:
    """Enter somebody by hand."""
    told = words.roster_consent_told(event.organization.name)
    form = card_form(Surface.STAFF_FORM, consent_text=told)
    if form.validate_on_submit():
        try:
            service.register(event.id, form.details(), source=Source.STAFF, at=clock.now())
        except OrganizerError as error:
            form.refuse(error)
        else:
            flash(_("%(name)s is registered.", name=form.name.data), "success")
            return redirect(url_for("registration.attendees", event_id=event.id))
    return _card_page(event, form, registration=None)


@blueprint.route("/events/<int:event_id>/attendees/<int:registration_id>", methods=["GET", "POST"])
@staff_only(Role.ORGANIZER)
def edit(event: Event, registration: Registration) -> ResponseReturnValue:
    """Correct an attendee's card."""
    told = words.roster_consent_told(event.organization.name)
    agreed_to = registration.roster_consent_text or told
    form = card_form(Surface.STAFF_FORM, consent_text=agreed_to, card=registration)
    if form.validate_on_submit():
        try:
            service.change_registration(registration.id, form.details(), at=clock.now())
        except OrganizerError as error:
            form.refuse(error)
        else:
            flash(_("Saved."), "success")
            return redirect(url_for("registration.attendees", event_id=event.id))
    return _card_page(event, form, registration=registration)


@blueprint.post("/events/<int:event_id>/attendees/<int:registration_id>/cancel")
@staff_only(Role.ORGANIZER)
def cancel(event: Event, registration: Registration) -> ResponseReturnValue:
    """Cancel for an attendee."""
    service.cancel_registration(registration.id, at=clock.now())
    flash(
        _("%(name)s is cancelled and stands at the end of the list now.", name=registration.name),
        "success",
    )
    return _back_to_list(event)


@blueprint.post("/events/<int:event_id>/attendees/<int:registration_id>/restore")
@staff_only(Role.ORGANIZER)
def restore(event: Event, registration: Registration) -> ResponseReturnValue:
    """Take a cancellation back, if a place is free."""
    try:
        service.restore_registration(registration.id, at=clock.now())
    except OrganizerError as error:
        flash(error.message, "error")
    else:
        flash(_("%(name)s is registered.", name=registration.name), "success")
    return _back_to_list(event)


def panel(event: Event) -> Panel:
    """Tell how many places are taken."""
    taken = service.count_attendees(event.id)
    left = event.capacity - taken
    return Panel(
        title=_("Attendees"),
        figure=f"{taken} / {event.capacity}",
        text=_("Places left: %(count)s", count=left) if left > 0 else _("Every place is taken"),
        endpoint="registration.attendees",
        done=left <= 0,
        role="organizer",
    )


@finds("registration_id", named="registration")
def _find_registration(parts: Mapping[str, Any]) -> Registration | None:
    return service.find_registration(parts["event"].id, parts["registration_id"])


def _card_page(
    event: Event, form: CardForm, *, registration: Registration | None
) -> ResponseReturnValue:
    page = render_template(
        "registration/card.html", event=event, form=form, registration=registration
    )
    return page, 422 if request.method == "POST" else 200


def _back_to_list(event: Event) -> ResponseReturnValue:
    # Browsers refuse to go to a far longer address; nobody searches for that much.
    query = request.form.get("q", "")[:LONGEST_QUERY] or None
    page = request.form.get("page", type=int)
    return redirect(url_for("registration.attendees", event_id=event.id, q=query, page=page))
