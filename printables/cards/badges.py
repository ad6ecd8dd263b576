"""Lays out sheets of badges, and checks badges before they are printed."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count

from printables.cards.badge_front import Design, layout_front
from printables.cards.imposition import Backs, Card, Placement, impose
from printables.cards.seat_card import layout_seat_card
from printables.cards.stocks import Stock
from printables.errors import Cause, PrintError
from printables.page.boxes import Code, Item, Page
from printables.page.flaws import FlawKind, TextFlaw, lost, unreadable
from printables.text.typeface import printable
from printables.values import Badge
from printables.words import JAPANESE, Words

PLAIN = Design()

Progress = Callable[[int], None]
"""Called with the number of badges done so far; what it raises ends the job."""


def layout_badges(
    badges: Sequence[Badge],
    placement: Placement,
    *,
    design: Design = PLAIN,
    words: Words = JAPANESE,
    progress: Progress | None = None,
) -> Iterator[Page]:
    """Yield the sheets. Raises PrintError if there is no badge."""
    if not badges:
        raise PrintError(Cause.NOTHING)
    w, h = placement.card
    done = count(1)

    def front(badge: Badge) -> Card:
        if progress:
            progress(next(done))
        return layout_front(badge, w=w, h=h, design=design, words=words)

    return impose(
        badges, placement, front=front, back=lambda badge: layout_seat_card(badge, w=w, h=h)
    )


def check_badges(
    badges: Sequence[Badge],
    stock: Stock,
    *,
    design: Design = PLAIN,
    backs: Backs = Backs.NONE,
    words: Words = JAPANESE,
) -> tuple[tuple[Badge, TextFlaw], ...]:
    """Return what will not come out as it should, badge by badge, before anything is printed."""
    w, h = Placement(stock, backs=backs).card
    found: list[tuple[Badge, TextFlaw]] = []
    for badge in badges:
        items = layout_front(badge, w=w, h=h, design=design, words=words)
        if backs is not Backs.NONE:
            items += layout_seat_card(badge, w=w, h=h)
        found += ((badge, flaw) for flaw in _flaws(badge, items))
    return tuple(found)


def _flaws(badge: Badge, items: Sequence[Item]) -> Iterator[TextFlaw]:
    if not printable(badge.name):
        yield TextFlaw(FlawKind.NO_NAME)
    if badge.url and not any(isinstance(item, Code) for item in items):
        yield TextFlaw(FlawKind.NO_CODE, badge.url)
    yield from lost(_words_of(badge))
    yield from unreadable(items)


def _words_of(badge: Badge) -> tuple[str, ...]:
    own = (badge.name, badge.name_kana, badge.company, badge.title, badge.industry, badge.event)
    others = [text for stop in badge.stops for text in (stop.table, *stop.people)]
    return (*own, *badge.route, *badge.tags, *others)
