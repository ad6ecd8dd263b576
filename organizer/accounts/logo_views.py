"""Pages: the organization itself, and its logo."""

from io import BytesIO

from flask import abort, flash, redirect, render_template, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from organizer.accounts.access import staff_only
from organizer.accounts.blueprint import blueprint
from organizer.accounts.forms import LogoForm
from organizer.accounts.logo import find_logo, remove_logo, store_logo
from organizer.accounts.models import Organization, Role
from organizer.core import clock
from organizer.core.errors import OrganizerError


@blueprint.get("/organization")
@staff_only(Role.OWNER)
def organization(organization: Organization) -> ResponseReturnValue:
    """Show what the organization shows of itself."""
    return _page(organization, LogoForm())


@blueprint.post("/organization/logo")
@staff_only(Role.OWNER)
def upload_logo(organization: Organization) -> ResponseReturnValue:
    """Take a new logo."""
    form = LogoForm()
    if form.validate():
        try:
            with form.file.data.stream as file:
                store_logo(organization.id, file.read(), at=clock.now())
        except OrganizerError as error:
            form.refuse(error)
        else:
            flash(_("The logo is stored and stands on the next badges you print."), "success")
            return redirect(url_for("accounts.organization"))
    return _page(organization, form), 422


@blueprint.post("/organization/logo/remove")
@staff_only(Role.OWNER)
def delete_logo(organization: Organization) -> ResponseReturnValue:
    """Forget the logo."""
    remove_logo(organization.id)
    flash(_("The logo is removed."), "success")
    return redirect(url_for("accounts.organization"))


@blueprint.get("/organization/logo.png")
@staff_only(Role.DOOR)
def logo(organization: Organization) -> ResponseReturnValue:
    """Send the logo to those who work here."""
    return send_logo(organization.id)


def send_logo(organization_id: int) -> ResponseReturnValue:
    """Return an organization's logo as an answer, or 404 if it has none."""
    found = find_logo(organization_id) or abort(404)
    return send_file(BytesIO(found.png), mimetype="image/png")


def _page(own: Organization, form: LogoForm) -> str:
    return render_template(
        "accounts/organization.html", organization=own, logo=find_logo(own.id), form=form
    )
