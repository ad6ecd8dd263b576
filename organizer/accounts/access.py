"""Who is asking, for which organization, and whether they may."""

from flask import (
    Flask,
    abort,
    make_response,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, current_user

from organizer.accounts import service
from organizer.accounts.models import Organization, Role, Staff, User
from organizer.core.db import db
from organizer.core.errors import wants_json
from organizer.core.templating import is_htmx

login_manager = LoginManager()
CHOSEN = "organization"


@login_manager.user_loader
def _load_user(user_id: str) -> User | None:
    return db.session.get(User, int(user_id))


@login_manager.unauthorized_handler
def _ask_to_sign_in() -> ResponseReturnValue:
    if wants_json():
        abort(401)
    if is_htmx():  # a part of a page cannot become the sign-in page; the whole page can
        return "", 401, {"HX-Redirect": url_for("accounts.sign_in")}
    here = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("accounts.sign_in", next=here))


def current_staff() -> Staff | None:
    """Return the signed-in user's role in the organization they have chosen to work in."""
    if not current_user.is_authenticated:
        return None
    roles = service.jobs_of(current_user)
    chosen = session.get(CHOSEN)
    return next((s for s in roles if s.organization_id == chosen), roles[0] if roles else None)


def require_organization(role: Role) -> Organization:
    """Return the organization the user works in, or refuse: 404 without one, 403 for their role."""
    staff = current_staff()
    if staff is None:
        abort(make_response(render_template("accounts/no_organization.html"), 404))
    if not staff.role_includes(role):
        abort(403)
    return staff.organization


def require_role(organization_id: int, role: Role) -> None:
    """Refuse unless the user may do this in the organization: 404 for outsiders, else 403."""
    held = find_own_role(organization_id)
    if held is None:
        abort(404)
    if not held.includes(role):
        abort(403)


def find_own_role(organization_id: int) -> Role | None:
    """Return the signed-in user's role in an organization, or None for outsiders and strangers."""
    if not current_user.is_authenticated:
        return None
    return service.find_role(current_user.id, organization_id)


def init_app(app: Flask) -> None:
    """Know who is signed in, in views and in templates."""
    login_manager.init_app(app)
    app.context_processor(lambda: {"current_staff": current_staff, "own_role": find_own_role})
