"""Rows: the log of the door."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from organizer.accounts.models import User
from organizer.core.db import Model, stored_enum
from organizer.registration.models import Registration


class Kind(StrEnum):
    """What a row of the log does."""

    ARRIVE = "arrive"
    UNDO = "undo"


class Verdict(StrEnum):
    """What staff were told about a badge."""

    WELCOME = "welcome"
    ALREADY_IN = "already_in"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"
    UNCONFIRMED = "unconfirmed"
    OTHER_EVENT = "other_event"


ADMITTED = (Verdict.WELCOME, Verdict.ALREADY_IN)
"""The verdicts on people who may come in; only such a scan is an arrival."""


class Scan(Model):
    """One reading of a badge, or the undoing of one. Rows are added, never changed or removed."""

    __tablename__ = "scan"
    __table_args__ = (
        CheckConstraint("(kind = 'undo') = (undoes_id IS NOT NULL)", name="undo_names_a_scan"),
        CheckConstraint("(kind = 'undo') = (verdict IS NULL)", name="verdict_on_arrivals"),
        Index("ix_scan_event_registration", "event_id", "registration_id"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    """A UUID made by the device, so that a repeated upload is seen to be one."""
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    """The event whose door read the badge; the badge may belong to another one."""
    registration_id: Mapped[int | None] = mapped_column(ForeignKey("registration.id"), index=True)
    code: Mapped[str] = mapped_column(String(16), default="")
    """The code as it was read."""
    kind: Mapped[Kind] = mapped_column(stored_enum(Kind, length=8))
    undoes_id: Mapped[str | None] = mapped_column(ForeignKey("scan.id"), index=True)
    at: Mapped[datetime]
    """When it was read, by the device's clock as far as that can be believed."""
    recorded_at: Mapped[datetime]
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), index=True)
    verdict: Mapped[Verdict | None]
    registration: Mapped[Registration | None] = relationship()
    user: Mapped[User] = relationship()
