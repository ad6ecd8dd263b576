"""Rows: what was printed, and files that wait to be fetched."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from organizer.accounts.models import User
from organizer.core.db import Model
from organizer.core.jobs import Job
from organizer.printers.models import Printer


class PrintJob(Model):
    """One download of something to print: the log of an event's paper.

    The newest job for badges also remembers how an organization likes to print them.
    """

    __tablename__ = "print_job"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey(User.id))
    printed_at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(20))
    plan_number: Mapped[int | None]
    """The table plan that counted then."""
    pieces: Mapped[dict[str, str]] = mapped_column(JSON)
    """What was printed: the id of a registration, or the name of a table, with a fingerprint."""
    stock: Mapped[str] = mapped_column(String(40), default="")
    start: Mapped[int] = mapped_column(default=1)
    """The first free cell of the first sheet."""
    printer_id: Mapped[int | None] = mapped_column(ForeignKey(Printer.id, ondelete="SET NULL"))
    sorted_by: Mapped[str] = mapped_column(String(12), default="")
    template: Mapped[str] = mapped_column(String(12), default="")
    backs: Mapped[str] = mapped_column(String(12), default="")
    user: Mapped[User] = relationship()


class PrintedFile(Model):
    """The badges that were last drawn in the background for an event, kept for a day."""

    __tablename__ = "printed_file"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), primary_key=True)
    job_id: Mapped[int] = mapped_column(ForeignKey(Job.id))
    made_at: Mapped[datetime] = mapped_column(index=True)
    badges: Mapped[int]
    """How many there are."""
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    """The PDF: in the database, for the worker may run on another machine than the pages."""
