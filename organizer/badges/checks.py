"""What of badges will not come out as it should, and what is printed in another spelling."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from organizer.badges.order import BadgeOrder
from organizer.badges.people import respelled_people
from organizer.badges.values import BadgeSource
from organizer.printers.refusals import refusals_in_words, words_in
from organizer.printers.texts import SPELT, numbered
from organizer.registration.models import Registration
from printables import Badge, Design, FlawKind, Stock, TextFlaw, check_badges


@dataclass(frozen=True, slots=True)
class BadgeFlaw:
    """A text on somebody's badge that will not come out as it should."""

    attendee: Registration
    text_flaw: TextFlaw

    @property
    def field(self) -> str:
        """The field that can be given another spelling, or empty."""
        printed = {how(self.attendee): field for field, how in reversed(list(SPELT.items()))}
        return printed.get(self.text_flaw.text, "")

    @property
    def characters(self) -> Mapping[str, str]:
        """The characters that are lost, each with its number (U+9AD9)."""
        return numbered(self.text_flaw.characters)


@dataclass(frozen=True, slots=True)
class Respelling:
    """A text that is printed in another spelling than its own."""

    attendee: Registration
    field: str
    text: str
    spelling: str


# Whoever looks again after a change does not wait for the badges that are as they were.
_check_badges = lru_cache(maxsize=4)(check_badges)


@refusals_in_words()
def flaws_of(
    source: BadgeSource, order: BadgeOrder, stock: Stock, badges: Mapping[Registration, Badge]
) -> Sequence[BadgeFlaw]:
    """Return what of badges will not come out as it should.

    The first look at thousands of badges takes seconds.
    """
    wearers = {badge.url: wearer for wearer, badge in badges.items()}
    found = _check_badges(
        tuple(badges.values()),
        stock,
        design=Design(order.template, source.logo),
        backs=order.backs,
        words=words_in(source.language),
    )
    return [BadgeFlaw(wearers[badge.url], flaw) for badge, flaw in found]


def lost_of(flaws: Iterable[BadgeFlaw]) -> Mapping[Registration, list[BadgeFlaw]]:
    """Return, person by person, the texts with characters that the typeface lacks."""
    return _by_person(flaw for flaw in flaws if flaw.text_flaw.kind == FlawKind.LOST)


def hard_of(flaws: Iterable[BadgeFlaw]) -> Mapping[Registration, list[BadgeFlaw]]:
    """Return, person by person, what comes out small, shortened or not at all."""
    return _by_person(flaw for flaw in flaws if flaw.text_flaw.kind != FlawKind.LOST)


def respellings_of(event_id: int) -> Sequence[Respelling]:
    """Return what is printed in another spelling than its own."""
    return [
        Respelling(attendee, field, text, spelling)
        for attendee in respelled_people(event_id)
        for field, how in SPELT.items()
        if (spelling := how(attendee)) != (text := getattr(attendee, field))
    ]


def _by_person(flaws: Iterable[BadgeFlaw]) -> Mapping[Registration, list[BadgeFlaw]]:
    people: dict[Registration, list[BadgeFlaw]] = {}
    for flaw in flaws:
        people.setdefault(flaw.attendee, []).append(flaw)
    return people
