"""Rows: organizations, users, who works where, and invitations."""

from datetime import datetime
from enum import StrEnum

from flask_login import UserMixin
from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from organizer.core import clock
from organizer.core.db import Model


class Role(StrEnum):
    """What a person may do in an organization; each role may all that the one before may."""

    DOOR = "door"
    ORGANIZER = "organizer"
    OWNER = "owner"

    def includes(self, other: "Role") -> bool:
        """Whether this role may do what `other` may."""
        order = list(Role)
        return order.index(self) >= order.index(other)


class Organization(Model):
    """Who hosts events (主催団体); the border of all data."""

    __tablename__ = "organization"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class Logo(Model):
    """An organization's picture, drawn anew: of the uploaded file only its pixels are kept."""

    __tablename__ = "logo"

    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"), primary_key=True)
    png: Mapped[bytes] = mapped_column(LargeBinary)
    changed_at: Mapped[datetime]


class User(Model, UserMixin):  # type: ignore[misc]  # Flask-Login has no types
    """A person who signs in."""

    __tablename__ = "user_account"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    """In lower case."""
    name: Mapped[str] = mapped_column(String(100))
    password_hash: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    roles: Mapped[list["Staff"]] = relationship(back_populates="user", order_by="Staff.id")
    """One for each organization they work for."""


class Staff(Model):
    """One user's role in one organization."""

    __tablename__ = "staff"
    __table_args__ = (UniqueConstraint("organization_id", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), index=True)
    role: Mapped[Role]
    organization: Mapped[Organization] = relationship()
    user: Mapped[User] = relationship(back_populates="roles")


class Invitation(Model):
    """A one-time link that makes its holder a member of staff."""

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"), index=True)
    role: Mapped[Role]
    note: Mapped[str] = mapped_column(String(100), default="")
    """Whom it is for, in the inviter's words."""
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    """SHA-256 of the token: a copy of the database opens no door."""
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    organization: Mapped[Organization] = relationship()
