"""Rows: the log of scans."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from organizer.core.db import Model, stored_enum
from organizer.registration.models import Registration


class ScanKind(StrEnum):
    """What a row of the log does."""

    ARRIVE = "arrive"
    UNDO = "undo"


class Verdict(StrEnum):
    """What staff are told about a badge."""

    WELCOME = "welcome"
    ALREADY_IN = "already_in"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"
    UNCONFIRMED = "unconfirmed"
    OTHER_EVENT = "other_event"
    UNDONE = "undone"
    """The undo of this very scan came before the scan."""


ADMITTED = (Verdict.WELCOME, Verdict.ALREADY_IN)
"""The verdicts on people who may come in; only such a scan is an arrival."""


class Scan(Model):
    """One reading of a badge, or the undoing of one. Rows are added, never changed or removed."""

    __tablename__ = "scan"
    __table_args__ = (
        CheckConstraint("(kind = 'undo') = (undoes_id IS NOT NULL)", name="undo_names_a_scan"),
        CheckConstraint("(kind = 'undo') = (shown IS NULL)", name="shown_on_arrivals"),
        Index("ix_scan_event_registration", "event_id", "registration_id"),
        Index("ix_scan_undoes_event", "undoes_id", "event_id"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    """A UUID made by the device, so that a repeated upload is seen to be one."""
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    """The event whose door read the badge; the badge may belong to another one."""
    registration_id: Mapped[int | None] = mapped_column(ForeignKey("registration.id"), index=True)
    """Whose badge it is; none for an unknown code, and for an undo that came before its scan."""
    code: Mapped[str] = mapped_column(String(16), default="")
    """The code as it was read."""
    kind: Mapped[ScanKind] = mapped_column(stored_enum(ScanKind, length=8))
    undoes_id: Mapped[str | None] = mapped_column(String(36))
    """The scan that is undone. It may still be on its way, so no foreign key holds it."""
    at: Mapped[datetime]
    """When it was read, by the device's clock as far as that can be believed."""
    recorded_at: Mapped[datetime]
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), index=True)
    """The member of staff who scanned."""
    shown: Mapped[Verdict | None]
    """What the person at the door was shown."""
    registration: Mapped[Registration | None] = relationship()
