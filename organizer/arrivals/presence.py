"""Who is in: what the log of scans says, in parts or as a whole."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, and_, exists, func, select
from sqlalchemy.orm import aliased

from organizer.arrivals import log
from organizer.arrivals.log import Arrival, LogEntry
from organizer.arrivals.models import ADMITTED, Scan
from organizer.core.db import db
from organizer.registration.models import Registration

_UNDO = aliased(Scan)
STANDS = and_(
    Scan.shown.in_(ADMITTED),
    ~exists().where(_UNDO.event_id == Scan.event_id, _UNDO.undoes_id == Scan.id),
)
"""Holds for admitted scans that nobody has undone: `log.standing` in SQL."""
ENTRY = (Scan.id, Scan.registration_id, Scan.at, Scan.undoes_id)
"""The columns of a `LogEntry`."""


def arrivals_of(event_id: int, *, among: Collection[int] | None = None) -> Mapping[int, Arrival]:
    """Return since when and by which scan attendees are in, by registration.

    Of the whole event, or of those `among` these registrations.
    """
    scans = standing_of(event_id, *ENTRY)
    if among is not None:
        scans = scans.where(Scan.registration_id.in_(among))
    return log.fold(LogEntry(*row) for row in db.session.execute(scans))


def find_arrival(registration: Registration) -> Arrival | None:
    """Return since when somebody is in, or None if they are not."""
    return arrivals_of(registration.event_id, among=[registration.id]).get(registration.id)


def count_arrived(event_id: int) -> int:
    """Return how many attendees are in."""
    people = func.count(Scan.registration_id.distinct())
    return db.session.scalar(standing_of(event_id, people)) or 0


def latest_arrived(event_id: int, *, limit: int) -> Sequence[Registration]:
    """Return who came last, the latest first."""
    person, since = Scan.registration_id, func.min(Scan.at).label("since")
    arrived = standing_of(event_id, person, since).group_by(person)
    # The latest are picked before their cards are read: a database sorts all that it has read.
    latest = arrived.order_by(since.desc(), person.desc()).limit(limit).subquery()
    return db.session.scalars(
        select(Registration)
        .join(latest, Registration.id == latest.c.registration_id)
        .order_by(latest.c.since.desc(), Registration.id.desc())
    ).all()


def standing_of(event_id: int, *columns: Any) -> Select[Any]:
    """Select from the scans of attendees that nobody has undone."""
    return (
        select(*columns)
        .join(Scan.registration)
        .where(Scan.event_id == event_id, STANDS, Registration.is_attending)
    )
