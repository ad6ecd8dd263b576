"""Who is asking, for which organization, and whether they may."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from flask import (
    Flask,
    abort,
    g,
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
from organizer.accounts.models import Invitation, Role, Staff, User
from organizer.core.errors import wants_json
from organizer.core.routes import Parts, View, admits, find, finds
from organizer.core.templating import is_htmx

login_manager = LoginManager()
CHOSEN = "organization"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a member of an organization's staff, with their role in it."""

    user_id: int
    organization_id: int
    role: Role

    def may(self, role: str) -> bool:
        """Whether this actor may do what `role` may."""
        return self.role.includes(Role(role))


def staff_only(role: Role) -> Callable[[View], View]:
    """Admit staff who may do what `role` may: 404 for outsiders, 403 for lesser roles.

    They work for the organization of the event that the address names. Without an event it is the
    organization they have chosen, and the view gets it as `organization`.
    """
    return admits(lambda parts: _admit_staff(role, parts))


def signed_in(view: View) -> View:
    """Admit whoever has signed in, also those who work nowhere any more."""
    return admits(lambda _parts: None if current_user.is_authenticated else _ask_to_sign_in())(view)


def current_actor() -> Actor:
    """Return who calls a route that admits staff only."""
    actor: Actor = g.actor
    return actor


def find_actor(organization_id: int | None = None) -> Actor | None:
    """Return who asks as staff of an organization; None for outsiders and strangers.

    Without an organization: as whom the route has admitted them, else as staff of the one they
    have chosen to work for.
    """
    if organization_id is None:
        return g.get("actor") or _actor_of(_chosen(own_roles()))
    return _actor_of(_role_in(organization_id))


def own_roles() -> Sequence[Staff]:
    """Return the roles of whoever is signed in, one for each organization."""
    return current_user.roles if current_user.is_authenticated else ()


def _admit_staff(role: Role, parts: Parts) -> ResponseReturnValue | None:
    if not current_user.is_authenticated:
        return _ask_to_sign_in()
    if "event_id" in parts:
        held = _role_in(find("event_id", parts).organization_id) or abort(404)
    else:
        held = _chosen(own_roles()) or abort(make_response(_nowhere(), 404))
        parts["organization"] = held.organization
    if not held.role.includes(role):
        abort(403)
    g.actor = _actor_of(held)
    return None


def _nowhere() -> str:
    return render_template("accounts/no_organization.html")


def _role_in(organization_id: int) -> Staff | None:
    return next((r for r in own_roles() if r.organization_id == organization_id), None)


def _chosen(roles: Sequence[Staff]) -> Staff | None:
    chosen = session.get(CHOSEN)
    return next((r for r in roles if r.organization_id == chosen), roles[0] if roles else None)


def _actor_of(staff: Staff | None) -> Actor | None:
    return Actor(staff.user_id, staff.organization_id, staff.role) if staff else None


@finds("staff_id", named="member")
def _find_member(parts: Mapping[str, Any]) -> Staff | None:
    return service.find_staff(parts["staff_id"], organization_id=parts["organization"].id)


@finds("invitation_id", named="invitation")
def _find_invitation(parts: Mapping[str, Any]) -> Invitation | None:
    return service.find_invitation_of(parts["organization"].id, parts["invitation_id"])


@login_manager.user_loader
def _load_user(user_id: str) -> User | None:
    return service.find_user(int(user_id))


def _ask_to_sign_in() -> ResponseReturnValue:
    if wants_json():
        abort(401)
    if is_htmx():  # a part of a page cannot become the sign-in page; the whole page can
        page = urlsplit(request.headers.get("HX-Current-URL", ""))
        here = page._replace(scheme="", netloc="").geturl() or None
        return "", 401, {"HX-Redirect": url_for("accounts.sign_in", next=here)}
    here = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("accounts.sign_in", next=here))


def init_app(app: Flask) -> None:
    """Know who is signed in, in views and in templates."""
    login_manager.init_app(app)
    app.jinja_env.globals.update(find_actor=find_actor, own_roles=own_roles)
