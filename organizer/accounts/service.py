"""Signing up, signing in, inviting, and who may do what."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from flask_babel import gettext as _
from sqlalchemy import bindparam, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload

from organizer.accounts.models import Invitation, Organization, Role, Staff, User
from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError

INVITATION_LASTS = timedelta(days=7)

_hasher = PasswordHasher()
# Checked when an address is unknown, so that the answer takes as long as for a known one.
_NOBODYS_HASH = _hasher.hash(secrets.token_urlsafe(16))


def create_organization(name: str) -> Organization:
    """Add a host of events."""
    with transaction() as session:
        organization = Organization(name=name)
        session.add(organization)
        session.flush()
        return organization


def first_organization() -> Organization | None:
    """Return the organization that was set up first, or None where nothing is set up yet."""
    return db.session.scalar(select(Organization).order_by(Organization.id).limit(1))


def find_organization(organization_id: int) -> Organization | None:
    """Return an organization."""
    return db.session.get(Organization, organization_id)


def anybody_signed_up() -> bool:
    """Whether anybody has an account yet."""
    return db.session.scalar(select(User.id).limit(1)) is not None


def invite(organization_id: int, role: Role, *, note: str = "", at: datetime) -> str:
    """Return the token of a new one-time link; it is not kept and cannot be shown again."""
    token = secrets.token_urlsafe(24)
    with transaction() as session:
        session.add(
            Invitation(
                organization_id=organization_id,
                role=role,
                note=note,
                token_hash=_digest(token),
                created_at=at,
                expires_at=at + INVITATION_LASTS,
            )
        )
    return token


def find_invitation(token: str, *, at: datetime) -> Invitation | None:
    """Return the invitation behind a token, unless it was used or is too old."""
    return db.session.scalar(
        select(Invitation)
        .filter_by(token_hash=_digest(token), used_at=None)
        .where(Invitation.expires_at > at)
    )


def open_invitations(organization_id: int, *, at: datetime) -> Sequence[Invitation]:
    """Return the links that can still be used, newest first."""
    return db.session.scalars(
        select(Invitation)
        .filter_by(organization_id=organization_id, used_at=None)
        .where(Invitation.expires_at > at)
        .order_by(Invitation.id.desc())
    ).all()


def find_invitation_of(organization_id: int, invitation_id: int) -> Invitation | None:
    """Return an invitation of an organization, also one that was used."""
    return db.session.scalar(
        select(Invitation).filter_by(organization_id=organization_id, id=invitation_id)
    )


def withdraw_invitation(invitation_id: int) -> None:
    """Make a link worthless. Raises OrganizerError if it was used meanwhile."""
    with transaction() as session:
        row = session.get(Invitation, invitation_id, with_for_update=True)
        if row is None:
            return  # somebody else withdrew it meanwhile
        if row.used_at is not None:
            raise OrganizerError(_("This link was used already; see the list of staff."))
        session.delete(row)


def sign_up(token: str, *, name: str, email: str, password: str, at: datetime) -> User:
    """Turn a one-time link into a user who works for the link's organization."""
    password_hash = _hasher.hash(password)  # slow on purpose: not while the database is locked
    try:
        with transaction() as session:
            user = User(name=name, email=email.lower(), password_hash=password_hash)
            session.add(user)
            session.flush()
            _use_invitation(token, user, at=at)
            return user
    except IntegrityError as error:
        raise OrganizerError(
            _("This address already has an account. Sign in first, then open the link again."),
            field="email",
        ) from error


def accept_invitation(token: str, user: User, *, at: datetime) -> None:
    """Let somebody who has an account join the link's organization, or rise to the link's role."""
    with transaction():
        _use_invitation(token, user, at=at)


def sign_in(email: str, password: str) -> User | None:
    """Return the user if the password is right; costs the same time for unknown addresses."""
    user = db.session.scalar(select(User).filter_by(email=email.strip().lower()))
    try:
        _hasher.verify(user.password_hash if user else _NOBODYS_HASH, password)
    except (Argon2Error, InvalidHashError):
        return None
    return user


def staff_of(organization_id: int) -> Sequence[Staff]:
    """Return everybody who works for an organization, in the order they came."""
    return db.session.scalars(
        select(Staff)
        .filter_by(organization_id=organization_id)
        .options(joinedload(Staff.user))
        .order_by(Staff.id)
    ).all()


# Put together once: every request asks it.
_WITH_ROLES = (
    select(User)
    .where(User.id == bindparam("user_id"))
    .options(joinedload(User.roles).joinedload(Staff.organization))
)


def find_user(user_id: int) -> User | None:
    """Return a user with their roles and the organizations they work for."""
    return db.session.scalars(_WITH_ROLES, {"user_id": user_id}).unique().one_or_none()


def find_staff(staff_id: int, *, organization_id: int) -> Staff | None:
    """Return a member of an organization's staff."""
    return db.session.scalar(select(Staff).filter_by(id=staff_id, organization_id=organization_id))


def change_role(staff_id: int, role: Role | None, *, organization_id: int) -> None:
    """Give a member of staff another role, or with None remove them.

    Raises OrganizerError if nobody would be left as owner.
    """
    with transaction() as session:
        # The organization's row is the lock: two owners must not remove each other at once.
        session.get_one(Organization, organization_id, with_for_update=True)
        row = find_staff(staff_id, organization_id=organization_id)
        if row is None:
            return  # somebody else removed them meanwhile
        owners = [s for s in staff_of(organization_id) if s.role == Role.OWNER]
        if owners == [row] and role != Role.OWNER:
            raise OrganizerError(
                _("An organization needs an owner. Make somebody else owner first.")
            )
        if role is None:
            session.delete(row)
        else:
            row.role = role


def _use_invitation(token: str, user: User, *, at: datetime) -> None:
    invitation = db.session.scalar(
        select(Invitation)
        .filter_by(token_hash=_digest(token), used_at=None)
        .where(Invitation.expires_at > at)
        .with_for_update()
    )
    if invitation is None:
        raise OrganizerError(_("This link was used already or is too old. Ask for a new one."))
    invitation.used_at = at
    _employ(user.id, invitation.organization_id, invitation.role)


def _employ(user_id: int, organization_id: int, role: Role) -> None:
    row = db.session.scalar(
        select(Staff).filter_by(user_id=user_id, organization_id=organization_id).with_for_update()
    )
    if row is None:
        db.session.add(Staff(organization_id=organization_id, user_id=user_id, role=role))
    elif not row.role.includes(role):
        row.role = role


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
