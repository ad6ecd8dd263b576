"""Pages: the door of an event, and the card behind a badge's QR."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from organizer.accounts.access import Actor, current_actor, find_actor, staff_only
from organizer.accounts.models import Role
from organizer.arrivals import presence, service
from organizer.arrivals.models import ADMITTED
from organizer.arrivals.service import Outcome
from organizer.core import clock
from organizer.core.errors import OrganizerError, wants_json
from organizer.core.forms import Form
from organizer.core.routes import anybody
from organizer.core.templating import Panel, is_htmx
from organizer.core.urls import safe_next
from organizer.door import desk
from organizer.door.forms import ArrivalForm, ScanForm, UndoForm, new_id, read_id
from organizer.door.reading import scanned_code
from organizer.events.models import Event
from organizer.registration import service as registrations
from organizer.registration.models import Registration
from organizer.tables import service as tables

blueprint = Blueprint("door", __name__, template_folder="templates")

LATEST = 8
MOST_FOUND = 20
AROUND_THE_EVENING = timedelta(hours=12)


@blueprint.get("/events/<int:event_id>/door")
@staff_only(Role.DOOR)
def door(event: Event) -> ResponseReturnValue:
    """Show who is in, the scanner, the search and who came last; to htmx only whom it finds."""
    if is_htmx():
        return render_template("door/_found.html", event=event, new_id=new_id, **_search(event))
    return _door_page(event, ScanForm(None), outcome=_outcome_asked_for(event.id))


@blueprint.post("/events/<int:event_id>/door/scans")
@staff_only(Role.DOOR)
def scan(event: Event) -> ResponseReturnValue:
    """Record that a badge was read."""
    form = ScanForm(request.form)
    if not form.validate():
        if wants_json():
            return {"error": _first_error(form)}, 422
        return _door_page(event, form, outcome=None), 422
    outcome = _record(event.id, scanned_code(form.code.data), form, current_actor())
    if wants_json():
        html = render_template("door/_verdict.html", event=event, new_id=new_id, **_answer(outcome))
        return jsonify(verdict=outcome.verdict, html=html)
    return redirect(url_for("door.door", event_id=event.id, scan=outcome.scan_id))


@blueprint.post("/events/<int:event_id>/door/scans/<uuid:scan_id>/undo")
@staff_only(Role.DOOR)
def undo(event: Event, scan_id: UUID) -> ResponseReturnValue:
    """Take an arrival back."""
    form = UndoForm(request.form)
    if not form.validate():
        raise OrganizerError(_first_error(form))
    undone = service.undo(
        event.id,
        str(scan_id),
        undo_id=form.undo_id.data,
        actor=current_actor(),
        at=clock.now(),
    )
    if wants_json():
        html = render_template("door/_undone.html", registration=undone.registration)
        return jsonify(verdict="undone", html=html)
    flash(_say_undone(undone.registration), "success")
    return redirect(safe_next(request.form.get("next"), url_for("door.door", event_id=event.id)))


@blueprint.get("/C/<code>")
@anybody
def card(code: str) -> ResponseReturnValue:
    """Show staff whose badge this is; nothing personal to anybody else."""
    registration = _find_own_badge(code)
    if registration is None:
        return _nobodys_card()
    scan_id = read_id(request.args.get("scan"))
    shown = service.find_scan(registration.event_id, scan_id) if scan_id else None
    return render_template(
        "door/card.html",
        event=registration.event,
        registration=registration,
        route=tables.route_of(registration.id),
        arrival=presence.find_arrival(registration),
        far_off=not _is_on(registration.event, clock.now()),
        new_id=new_id,
        **_answer(service.outcome_of(shown) if shown else None),
    )


@blueprint.post("/C/<code>")
@anybody
def check_in_card(code: str) -> ResponseReturnValue:
    """Check in whoever holds this badge, at their own event."""
    registration = _find_own_badge(code)
    actor = find_actor(registration.event.organization_id) if registration else None
    if registration is None or actor is None:
        return _nobodys_card(), 404
    form = ArrivalForm(request.form)
    if not form.validate():
        raise OrganizerError(_first_error(form))
    outcome = _record(registration.event_id, registration.code, form, actor)
    return redirect(url_for("door.card", code=registration.code, scan=outcome.scan_id))


@blueprint.get("/c/<code>")
@anybody
def card_in_small_letters(code: str) -> ResponseReturnValue:
    """Lead somebody who typed the address by hand to the card."""
    return redirect(url_for("door.card", code=code))


def panel(event: Event) -> Panel:
    """Tell the overview how many are in."""
    arrived = presence.count_arrived(event.id)
    expected = registrations.count_attendees(event.id)
    return Panel(
        title=_("Door"),
        figure=f"{arrived} / {expected}",
        text=_("in so far"),
        endpoint="door.door",
        done=0 < expected <= arrived,
    )


def _record(event_id: int, code: str, form: ArrivalForm, actor: Actor) -> Outcome:
    return service.record(
        event_id,
        code,
        scan_id=form.scan_id.data,
        actor=actor,
        at=clock.now(),
        device_at=form.device_time(),
    )


def _door_page(event: Event, form: ScanForm, *, outcome: Outcome | None) -> str:
    return render_template(
        "door/door.html",
        event=event,
        form=form,
        arrived=presence.count_arrived(event.id),
        expected=registrations.count_attendees(event.id),
        latest=desk.latest(event.id, limit=LATEST),
        new_id=new_id,
        **_search(event),
        **_answer(outcome),
    )


def _search(event: Event) -> dict[str, Any]:
    query = request.args.get("q", "").strip()
    return {"query": query, "found": desk.search(event.id, query, limit=MOST_FOUND)}


def _outcome_asked_for(event_id: int) -> Outcome | None:
    """Return the answer to the scan that a plain form has just sent."""
    scan_id = read_id(request.args.get("scan"))
    found = service.find_scan(event_id, scan_id) if scan_id else None
    return service.outcome_of(found) if found else None


def _answer(outcome: Outcome | None) -> dict[str, Any]:
    """Return what the part of a page that answers a scan shows: the outcome and the first table."""
    admitted = outcome and outcome.verdict in ADMITTED and outcome.registration
    route = tables.route_of(admitted.id) if admitted else ()
    return {"outcome": outcome, "table": next(iter(route), None)}


def _say_undone(registration: Registration | None) -> str:
    if registration is None:
        return str(_("Check-in undone"))
    return str(_("%(name)s is no longer counted as in.", name=registration.name))


def _find_own_badge(code: str) -> Registration | None:
    """Return whose badge it is if the visitor works at its event's door."""
    registration = registrations.find_by_code(scanned_code(code))
    if registration is None or find_actor(registration.event.organization_id) is None:
        return None
    return registration


def _nobodys_card() -> str:
    # The same page and status for codes that exist and codes that do not: guessing tells nothing.
    here = request.full_path.rstrip("?")
    return render_template("door/nobodys_card.html", here=here)


def _is_on(event: Event, at: datetime) -> bool:
    return event.starts_at - AROUND_THE_EVENING <= at <= event.ends_at + AROUND_THE_EVENING


def _first_error(form: Form) -> str:
    return str(next(iter(form.errors.values()))[0])
