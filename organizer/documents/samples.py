"""Whose badge to look at before all are printed: the hardest ones."""

from collections.abc import Sequence

from organizer.registration.card_field import Place
from organizer.registration.fields import fields_in
from organizer.registration.models import Registration
from organizer.registration.talk_tags import tags_of

RAREST = 2


def fullest(attendees: Sequence[Registration]) -> Registration:
    """Return of at least one attendee who has the most on their badge."""
    return max(attendees, key=_fullness)


def _fullness(attendee: Registration) -> int:
    said = sum(bool(getattr(attendee, field.key)) for field in fields_in(Place.BADGE))
    return said + len(tags_of(attendee.talk_tags))


def longest_name(attendees: Sequence[Registration]) -> Registration:
    """Return who has the longest name of at least one attendee."""
    return max(attendees, key=lambda attendee: len(attendee.name))


def rarest_name(attendees: Sequence[Registration]) -> Registration:
    """Return who has the rarest kanji in their name, of at least one attendee."""
    return max(attendees, key=lambda attendee: max(map(rareness, attendee.name), default=0))


def rareness(character: str) -> int:
    """Return 0 for everyday characters, 1 for rare kanji, 2 for those beyond JIS X 0208.

    JIS X 0208 has the common kanji in rows 16 to 47 (level 1), the rarer ones from row 48 on.
    """
    try:
        code = character.encode("euc_jp")
    except UnicodeEncodeError:
        return RAREST
    if len(code) == 3:  # JIS X 0212
        return RAREST
    row = code[0] - 0xA0 if len(code) == 2 else 0
    return 1 if row >= 48 else 0
