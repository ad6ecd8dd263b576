"""Pages: the list of events, one event's overview, and the form that sets it up."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from organizer.accounts.access import current_actor, signed_in, staff_only
from organizer.accounts.models import Organization, Role
from organizer.core import clock
from organizer.core.codes import read_code
from organizer.core.errors import OrganizerError
from organizer.core.routes import finds
from organizer.core.templating import Panel
from organizer.core.urls import public_url
from organizer.events import service
from organizer.events.agenda import Agenda, minutes_to_spare, round_spans
from organizer.events.details import EventDetails, agenda_by
from organizer.events.formats import get_format
from organizer.events.forms import EventForm, clock_values
from organizer.events.models import Event

blueprint = Blueprint("events", __name__, template_folder="templates")


@finds("event_id", named="event")
def _find_event(parts: Mapping[str, Any]) -> Event | None:
    return service.find_event(parts["event_id"])


@finds("public_code", named="event")
def _find_public_event(parts: Mapping[str, Any]) -> Event | None:
    return service.find_public_event(read_code(parts["public_code"]))


@blueprint.get("/")
@signed_in
def home() -> ResponseReturnValue:
    """Begin at the list of events."""
    return redirect(url_for("events.index"))


@blueprint.get("/events")
@staff_only(Role.DOOR)
def index(organization: Organization) -> ResponseReturnValue:
    """Show the organization's events, those to come first."""
    events = service.events_of(organization.id)
    now = clock.now()
    coming = [e for e in reversed(events) if e.ends_at >= now]
    past = [e for e in events if e.ends_at < now]
    return render_template("events/index.html", organization=organization, coming=coming, past=past)


@blueprint.route("/events/new", methods=["GET", "POST"])
@staff_only(Role.ORGANIZER)
def create(organization: Organization) -> ResponseReturnValue:
    """Set an event up."""
    form = EventForm()
    if form.validate_on_submit():
        event = service.create_event(organization.id, form.details())
        flash(_("The event is set up. Send the registration page to your guests."), "success")
        return redirect(url_for("events.show", event_id=event.id))
    return _form_page(form, event=None)


@blueprint.get("/events/<int:event_id>")
@staff_only(Role.DOOR)
def show(event: Event) -> ResponseReturnValue:
    """Show how far an event's preparation is and how its evening runs."""
    return render_template(
        "events/show.html",
        event=event,
        format=get_format(event.format),
        panels=_panels(event),
        public_url=public_url("registration.apply", public_code=event.public_code),
        room=service.room_of(event.id),
        **_programme(event, service.agenda_of(event)),
    )


@blueprint.route("/events/<int:event_id>/edit", methods=["GET", "POST"])
@staff_only(Role.ORGANIZER)
def edit(event: Event) -> ResponseReturnValue:
    """Change an event."""
    details = service.details_of(event)
    form = EventForm(obj=details, **clock_values(details))
    if form.validate_on_submit():
        try:
            service.change_event(event.id, form.details())
        except OrganizerError as error:
            form.refuse(error)
        else:
            flash(_("Saved."), "success")
            return redirect(url_for("events.show", event_id=event.id))
    return _form_page(form, event=event)


@blueprint.post("/events/programme")
@staff_only(Role.ORGANIZER)
def programme() -> ResponseReturnValue:
    """Answer, while the form is being filled in, whether the programme fits."""
    form = EventForm(_with_stand_ins(request.form))
    if not form.validate():
        return render_template("events/_programme.html", agenda=None)
    details = form.details()
    return render_template("events/_programme.html", **_programme(details, agenda_by(details)))


def _with_stand_ins(sent: MultiDict[str, str]) -> MultiDict[str, str]:
    """Fill in what says nothing about the length of a programme and may still be missing."""
    filled = MultiDict(sent)
    for name, stand_in in (("title", "-"), ("venue", "-"), ("day", str(clock.now().date()))):
        if not filled.get(name, "").strip():
            filled[name] = stand_in
    return filled


def _panels(event: Event) -> list[Panel]:
    """Return what the slices tell about the event, as far as the visitor may open their pages."""
    told = (panel(event) for panel in current_app.extensions["event_panels"])
    return [panel for panel in told if current_actor().may(panel.role)]


def _programme(event: Event | EventDetails, agenda: Agenda) -> dict[str, object]:
    return {
        "agenda": agenda,
        "details": event,
        "spare": minutes_to_spare(agenda, starts_at=event.starts_at, ends_at=event.ends_at),
        "rounds": round_spans(agenda, starts_at=event.starts_at),
    }


def _form_page(form: EventForm, *, event: Event | None) -> ResponseReturnValue:
    if form.is_submitted() or event is None:
        shown: dict[str, object] = {"agenda": None}  # what is stored says nothing of what is typed
    else:
        shown = _programme(event, service.agenda_of(event))
    page = render_template("events/form.html", form=form, event=event, **shown)
    return page, 422 if form.is_submitted() else 200
