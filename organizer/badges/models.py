"""Rows: badges that wait to be fetched."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from organizer.core.db import Model
from organizer.core.jobs import Job


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
