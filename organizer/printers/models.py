"""Rows: an organization's printers, and the sheets it has described itself."""

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from organizer.core.db import Model


class Printer(Model):
    """A printer of an organization, and how far its print has to be moved to sit right."""

    __tablename__ = "printer"
    __table_args__ = (UniqueConstraint("organization_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    name: Mapped[str] = mapped_column(String(60))
    dx_mm: Mapped[float]
    """To the right; negative to the left."""
    dy_mm: Mapped[float]
    """Down; negative up."""
    back_dx_mm: Mapped[float] = mapped_column(default=0.0)
    back_dy_mm: Mapped[float] = mapped_column(default=0.0)


class OwnStock(Model):
    """Sheets that an organization has described itself, in millimetres as `printables.Stock`."""

    __tablename__ = "own_stock"
    __table_args__ = (UniqueConstraint("organization_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    name: Mapped[str] = mapped_column(String(60))
    page_w_mm: Mapped[float]
    page_h_mm: Mapped[float]
    cols: Mapped[int]
    rows: Mapped[int]
    w_mm: Mapped[float]
    h_mm: Mapped[float]
    left_mm: Mapped[float]
    top_mm: Mapped[float]
    pitch_x_mm: Mapped[float]
    pitch_y_mm: Mapped[float]
    cut_marks: Mapped[bool] = mapped_column(default=False)
