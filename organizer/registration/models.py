"""Rows: registrations, and uploaded lists that wait to be confirmed."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, false, text
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column, relationship

from organizer.core import clock
from organizer.core.db import Model
from organizer.events.models import Event
from organizer.people.models import NamedRow, Person


class Status(StrEnum):
    """Where a registration (申込) stands; a confirmed one is an attendee (参加者)."""

    APPLIED = "applied"
    WAITLISTED = "waitlisted"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    DECLINED = "declined"


class Source(StrEnum):
    """How a registration came in."""

    PUBLIC = "public"
    STAFF = "staff"
    IMPORT = "import"


class AttendeeRole(StrEnum):
    """What an attendee is at the event beyond that; the badge shows it on a ribbon."""

    SPEAKER = "speaker"
    STAFF = "staff"
    LEADER = "leader"
    VISITOR = "visitor"


_ATTENDEE_WITH_ADDRESS = text("status = 'confirmed' AND email <> ''")


class Registration(NamedRow, Model):
    """An attendee's card at one event: name, company and industry as they stand for this event."""

    __tablename__ = "registration"
    __table_args__ = (
        CheckConstraint("name <> ''", name="name_not_empty"),
        CheckConstraint("fee_due >= 0", name="fee_due_not_negative"),
        # People may share an address (info@ of a small firm), and some have none.
        Index(
            "uq_registration_attendee",
            "event_id",
            "email",
            "name",
            unique=True,
            sqlite_where=_ATTENDEE_WITH_ADDRESS,
            postgresql_where=_ATTENDEE_WITH_ADDRESS,
        ),
        Index("ix_registration_list", "event_id", "status", "sort_key"),
        Index("ix_registration_name", "event_id", "name_key"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    code: Mapped[str] = mapped_column(String(16), unique=True)
    """What the badge's QR names: 16 characters of Crockford's base32, 80 random bits."""
    status: Mapped[Status] = mapped_column(default=Status.CONFIRMED)
    source: Mapped[Source]
    title: Mapped[str] = mapped_column(String(100), default="")
    industry: Mapped[str] = mapped_column(String(40), default="")
    """The id of one of the industries, or empty."""
    profession: Mapped[str] = mapped_column(String(40), default="")
    """The id of one of the industry's professions, or empty."""
    offers: Mapped[str] = mapped_column(Text, default="")
    wants: Mapped[str] = mapped_column(Text, default="")
    pr_line: Mapped[str] = mapped_column(String(300), default="")
    roster_consent: Mapped[bool] = mapped_column(default=False)
    roster_consent_text: Mapped[str] = mapped_column(Text, default="")
    """The words that were agreed to."""
    roster_consent_at: Mapped[datetime | None]
    role: Mapped[str] = mapped_column(String(12), default="", server_default="")
    """One of the roles, or empty."""
    first_time: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Has never been to one of these events, as they say themselves."""
    talk_tags: Mapped[str] = mapped_column(String(100), default="", server_default="")
    """What they like to talk about: a few words with 、 between them."""
    print_name: Mapped[str | None] = mapped_column(String(100))
    """How the name is printed where the typeface lacks one of its characters; also below."""
    print_company: Mapped[str | None] = mapped_column(String(150))
    print_title: Mapped[str | None] = mapped_column(String(100))
    fee_due: Mapped[int]
    """In yen."""
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    cancelled_at: Mapped[datetime | None]
    event: Mapped[Event] = relationship()
    person: Mapped[Person] = relationship()

    @hybrid_property
    def is_attending(self) -> bool:
        """Whether this is an attendee: somebody who has a place and is expected."""
        return self.status == Status.CONFIRMED

    @property
    def is_over(self) -> bool:
        """Whether they cancelled, or were declined."""
        return self.status in (Status.CANCELLED, Status.DECLINED)


class ImportDraft(Model):
    """An uploaded list that waits to be confirmed; it is deleted then, or after a day."""

    __tablename__ = "import_draft"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    filename: Mapped[str] = mapped_column(String(200))
    headers: Mapped[list[str]] = mapped_column(JSON)
    columns: Mapped[list[str]] = mapped_column(JSON)
    """The field that each column is taken for, or empty."""
    lines: Mapped[list[tuple[int, list[str]]]] = mapped_column(JSON)
    """Each line's number in the file and its cells."""
    created_at: Mapped[datetime] = mapped_column(index=True)
