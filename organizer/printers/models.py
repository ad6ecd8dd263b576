"""Rows: printers, sheets that organizations have described themselves, and what was printed."""

from datetime import datetime

from flask_babel.speaklater import LazyString
from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from organizer.accounts.models import User
from organizer.core.db import Model, stored_enum
from organizer.printers.papers import NAMES, Paper, amount
from organizer.tables.models import TablePlan


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


class PrintJob(Model):
    """One download of something to print: the log of an event's paper.

    The newest job for badges also remembers how an organization likes to print them.
    """

    __tablename__ = "print_job"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey(User.id))
    printed_at: Mapped[datetime]
    kind: Mapped[Paper] = mapped_column(stored_enum(Paper, length=20))
    pieces: Mapped[dict[str, str]] = mapped_column(JSON, deferred=True)
    """What was printed: the id of a registration, or the name of a table, with a fingerprint."""
    stock: Mapped[str] = mapped_column(String(40), default="")
    start: Mapped[int] = mapped_column(default=1)
    """The first free cell of the first sheet."""
    printer_id: Mapped[int | None] = mapped_column(ForeignKey(Printer.id, ondelete="SET NULL"))
    sorted_by: Mapped[str] = mapped_column(String(12), default="")
    template: Mapped[str] = mapped_column(String(12), default="")
    backs: Mapped[str] = mapped_column(String(12), default="")
    plan_id: Mapped[int | None] = mapped_column(ForeignKey(TablePlan.id, ondelete="SET NULL"))
    """The table plan that was in force then."""
    count: Mapped[int]
    """How many pieces there are."""
    user: Mapped[User] = relationship()
    plan: Mapped[TablePlan | None] = relationship()

    @property
    def name(self) -> LazyString:
        """What this kind of paper is called."""
        return NAMES[self.kind]

    @property
    def amount(self) -> str:
        """How much was printed, in words."""
        return amount(self.kind, self.count)
