"""Sheets full of badges, and what is worth knowing before they are printed."""

from collections.abc import Iterator, Sequence

from printables.badge_front import Design, layout_front
from printables.boxes import Code, Item, Page, Text
from printables.errors import PrintError
from printables.fit import EASY_MM
from printables.imposition import Backs, Placement, impose
from printables.problems import Problem, Trouble
from printables.seat_card import layout_seat_card
from printables.stocks import Stock
from printables.typeface import printable, unprintable
from printables.values import Badge
from printables.words import JAPANESE, Words

PLAIN = Design()


def layout_badges(
    badges: Sequence[Badge],
    placement: Placement,
    *,
    design: Design = PLAIN,
    words: Words = JAPANESE,
) -> Iterator[Page]:
    """Yield the sheets. Raises PrintError if there is no badge."""
    if not badges:
        raise PrintError("There is no badge to print.")
    w, h = placement.card
    return impose(
        badges,
        placement,
        front=lambda badge: layout_front(badge, w=w, h=h, design=design, words=words),
        back=lambda badge: layout_seat_card(badge, w=w, h=h),
    )


def check_badges(
    badges: Sequence[Badge],
    stock: Stock,
    *,
    design: Design = PLAIN,
    backs: Backs = Backs.NONE,
    words: Words = JAPANESE,
) -> tuple[Problem, ...]:
    """Return what will not come out as it should, badge by badge, before anything is printed."""
    w, h = Placement(stock, backs=backs).card
    found = []
    for badge in badges:
        items = layout_front(badge, w=w, h=h, design=design, words=words)
        if backs is not Backs.NONE:
            items += layout_seat_card(badge, w=w, h=h)
        found += _problems(badge, items)
    return tuple(found)


def hard_to_read(badges: Sequence[Badge], stock: Stock) -> tuple[tuple[Badge, str], ...]:
    """Return the texts that are below 5 points or end with "…" on paper, with their badges."""
    wrong = (Trouble.SMALL, Trouble.SHORTENED)
    problems = check_badges(badges, stock)
    return tuple((found.badge, found.text) for found in problems if found.trouble in wrong)


def _problems(badge: Badge, items: Sequence[Item]) -> list[Problem]:
    texts = [item for item in items if isinstance(item, Text)]
    found = []
    if not printable(badge.name):
        found.append(Problem(badge, Trouble.NO_NAME))
    if badge.url and not any(isinstance(item, Code) for item in items):
        found.append(Problem(badge, Trouble.NO_CODE, badge.url))
    for text in dict.fromkeys(_words_of(badge)):
        if lost := unprintable(text):
            found.append(Problem(badge, Trouble.LOST, text, lost))
    cut = dict.fromkeys(text.whole for text in texts if text.cut)
    found += [Problem(badge, Trouble.SHORTENED, text) for text in cut]
    small = dict.fromkeys(text.whole for text in texts if text.size < EASY_MM and not text.cut)
    return found + [Problem(badge, Trouble.SMALL, text) for text in small]


def _words_of(badge: Badge) -> tuple[str, ...]:
    own = (badge.name, badge.name_kana, badge.company, badge.title, badge.industry, badge.event)
    others = [text for stop in badge.stops for text in (stop.table, *stop.people)]
    return (*own, *badge.route, *badge.tags, *others)
