"""Rows: events, their tables, and the items of their agenda."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from organizer.accounts.models import Organization
from organizer.core import clock
from organizer.core.db import Model
from organizer.events.agenda import ItemKind


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
    registration_open: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    organization: Mapped[Organization] = relationship()
    tables: Mapped[list["EventTable"]] = relationship(
        order_by="EventTable.position", cascade="all, delete-orphan"
    )
    agenda: Mapped[list["AgendaItem"]] = relationship(
        order_by="AgendaItem.position", cascade="all, delete-orphan"
    )

    @property
    def rounds(self) -> int:
        """How many rounds the agenda has."""
        return max((item.round or 0 for item in self.agenda), default=0)


class EventTable(Model):
    """A table (テーブル) in the room of an event."""

    __tablename__ = "event_table"
    __table_args__ = (
        UniqueConstraint("event_id", "position"),
        UniqueConstraint("event_id", "name"),
        CheckConstraint("seats > 0", name="seats_positive"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    position: Mapped[int]
    """Where it comes in the event's list of tables, from 1."""
    name: Mapped[str] = mapped_column(String(20))
    seats: Mapped[int]
    x: Mapped[float | None]
    y: Mapped[float | None]
    """With `x`, its place on the floor plan; None until it has one."""
    note: Mapped[str] = mapped_column(String(200), default="")


class AgendaItem(Model):
    """An item of an event's agenda, in the order of `position`.

    Presentation and questions are as long as their minutes times the people at a table.
    """

    __tablename__ = "agenda_item"
    __table_args__ = (CheckConstraint("minutes > 0", name="minutes_positive"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    kind: Mapped[ItemKind]
    minutes: Mapped[float]
    round: Mapped[int | None]
    """The round (from 1) that it belongs to; of a change of seats, the round before it."""
    note: Mapped[str] = mapped_column(String(200), default="")
