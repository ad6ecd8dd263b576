"""An organization's printers and the sheets it has described itself: both are kept alike."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from flask_babel import gettext as _
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from organizer.printers.badge_sheets import BadgeSheet, sheets_of
from organizer.printers.models import OwnStock, Printer

Row = TypeVar("Row", Printer, OwnStock)


def rows_of(model: type[Row], organization_id: int) -> Sequence[Row]:
    """Return an organization's printers, or its own sheets, by name."""
    rows = select(model).filter_by(organization_id=organization_id).order_by(model.name)
    return db.session.scalars(rows).all()


def find_row(model: type[Row], organization_id: int, row_id: int) -> Row | None:
    """Return the printer, or the sheets, if they are this organization's."""
    return db.session.scalar(select(model).filter_by(organization_id=organization_id, id=row_id))


def sheets_for(organization_id: int) -> Mapping[str, BadgeSheet]:
    """Return all sheets that an organization can print on, by their keys."""
    return sheets_of(rows_of(OwnStock, organization_id))


def save(
    model: type[Row],
    organization_id: int,
    measures: Mapping[str, Any],
    *,
    row_id: int | None = None,
) -> Row:
    """Add a printer or sheets, or change the measures of some.

    Raises OrganizerError if the name is taken, or if somebody has removed them meanwhile.
    """
    try:
        with transaction() as session:
            row = session.get(model, row_id) if row_id else model(organization_id=organization_id)
            if row is None:
                raise OrganizerError(_("Somebody else has removed this meanwhile."))
            for name, value in measures.items():
                setattr(row, name, value)
            session.add(row)
            session.flush()
    except IntegrityError:
        raise OrganizerError(_("This name is taken already."), field="name") from None
    return row


def forget(model: type[Row], row_id: int) -> None:
    """Remove a printer or sheets; the log keeps what was printed."""
    with transaction() as session:
        session.execute(delete(model).where(model.id == row_id))
