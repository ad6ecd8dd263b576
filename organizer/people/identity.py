"""Who is who: whether two cards of one name are one person's, and which contact a card is of."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from organizer.people.keys import company_key, name_key
from organizer.people.models import Person

FACTS = ("name", "name_kana", "company", "email")
"""What a contact takes over from its latest card."""

Facts = Mapping[str, str]
"""What a card says of its owner, by the names above."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells people apart."""

    name_key: str
    company_key: str
    email: str

    @classmethod
    def of(cls, facts: Facts) -> Self:
        """Return what a card says of who somebody is."""
        return cls(name_key(facts["name"]), company_key(facts["company"]), facts["email"])

    def is_same(self, other: "Identity") -> bool:
        """Whether two at one event are one: by address if both have one, else by company.

        Who gave no company is taken for anybody of the same name.
        """
        if self.name_key != other.name_key:
            return False
        if self.email and other.email:
            return self.email == other.email
        return self.company_key == other.company_key or not (self.company_key and other.company_key)


def choose(
    namesakes: Sequence[Person],
    who: Identity,
    *,
    taken: Container[Person],
    now: Person | None = None,
) -> Person | None:
    """Return which contact of the same name this is, or None: nobody is merged by guess.

    The same address decides. The same company does where it leaves one contact, or the one that
    the card is linked with `now`; but not if that contact is `taken` by another card of the event.
    """
    by_address = [p for p in namesakes if who.email and p.email == who.email]
    if by_address:
        return by_address[0]
    colleagues = [p for p in namesakes if who.company_key == company_key(p.company) != ""]
    found = now if now in colleagues else colleagues[0] if len(colleagues) == 1 else None
    return None if found in taken else found


def follow(person: Person, facts: Facts, *, exactly: bool) -> None:
    """Let a contact follow a card; what the card leaves empty stays, unless it is its only one."""
    for fact in FACTS:
        if facts[fact] or exactly:
            setattr(person, fact, facts[fact])
