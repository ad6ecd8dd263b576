"""An organization's printers and the sheets it has described itself."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TypeVar

from flask_babel import gettext as _
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from organizer.documents.models import OwnStock, Printer
from organizer.documents.sheets import Sheet, sheets_of

Row = TypeVar("Row", Printer, OwnStock)


@dataclass(frozen=True, slots=True)
class PrinterDetails:
    """A printer's name, and by how many millimetres its print is moved right and down."""

    name: str
    dx_mm: float
    dy_mm: float
    back_dx_mm: float
    back_dy_mm: float


@dataclass(frozen=True, slots=True)
class StockDetails:
    """Sheets as somebody measured them, in millimetres."""

    name: str
    page_w_mm: float
    page_h_mm: float
    cols: int
    rows: int
    w_mm: float
    h_mm: float
    left_mm: float
    top_mm: float
    pitch_x_mm: float
    pitch_y_mm: float
    cut_marks: bool


def printers_of(organization_id: int) -> Sequence[Printer]:
    """Return an organization's printers by name."""
    return db.session.scalars(
        select(Printer).filter_by(organization_id=organization_id).order_by(Printer.name)
    ).all()


def own_stocks_of(organization_id: int) -> Sequence[OwnStock]:
    """Return the sheets that an organization has described, by name."""
    return db.session.scalars(
        select(OwnStock).filter_by(organization_id=organization_id).order_by(OwnStock.name)
    ).all()


def sheets_for(organization_id: int) -> Mapping[str, Sheet]:
    """Return all sheets that an organization can print on."""
    return sheets_of(own_stocks_of(organization_id))


def find_printer(organization_id: int, printer_id: int) -> Printer | None:
    """Return a printer of this organization."""
    return db.session.scalar(
        select(Printer).filter_by(organization_id=organization_id, id=printer_id)
    )


def find_own_stock(organization_id: int, stock_id: int) -> OwnStock | None:
    """Return sheets that this organization has described."""
    return db.session.scalar(
        select(OwnStock).filter_by(organization_id=organization_id, id=stock_id)
    )


def save_printer(
    organization_id: int, details: PrinterDetails, *, printer_id: int | None = None
) -> Printer:
    """Add a printer, or change one. Raises OrganizerError if the name is taken."""
    return _save(Printer, organization_id, details, row_id=printer_id)


def save_own_stock(
    organization_id: int, details: StockDetails, *, stock_id: int | None = None
) -> OwnStock:
    """Add sheets, or change them. Raises OrganizerError if the name is taken."""
    return _save(OwnStock, organization_id, details, row_id=stock_id)


def forget_printer(printer_id: int) -> None:
    """Remove a printer; the log keeps what was printed on it."""
    _forget(Printer, printer_id)


def forget_own_stock(stock_id: int) -> None:
    """Remove sheets; the log keeps what was printed on them."""
    _forget(OwnStock, stock_id)


def _save(
    model: type[Row],
    organization_id: int,
    details: PrinterDetails | StockDetails,
    *,
    row_id: int | None,
) -> Row:
    try:
        with transaction() as session:
            row = session.get(model, row_id) if row_id else model(organization_id=organization_id)
            if row is None:
                raise OrganizerError(_("Somebody else has removed this meanwhile."))
            for name, value in asdict(details).items():
                setattr(row, name, value)
            session.add(row)
            session.flush()
    except IntegrityError:
        raise OrganizerError(_("This name is taken already."), field="name") from None
    return row


def _forget(model: type[Row], row_id: int) -> None:
    with transaction() as session:
        session.execute(delete(model).where(model.id == row_id))
