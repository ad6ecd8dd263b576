"""Badges to look at before all are printed: the first one and the hardest ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, func

from organizer.badges.order import BadgeOrder
from organizer.badges.people import select_people, sort_people
from organizer.badges.values import BadgeSource
from organizer.core.db import db
from organizer.printers.pictures import as_image
from organizer.printers.refusals import refusals_in_words, words_in
from organizer.registration.card_field import CardField, FieldKind, Surface
from organizer.registration.fields import fields_in
from organizer.registration.models import Registration
from organizer.registration.talk_tags import BETWEEN
from printables import Backs, Badge, Design, Stock, Template, preview_badge

RAREST = 2


@dataclass(frozen=True, slots=True)
class Sample:
    """One badge to look at, as images; where backs stay empty, the second one is no image."""

    why: str
    attendee: Registration
    front: str
    back: str


def sample_people(source: BadgeSource, order: BadgeOrder) -> Mapping[str, Registration]:
    """Return of those whom an order prints the first one, the fullest badge and the longest name.

    Of equal ones it is the first. Empty if the order prints nobody.
    """
    everyone = select_people(source.event.id, order)
    by_reason = {
        "first": everyone,
        "fullest": everyone.order_by(_fullness().desc()),
        "longest": everyone.order_by(func.length(Registration.name).desc()),
    }
    found = {
        why: db.session.scalar(sort_people(people, order.sorting, plan_id=source.plan_id).limit(1))
        for why, people in by_reason.items()
    }
    return {why: person for why, person in found.items() if person}


@refusals_in_words()
def draw_samples(
    source: BadgeSource,
    order: BadgeOrder,
    stock: Stock,
    *,
    people: Mapping[str, Registration],
    badges: Mapping[Registration, Badge],
) -> Sequence[Sample]:
    """Return the badges of these people as an order prints them, each once."""
    reasons: dict[Registration, str] = {}
    for why, person in people.items():
        reasons.setdefault(person, why)
    return [
        Sample(why, person, *_sides(source, order, stock, badges[person]))
        for person, why in reasons.items()
    ]


@refusals_in_words()
def draw_designs(
    source: BadgeSource, order: BadgeOrder, stock: Stock, badge: Badge
) -> Mapping[str, str]:
    """Return the front of a badge in each design, as images."""
    words = words_in(source.language)
    return {
        template: as_image(
            preview_badge(
                badge,
                stock,
                design=Design(template, source.logo),
                backs=order.backs,
                words=words,
            )
        )
        for template in Template
    }


def rarest_name(attendees: Iterable[Registration]) -> Registration:
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


def _fullness() -> ColumnElement[int]:
    """Count what stands on a badge beside the name."""
    filled = (case((_is_filled(field), 1), else_=0) for field in fields_in(Surface.BADGE))
    return sum(filled, start=_count_tags())


def _is_filled(field: CardField) -> ColumnElement[bool]:
    column: ColumnElement[Any] = getattr(Registration, field.key)
    return column.is_(True) if field.kind == FieldKind.YES_NO else column != ""


def _count_tags() -> ColumnElement[int]:
    tags = Registration.talk_tags
    separators = func.length(tags) - func.length(func.replace(tags, BETWEEN, ""))
    return case((tags == "", 0), else_=separators + 1)


def _sides(source: BadgeSource, order: BadgeOrder, stock: Stock, badge: Badge) -> tuple[str, str]:
    words = words_in(source.language)
    design = Design(order.template, source.logo)
    front = preview_badge(badge, stock, design=design, backs=order.backs, words=words)
    if order.backs == Backs.NONE:
        return as_image(front), ""
    back = preview_badge(badge, stock, backs=order.backs, back=True, words=words)
    return as_image(front), as_image(back)
