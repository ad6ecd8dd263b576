"""Pages for guests: the form, and the thanks after it."""

from flask import redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from organizer.accounts.logo import find_logo
from organizer.accounts.logo_views import send_logo
from organizer.core import clock
from organizer.core.errors import OrganizerError
from organizer.core.routes import anybody
from organizer.core.security import limiter
from organizer.events.models import Event
from organizer.registration import service, words
from organizer.registration.blueprint import blueprint
from organizer.registration.card_field import Surface
from organizer.registration.forms import card_form
from organizer.registration.models import Source

OWN_REGISTRATION = "registration"
"""Where the session keeps the id of what this browser registered last; nothing personal."""


@blueprint.route("/e/<public_code>", methods=["GET", "POST"])
@anybody
@limiter.limit("60 per minute", methods=["POST"])
def apply(event: Event) -> ResponseReturnValue:
    """Let a guest register; say clearly when nobody can any more."""
    host = event.organization.name
    form = card_form(Surface.PUBLIC_FORM, consent_text=words.roster_consent(host))
    if form.validate_on_submit():
        try:
            registration = service.register(
                event.id, form.details(), source=Source.PUBLIC, at=clock.now()
            )
        except OrganizerError as error:
            form.refuse(error)
        else:
            session[OWN_REGISTRATION] = registration.id
            return redirect(url_for("registration.thanks", public_code=event.public_code))
    # Whoever has typed something keeps it; the refusal stands above the form.
    obstacle = None if request.method == "POST" else service.obstacle_of(event, at=clock.now())
    page = render_template(
        "registration/apply.html",
        event=event,
        form=form,
        obstacle=obstacle,
        purpose=words.purpose(host),
        logo=find_logo(event.organization_id),
    )
    return page, 422 if request.method == "POST" else 200


@blueprint.get("/e/<public_code>/logo.png")
@anybody
def logo(event: Event) -> ResponseReturnValue:
    """Show guests the host's logo."""
    return send_logo(event.organization_id)


@blueprint.get("/e/<public_code>/thanks")
@anybody
def thanks(event: Event) -> ResponseReturnValue:
    """Confirm to a guest what this browser has just registered; to anybody else, nothing."""
    registration = service.find_registration(event.id, session.get(OWN_REGISTRATION, 0))
    if registration is None or not registration.is_attending:
        return redirect(url_for("registration.apply", public_code=event.public_code))
    return render_template("registration/thanks.html", event=event, registration=registration)
