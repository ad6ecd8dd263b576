"""Rows: events."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from organizer.accounts.models import Organization
from organizer.core import clock
from organizer.core.db import Model


class Event(Model):
    """One evening (交流会)."""

    __tablename__ = "event"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("capacity > 0", name="capacity_positive"),
        CheckConstraint("fee >= 0", name="fee_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"), index=True)
    public_code: Mapped[str] = mapped_column(String(12), unique=True)
    """Names the public registration page; unguessable, so that drafts stay private."""
    title: Mapped[str] = mapped_column(String(120))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    timezone: Mapped[str] = mapped_column(String(64), default="Asia/Tokyo")
    venue: Mapped[str] = mapped_column(String(200))
    capacity: Mapped[int]
    fee: Mapped[int]
    """In yen."""
    format: Mapped[str] = mapped_column(String(30))
    table_count: Mapped[int]
    seats_per_table: Mapped[int]
    table_naming: Mapped[str] = mapped_column(String(10))
    rounds: Mapped[int]
    pr_minutes: Mapped[float]
    question_minutes: Mapped[float]
    change_minutes: Mapped[int]
    opening_minutes: Mapped[int]
    closing_minutes: Mapped[int]
    registration_open: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    organization: Mapped[Organization] = relationship()

    @property
    def seats(self) -> int:
        """How many people can sit down in a round."""
        return self.table_count * self.seats_per_table
