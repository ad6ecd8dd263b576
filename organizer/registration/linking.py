"""The contact behind a registration: found by the rule of `people.identity`, or made."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select

from organizer.core.db import db
from organizer.events.models import Event
from organizer.people.contacts import find_namesakes, lock_contacts
from organizer.people.identity import FACTS, Facts, Identity, choose, follow
from organizer.people.meetings import hand_over_meetings, has_met_anybody
from organizer.people.models import Person
from organizer.registration.models import Registration


def facts_of(card: Any) -> Facts:
    """Return what a card, or a registration, says of who its owner is."""
    return {name: getattr(card, name) for name in FACTS}


def people_behind(event: Event, cards: Sequence[Any]) -> list[Person]:
    """Return the contact behind each card that is about to be registered, known or new.

    The caller holds the event's lock; the organization's contacts are locked here.
    """
    lock_contacts(event.organization_id)
    facts = [facts_of(card) for card in cards]
    identities = [Identity.of(each) for each in facts]
    namesakes = find_namesakes(event.organization_id, {who.name_key for who in identities})
    taken = _attending(event, (p for people in namesakes.values() for p in people))
    people = []
    for said, who in zip(facts, identities, strict=True):
        person = choose(namesakes[who.name_key], who, taken=taken)
        if person is None:
            person = _new_person(event, said)
            namesakes[who.name_key].append(person)
        follow(person, said, exactly=False)
        taken.add(person)
        people.append(person)
    return people


def link_again(registration: Registration, event: Event) -> None:
    """Link a registration that was changed, or came back, with whoever it is of now.

    A contact with other registrations stays theirs; one with no other follows the card. The
    caller holds the event's lock.
    """
    lock_contacts(event.organization_id)
    before, facts = registration.person, facts_of(registration)
    who = Identity.of(facts)
    namesakes = find_namesakes(event.organization_id, [who.name_key])[who.name_key]
    taken = _attending(event, {before, *namesakes}, but=registration.id)
    found = choose(namesakes, who, taken=taken, now=before)
    if found is None and not _others(before, registration):
        found = before
    if found is None:
        registration.person = _new_person(event, facts)
    else:
        others = _others(found, registration)
        if all(other < registration.id for other in others):
            follow(found, facts, exactly=not others)
        registration.person = found
    db.session.flush()
    if before not in taken:  # else it was their other registration that met people here
        hand_over_meetings(event.id, of=before.id, to=registration.person.id)
    _forget_if_unused(before)


def _new_person(event: Event, facts: Facts) -> Person:
    return Person(organization_id=event.organization_id, **facts)


def _attending(event: Event, people: Iterable[Person], *, but: int | None = None) -> set[Person]:
    """Return who of these people attends the event, by another registration than `but`."""
    by_id = {person.id: person for person in people}
    attending = select(Registration.person_id).where(
        Registration.event_id == event.id,
        Registration.is_attending,
        Registration.person_id.in_(by_id),
    )
    if but is not None:
        attending = attending.where(Registration.id != but)
    return {by_id[person_id] for person_id in db.session.scalars(attending)}


def _others(person: Person, registration: Registration) -> Sequence[int]:
    """Return the ids of a person's registrations but this one."""
    return db.session.scalars(
        select(Registration.id).where(
            Registration.person_id == person.id, Registration.id != registration.id
        )
    ).all()


def _forget_if_unused(person: Person) -> None:
    is_used = db.session.scalar(select(Registration.id).filter_by(person_id=person.id).limit(1))
    if not is_used and not has_met_anybody(person.id):
        db.session.delete(person)
