"""Registering for an event, changing and cancelling a registration; who attends.

Every command that takes a place locks the event first and counts under that lock, so that two
people never get the last place.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from organizer.core.codes import new_code, read_code
from organizer.core.db import LOCK, db, transaction
from organizer.core.errors import OrganizerError
from organizer.core.i18n import lazy as _l
from organizer.events.models import Event
from organizer.events.service import lock_event
from organizer.people.identity import Identity
from organizer.registration import fields
from organizer.registration.details import SPELT_FIELDS, RegistrationDetails
from organizer.registration.linking import facts_of, link_again, people_behind
from organizer.registration.models import Registration, Source, Status
from organizer.registration.obstacles import Obstacle, find_obstacle

CODE_LENGTH = 16

# By whether the public is told, and whether the address says so.
_ALREADY_REGISTERED = {
    (True, True): _l(
        "You are already registered with this name and this address. "
        "To change something, please contact the host."
    ),
    (True, False): _l(
        "Somebody with this name is already registered. "
        "If that is not you, please contact the host."
    ),
    (False, True): _l("Somebody with this name and this address is already registered."),
    (False, False): _l(
        "Somebody with this name is already registered. "
        "If this is another person, give both their e-mail, or both their company."
    ),
}


def register(
    event_id: int, details: RegistrationDetails, *, source: Source, at: datetime
) -> Registration:
    """Register somebody for an event.

    Raises OrganizerError when the event is full or the same person is registered already; and for
    the public also when registration is closed or the event is over.
    """
    with transaction() as session:
        event = lock_event(event_id)
        _refuse_if_hindered(event, source=source, at=at)
        _refuse_if_known(event_id, details, source=source)
        [registration] = new_registrations(event, [details], source=source, at=at)
        session.add(registration)
        session.flush()
        return registration


def new_registrations(
    event: Event, cards: Sequence[RegistrationDetails], *, source: Source, at: datetime
) -> list[Registration]:
    """Return confirmed registrations, linked with their people, that are still to be stored.

    The caller holds the event's lock.
    """
    registrations = []
    for card, person in zip(cards, people_behind(event, cards), strict=True):
        registration = Registration(
            event_id=event.id,
            person=person,
            code=new_code(CODE_LENGTH),
            status=Status.CONFIRMED,
            source=source,
            fee_due=event.fee,
            created_at=at,
        )
        _fill(registration, card, at=at)
        registrations.append(registration)
    return registrations


def change_registration(
    registration_id: int, details: RegistrationDetails, *, at: datetime
) -> Registration:
    """Correct an attendee's card. A consent that stays keeps the time it was given at."""
    with transaction() as session:
        event = lock_event(session.get_one(Registration, registration_id).event_id)
        registration = session.get_one(Registration, registration_id, populate_existing=True)
        if registration.is_attending:
            _refuse_if_known(event.id, details, source=Source.STAFF, but=registration_id)
        _fill(registration, details, at=at)
        link_again(registration, event)
        return registration


def cancel_registration(registration_id: int, *, at: datetime) -> Registration:
    """Cancel a registration, which frees its place; later calls change nothing."""
    with transaction() as session:
        registration = session.get_one(Registration, registration_id, with_for_update=LOCK)
        if registration.status != Status.CANCELLED:
            registration.status, registration.cancelled_at = Status.CANCELLED, at
        return registration


def restore_registration(registration_id: int, *, at: datetime) -> Registration:
    """Take a cancellation back. Raises OrganizerError if no place is free any more."""
    with transaction() as session:
        event = lock_event(session.get_one(Registration, registration_id).event_id)
        registration = session.get_one(Registration, registration_id, populate_existing=True)
        if not registration.is_attending:
            _refuse_if_hindered(event, source=Source.STAFF, at=at)
            _refuse_if_known(event.id, registration, source=Source.STAFF)
            registration.status, registration.cancelled_at = Status.CONFIRMED, None
            link_again(registration, event)
        return registration


def spell_for_print(registration_id: int, field: str, spelling: str) -> Registration:
    """Keep beside a true name, company or title how it is printed; empty means as it is.

    `field` is one of SPELT_FIELDS.
    """
    with transaction() as session:
        registration = session.get_one(Registration, registration_id, with_for_update=LOCK)
        setattr(registration, f"print_{field}", spelling or None)
        return registration


def attendees_of(event_id: int) -> Sequence[Registration]:
    """Return an event's attendees, in 五十音順."""
    return db.session.scalars(
        select(Registration)
        .where(Registration.event_id == event_id, Registration.is_attending)
        .order_by(Registration.sort_key, Registration.id)
    ).all()


def identities_of(event_id: int) -> list[tuple[Identity, Status, bool]]:
    """Return what tells apart those who registered, their status, and whether they attend."""
    rows = db.session.execute(
        select(
            Registration.name_key,
            Registration.company_key,
            Registration.email,
            Registration.status,
            Registration.is_attending,
        ).where(Registration.event_id == event_id)
    )
    return [(Identity(*who), status, attends) for *who, status, attends in rows]


def count_attendees(event_id: int) -> int:
    """Return how many places are taken."""
    counted = db.session.scalar(
        select(func.count(Registration.id)).where(
            Registration.event_id == event_id, Registration.is_attending
        )
    )
    return counted or 0


def obstacle_of(event: Event, *, at: datetime) -> Obstacle | None:
    """Return what keeps the public from registering now, or None."""
    return find_obstacle(event, attendees=count_attendees(event.id), at=at)


def find_by_code(code: str) -> Registration | None:
    """Return the registration whose badge bears this code, however it was typed."""
    return db.session.scalar(select(Registration).filter_by(code=read_code(code)))


def find_registration(event_id: int, registration_id: int) -> Registration | None:
    """Return a registration of this event."""
    return db.session.scalar(select(Registration).filter_by(event_id=event_id, id=registration_id))


def _fill(registration: Registration, details: RegistrationDetails, *, at: datetime) -> None:
    for name in SPELT_FIELDS:
        # A spelling for print is that of one text; another text has none yet.
        if getattr(registration, name) != getattr(details, name):
            setattr(registration, f"print_{name}", None)
    for field in fields.CARD_FIELDS:
        setattr(registration, field.key, getattr(details, field.key))
    if registration.roster_consent_text != details.consent_text:
        registration.roster_consent_at = at if details.consent_text else None
    registration.roster_consent = bool(details.consent_text)
    registration.roster_consent_text = details.consent_text


def _refuse_if_hindered(event: Event, *, source: Source, at: datetime) -> None:
    obstacle = obstacle_of(event, at=at) if source == Source.PUBLIC else _full(event)
    if obstacle:
        raise OrganizerError(str(obstacle.value))


def _full(event: Event) -> Obstacle | None:
    return Obstacle.FULL if count_attendees(event.id) >= event.capacity else None


def _refuse_if_known(event_id: int, card: Any, *, source: Source, but: int | None = None) -> None:
    """Refuse whoever attends already; colleagues may share an address."""
    who = Identity.of(facts_of(card))
    namesakes = db.session.scalars(
        select(Registration).where(
            Registration.event_id == event_id,
            Registration.name_key == who.name_key,
            Registration.is_attending,
        )
    )
    for other in namesakes:
        if other.id != but and who.is_same(Identity.of(facts_of(other))):
            by_address = bool(who.email and other.email)
            sentence = _ALREADY_REGISTERED[source == Source.PUBLIC, by_address]
            raise OrganizerError(str(sentence), field="email" if by_address else "name")
