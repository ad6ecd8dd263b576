"""Rows: plans of who sits where."""

from datetime import datetime
from enum import StrEnum
from typing import Any, TypedDict

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from organizer.core import clock
from organizer.core.db import Model
from organizer.events.models import Event
from organizer.events.room import Room
from organizer.registration.models import Registration


class PlanState(StrEnum):
    """Whether a plan is still being worked on or counts."""

    DRAFT = "draft"
    PUBLISHED = "published"


class PlannedTable(TypedDict):
    """A table as it was when a plan was made."""

    name: str
    seats: int


class TablePlan(Model):
    """A table plan (席割り) of an event, with its figures as they were found.

    Of the published ones the newest counts; the earlier ones are kept, for paper may have been
    printed from them. A plan stays as it was made when the event's tables or rounds change.
    """

    __tablename__ = "plan"
    __table_args__ = (UniqueConstraint("event_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    number: Mapped[int]
    """1, 2, 3 … within the event; also the seed of the search, so that another try differs."""
    state: Mapped[PlanState] = mapped_column(default=PlanState.DRAFT)
    revision: Mapped[int] = mapped_column()
    """Goes up with each change, so that a command can tell whether it saw the latest."""
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    rounds: Mapped[int]
    played_rounds: Mapped[int] = mapped_column(default=0)
    """So many of the first rounds have taken place."""
    tables: Mapped[list[PlannedTable]] = mapped_column(JSON)
    """The event's tables when it was made; with few attendees the last ones stay empty."""
    rules: Mapped[dict[str, Any]] = mapped_column(JSON)
    """What the search was asked to respect: the weights of `seating.Weights` by name."""
    fullest_table: Mapped[int]
    """How many people sit at the fullest table."""
    industries: Mapped[dict[str, int]] = mapped_column(JSON)
    """How many people of each industry have a seat."""
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

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012 - SQLAlchemy's own name

    @property
    def room(self) -> Room:
        """The tables it was made for, counted by their size."""
        return Room.of(table["seats"] for table in self.tables)


class Seat(Model):
    """Where an attendee sits in one round. Positions are the order of the PR turns, from 1."""

    __tablename__ = "seat"
    __table_args__ = (
        UniqueConstraint("registration_id", "plan_id", "round"),
        UniqueConstraint("plan_id", "round", "table_number", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    round: Mapped[int]
    """From 1."""
    table_number: Mapped[int]
    """Where the table comes in the plan's list of tables, from 1."""
    table_name: Mapped[str] = mapped_column(String(20))
    position: Mapped[int]
    registration_id: Mapped[int] = mapped_column(ForeignKey(Registration.id, ondelete="CASCADE"))
