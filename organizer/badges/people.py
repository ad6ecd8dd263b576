"""Whose badges are printed, and who can be chosen: found, sorted and counted by the database."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, func, or_, select

from organizer.badges.order import BadgeOrder, Sorting
from organizer.core.db import db
from organizer.core.urls import LARGEST_ID
from organizer.registration.details import SPELT_FIELDS
from organizer.registration.models import Registration
from organizer.registration.search import is_found
from organizer.tables.models import Seat

MOST_LISTED = 300
"""So many attendees can be chosen from at once; of more the page lists those who are searched."""
FIRST_FOUND = 50
"""So many are listed of a search that finds too many."""

IN_KANA_ORDER = (Registration.sort_key, Registration.id)


def select_people(event_id: int, order: BadgeOrder) -> Select[Registration]:
    """Return the query for the attendees whose badges an order prints."""
    attendees = _attendees(event_id)
    if order.people is None:
        return attendees
    return attendees.where(Registration.id.in_(_possible(order.people)))


def sort_people(
    people: Select[Registration], sorting: Sorting, *, plan_id: int | None
) -> Select[Registration]:
    """Let a query return people as their badges lie on their sheets.

    Those without a company or a table come last.
    """
    if sorting == Sorting.COMPANY:
        return people.order_by(Registration.company == "", Registration.company, *IN_KANA_ORDER)
    if sorting == Sorting.REGISTERED:
        return people.order_by(Registration.created_at, Registration.id)
    if sorting == Sorting.TABLE:
        first_seat = and_(
            Seat.registration_id == Registration.id, Seat.plan_id == plan_id, Seat.round == 1
        )
        seats = (Seat.table_number.nulls_last(), Seat.position)
        return people.outerjoin(Seat, first_seat).order_by(*seats, *IN_KANA_ORDER)
    return people.order_by(*IN_KANA_ORDER)


def people_of(event_id: int, order: BadgeOrder, *, plan_id: int | None) -> Sequence[Registration]:
    """Return the attendees whose badges an order prints, as these lie on their sheets."""
    people = select_people(event_id, order)
    return db.session.scalars(sort_people(people, order.sorting, plan_id=plan_id)).all()


def count_people(event_id: int, order: BadgeOrder) -> int:
    """Return how many badges an order prints."""
    people = select_people(event_id, order).with_only_columns(func.count(Registration.id))
    return db.session.scalar(people) or 0


def are_attendees(event_id: int, ids: Collection[int]) -> bool:
    """Whether all these people are coming to an event."""
    wanted = set(ids)
    return count_people(event_id, BadgeOrder(people=tuple(wanted))) == len(wanted)


@dataclass(frozen=True, slots=True)
class PeopleList:
    """The attendees who can be chosen from, in 五十音順: the chosen ones and those found."""

    chosen: Sequence[Registration]
    found: Sequence[Registration]
    unlisted: int
    """How many others there are, or are found, beside those."""


def list_people(event_id: int, query: str, *, chosen: Collection[int]) -> PeopleList:
    """Return the chosen attendees, and those whom a search finds; all if there are not too many."""
    attendees = _attendees(event_id)
    already = Registration.id.in_(_possible(chosen))
    others = attendees.where(~already, is_found(event_id, query))
    count = db.session.scalar(others.with_only_columns(func.count(Registration.id))) or 0
    most = MOST_LISTED if count <= MOST_LISTED else FIRST_FOUND if query else 0
    found = db.session.scalars(others.order_by(*IN_KANA_ORDER).limit(most)).all()
    picked = db.session.scalars(attendees.where(already).order_by(*IN_KANA_ORDER)).all()
    return PeopleList(picked, found, count - len(found))


def respelled_people(event_id: int) -> Sequence[Registration]:
    """Return the attendees one of whose texts is printed in another spelling, in 五十音順."""
    spellings: list[Any] = [getattr(Registration, f"print_{field}") for field in SPELT_FIELDS]
    people = _attendees(event_id).where(or_(*(spelling.is_not(None) for spelling in spellings)))
    return db.session.scalars(people.order_by(*IN_KANA_ORDER)).all()


def _attendees(event_id: int) -> Select[Registration]:
    return select(Registration).where(Registration.event_id == event_id, Registration.is_attending)


def _possible(ids: Collection[int]) -> list[int]:
    """Return the ids that a database can look for."""
    return [number for number in ids if 0 < number <= LARGEST_ID]
