"""Contacts of an organization: found by name, and locked while a command adds some."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select

from organizer.accounts.models import Organization
from organizer.core.db import db
from organizer.people.models import Person


def lock_contacts(organization_id: int) -> None:
    """Lock an organization's contacts until the command ends, so that two do not add one twice."""
    db.session.execute(
        select(Organization.id).filter_by(id=organization_id).with_for_update(key_share=True)
    )


def find_namesakes(
    organization_id: int, name_keys: Collection[str]
) -> defaultdict[str, list[Person]]:
    """Return an organization's contacts of these names, by the key of their name."""
    found: defaultdict[str, list[Person]] = defaultdict(list)
    for person in db.session.scalars(
        select(Person)
        .where(Person.organization_id == organization_id, Person.name_key.in_(name_keys))
        .order_by(Person.id)
    ):
        found[person.name_key].append(person)
    return found
