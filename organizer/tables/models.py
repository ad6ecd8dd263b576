"""Rows: plans of who sits where."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from organizer.core import clock
from organizer.core.db import Model
from organizer.events.models import Event
from organizer.registration.models import Registration


class Plan(Model):
    """One finished table plan (席割り) of an event, with its figures as they were found.

    The newest plan of an event counts; the earlier ones are kept, for paper may have been printed
    from them. It stays as it was made when the event's tables or rounds change.
    """

    __tablename__ = "plan"
    __table_args__ = (UniqueConstraint("event_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    number: Mapped[int]
    """1, 2, 3 … within the event; also the seed of the search, so that another try differs."""
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    rounds: Mapped[int]
    table_count: Mapped[int]
    """The event's tables when it was made; with few attendees some of them stay empty."""
    seats_per_table: Mapped[int]
    table_naming: Mapped[str] = mapped_column(String(10))
    repeats: Mapped[int]
    same_industry: Mapped[int]
    same_company: Mapped[int]
    conflicts: Mapped[int]
    least_repeats: Mapped[int]
    """No plan for the same people, tables and rounds has fewer."""
    least_same_industry: Mapped[int]
    reasons: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    """Why fewer are impossible: the fields of each `seating.Reason`; pages put them into words."""
    proved: Mapped[bool]
    """Whether no better plan exists."""
    seconds: Mapped[float]
    iterations: Mapped[int]
    event: Mapped[Event] = relationship()


class Seat(Model):
    """Where an attendee sits in one round. Positions are the order of the PR turns, from 1."""

    __tablename__ = "seat"
    __table_args__ = (
        UniqueConstraint("plan_id", "round", "registration_id"),
        UniqueConstraint("plan_id", "round", "table_number", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    round: Mapped[int]
    """From 1."""
    table_number: Mapped[int]
    """Where the table comes in the event's list of tables, from 1."""
    table_name: Mapped[str] = mapped_column(String(20))
    """What the table was called when the plan was made."""
    position: Mapped[int]
    registration_id: Mapped[int] = mapped_column(
        ForeignKey(Registration.id, ondelete="CASCADE"), index=True
    )
