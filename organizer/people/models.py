"""Rows: contacts, and who met whom."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, event, text
from sqlalchemy.orm import Mapped, mapped_column

from organizer.core import clock
from organizer.core.db import Model
from organizer.people.keys import LONGEST_KEY, company_key, name_key, search_key, sort_key

BYTEWISE = Text().with_variant(Text(collation="C"), "postgresql")
"""A text that both databases sort character by character."""
_WITH_ADDRESS = text("email <> ''")


class NamedRow:
    """The columns that say who somebody is, with the keys made from them when a row is stored."""

    name: Mapped[str] = mapped_column(String(100))
    name_kana: Mapped[str] = mapped_column(String(100), default="")
    """フリガナ in full-width katakana."""
    company: Mapped[str] = mapped_column(String(150), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    """In lower case."""
    name_key: Mapped[str] = mapped_column(String(LONGEST_KEY))
    company_key: Mapped[str] = mapped_column(String(LONGEST_KEY))
    sort_key: Mapped[str] = mapped_column(BYTEWISE)
    search_key: Mapped[str] = mapped_column(Text)


@event.listens_for(NamedRow, "before_insert", propagate=True)
@event.listens_for(NamedRow, "before_update", propagate=True)
def _make_keys(_mapper: Any, _connection: Any, row: NamedRow) -> None:
    row.name_key = name_key(row.name)
    row.company_key = company_key(row.company or "")
    row.sort_key = sort_key(row.name_kana or "", row.name)
    row.search_key = search_key(row.name, row.name_kana or "", row.company or "", row.email or "")


class Person(NamedRow, Model):
    """A contact of an organization: who stands behind the registrations for its events.

    Name, company and address are those of their latest registration.
    """

    __tablename__ = "person"
    __table_args__ = (
        Index(
            "uq_person_address",
            "organization_id",
            "email",
            "name_key",
            unique=True,
            sqlite_where=_WITH_ADDRESS,
            postgresql_where=_WITH_ADDRESS,
        ),
        Index("ix_person_name", "organization_id", "name_key"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class Meeting(Model):
    """Two people at one table in a round of an event; kept when their registrations are deleted."""

    __tablename__ = "meeting"
    __table_args__ = (
        CheckConstraint("a_id < b_id", name="in_order"),
        Index("ix_meeting_pair", "a_id", "b_id"),
    )

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    b_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
