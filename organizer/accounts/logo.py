"""The logo of an organization: taken, kept and given back as a picture drawn anew."""

from datetime import datetime
from io import BytesIO

from flask_babel import gettext as _
from PIL import Image as Pillow

from organizer.accounts.models import Logo, Organization
from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from printables import PrintError, read_image


def find_logo(organization_id: int) -> Logo | None:
    """Return an organization's logo, if it has one."""
    return db.session.get(Logo, organization_id)


def store_logo(organization_id: int, file: bytes, *, at: datetime) -> Logo:
    """Take a PNG or JPEG file as the logo, in place of the one before.

    Raises OrganizerError for the field `file` if it is no picture, or too large.
    """
    png = _drawn_anew(file)
    with transaction() as session:
        # The organization's row is the lock: two owners may choose a first logo at once.
        session.get_one(Organization, organization_id, with_for_update=True)
        logo = session.get(Logo, organization_id) or Logo(organization_id=organization_id)
        logo.png, logo.changed_at = png, at
        session.add(logo)
        return logo


def remove_logo(organization_id: int) -> None:
    """Forget an organization's logo, if it has one."""
    with transaction() as session:
        session.get_one(Organization, organization_id, with_for_update=True)
        if logo := session.get(Logo, organization_id):
            session.delete(logo)


def _drawn_anew(file: bytes) -> bytes:
    """Return only the pixels of a picture, on white and not more than print needs."""
    try:
        picture = read_image(file)
    except PrintError as error:
        raise OrganizerError(
            _("Please choose a PNG or JPEG picture of up to 5 MB and 25 million pixels."),
            field="file",
        ) from error
    out = BytesIO()
    size = picture.width, picture.height
    Pillow.frombytes("RGB", size, picture.pixels).save(out, "PNG", optimize=True)
    return out.getvalue()
