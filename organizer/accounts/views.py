"""Pages: sign in and out, the one-time link, and the staff of an organization."""

from flask import abort, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_user, logout_user

from organizer.accounts import logo_views, service
from organizer.accounts.access import CHOSEN, current_actor, own_roles, signed_in, staff_only
from organizer.accounts.blueprint import blueprint
from organizer.accounts.forms import ROLE_NAMES, ROLE_NOTES, InviteForm, SignInForm, SignUpForm
from organizer.accounts.models import Invitation, Organization, Role, Staff
from organizer.core import clock
from organizer.core.errors import OrganizerError
from organizer.core.routes import anybody
from organizer.core.security import limiter
from organizer.core.urls import public_url, safe_next

__all__ = ["blueprint", "logo_views"]


@blueprint.route("/sign-in", methods=["GET", "POST"])
@anybody
@limiter.limit("20 per minute", methods=["POST"])
def sign_in() -> ResponseReturnValue:
    """Let a member of staff in and bring them to where they wanted to go."""
    if current_user.is_authenticated:
        return redirect(safe_next(request.args.get("next")))
    form = SignInForm()
    if form.validate_on_submit():
        user = service.sign_in(form.email.data, form.password.data)
        if user is not None:
            login_user(user, remember=True)
            return redirect(safe_next(request.args.get("next")))
        form.password.errors = [_("E-mail and password do not belong together.")]
    status = 422 if form.is_submitted() else 200
    return render_template("accounts/sign_in.html", form=form), status


@blueprint.post("/sign-out")
@anybody
def sign_out() -> ResponseReturnValue:
    """End the session on this device."""
    session.clear()
    logout_user()  # after clearing: it leaves a note in the session that ends the remembered one
    return redirect(url_for("accounts.sign_in"))


@blueprint.route("/welcome/<token>", methods=["GET", "POST"])
@anybody
@limiter.limit("30 per minute")
def welcome(token: str) -> ResponseReturnValue:
    """Open a one-time link: join with the account at hand, or make one."""
    invitation = service.find_invitation(token, at=clock.now())
    if invitation is None:
        return render_template("accounts/link_expired.html"), 404
    form = SignUpForm()
    if current_user.is_authenticated and form.is_submitted():
        return _join(token, invitation.organization_id)
    if form.validate_on_submit() and _sign_up(token, form):
        return redirect("/")
    page = render_template(
        "accounts/welcome.html",
        form=form,
        invitation=invitation,
        role=ROLE_NAMES[invitation.role],
    )
    return page, 422 if form.is_submitted() else 200


def _join(token: str, organization_id: int) -> ResponseReturnValue:
    service.accept_invitation(token, current_user, at=clock.now())
    session[CHOSEN] = organization_id
    flash(_("Welcome, %(name)s.", name=current_user.name), "success")
    return redirect("/")


def _sign_up(token: str, form: SignUpForm) -> bool:
    try:
        user = service.sign_up(
            token,
            name=form.name.data,
            email=form.email.data,
            password=form.password.data,
            at=clock.now(),
        )
    except OrganizerError as error:
        form.refuse(error)
        return False
    login_user(user, remember=True)
    flash(_("Welcome, %(name)s.", name=user.name), "success")
    return True


@blueprint.route("/staff", methods=["GET", "POST"])
@staff_only(Role.OWNER)
def staff(organization: Organization) -> ResponseReturnValue:
    """Show who works here and make invitation links."""
    form, link, status = InviteForm(), None, 200
    if form.validate_on_submit():
        token = service.invite(
            organization.id, Role(form.role.data), note=form.note.data, at=clock.now()
        )
        link = public_url("accounts.welcome", token=token)
        form = InviteForm(formdata=None)
    elif form.is_submitted():
        status = 422
    page = render_template(
        "accounts/staff.html",
        organization=organization,
        form=form,
        link=link,
        members=service.staff_of(organization.id),
        invitations=service.open_invitations(organization.id, at=clock.now()),
        role_names=ROLE_NAMES,
        role_notes=ROLE_NOTES,
    )
    return page, status


@blueprint.post("/staff/<int:staff_id>")
@staff_only(Role.OWNER)
def change_role(organization: Organization, member: Staff) -> ResponseReturnValue:
    """Change what a member of staff may do, or remove them."""
    wanted = request.form.get("role", "")
    if wanted not in ("remove", *Role):
        abort(400)
    role = None if wanted == "remove" else Role(wanted)
    is_oneself = member.user_id == current_actor().user_id
    try:
        service.change_role(member.id, role, organization_id=organization.id)
    except OrganizerError as error:
        flash(error.message, "error")
        return redirect(url_for("accounts.staff"))
    flash(_("Saved."), "success")
    # Who is no owner any more may not see this page.
    return redirect("/" if is_oneself and role is not Role.OWNER else url_for("accounts.staff"))


@blueprint.post("/staff/invitations/<int:invitation_id>/withdraw")
@staff_only(Role.OWNER)
def withdraw_invitation(invitation: Invitation) -> ResponseReturnValue:
    """Make an unused link worthless."""
    try:
        service.withdraw_invitation(invitation.id)
    except OrganizerError as error:
        flash(error.message, "error")
    else:
        flash(_("The link no longer works."), "success")
    return redirect(url_for("accounts.staff"))


@blueprint.post("/organization")
@signed_in
def choose_organization() -> ResponseReturnValue:
    """Work for another of one's organizations."""
    wanted = request.form.get("organization", type=int)
    if any(role.organization_id == wanted for role in own_roles()):
        session[CHOSEN] = wanted
    return redirect("/")
