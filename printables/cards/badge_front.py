"""Lays out the front of a badge: name, company, code and the rest in their areas."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from math import sqrt

from printables.cards.badge_areas import Areas, Template, divide
from printables.page.boxes import BLACK, GREY, WHITE, Box, Code, Fill, Frame, Item, Picture
from printables.page.compose import Part, line, place, stack
from printables.page.images import Image
from printables.page.inks import RIBBON_INKS, ink_of
from printables.text.fit import fit
from printables.text.typeface import printable, typeface
from printables.values import Badge
from printables.words import Words


@dataclass(frozen=True, slots=True)
class Design:
    """How all badges of an event look."""

    template: Template = Template.NAME
    logo: Image | None = None


def layout_front(
    badge: Badge, *, w: float, h: float, design: Design, words: Words
) -> tuple[Item, ...]:
    """Return what stands on a card of w x h millimetres."""
    areas = divide(badge, w, h, design.template)
    head, main = _parts(badge, design.template, areas.unit)
    gap = areas.unit
    return (
        *_top(badge, areas, design.logo, words),
        *chain(*stack(head, areas.head, gap=1.1 * gap, across=areas.across, down=0)),
        *chain(*stack(main, areas.main, gap=gap, across=areas.across)),
        *_below(badge, areas, design.template),
        *([Code(areas.code, badge.url)] if areas.code else []),
    )


def _parts(badge: Badge, template: Template, unit: float) -> tuple[list[Part], list[Part]]:
    """Return the lines at the head and those in the middle, with their sizes."""
    kana = Part(badge.name_kana, 0.24 if badge.tags else 0.2, 3.0 * unit, ink=GREY)
    name = Part(badge.name, 0.8, 15 * unit, bold=True)
    title = Part(badge.title, 0.4, 3.2 * unit)
    above = [Part(badge.company, 0.6, 4.4 * unit, bold=True), title]
    if template is Template.TALK and badge.tags:
        above.append(Part(badge.industry, 0.35, 2.8 * unit, ink=ink_of(badge.industry), bold=True))
    if template is not Template.COMPANY:
        return above, [kana, name]
    reading = "　".join(filter(None, (badge.title, badge.name_kana)))
    return (
        [Part(badge.company, 1, 7.6 * unit, bold=True)],
        [Part(reading, 0.25, 3.2 * unit, ink=GREY), Part(badge.name, 0.75, 11 * unit, bold=True)],
    )


def _top(badge: Badge, areas: Areas, logo: Image | None, words: Words) -> Iterator[Item]:
    """The logo, and the event's name: on the ribbon of a role, if the wearer has one."""
    box, unit = areas.top, areas.unit
    if logo:
        h = 6.4 * unit if badge.ribbon else 4.2 * unit
        w = min(logo.width * h / logo.height, box.w * 0.28)
        yield Picture(Box(box.x, box.y, w, w * logo.height / logo.width), logo)
        box = Box(box.x + w + 2 * unit, box.y, box.w - w - 2 * unit, box.h)
    if badge.ribbon:
        yield from _ribbon(badge, box, unit, words)
    else:
        across = 2 * areas.across if logo else areas.across
        yield from line(badge.event, box, size=2.5 * unit, ink=GREY, across=across, down=0)


def _ribbon(badge: Badge, box: Box, unit: float, words: Words) -> Iterator[Item]:
    """A band in the colour of the role, with its word large and the event small."""
    assert badge.ribbon
    pad = 2 * unit
    room = box.w - 2 * pad
    split = 0.56 if badge.event else 1
    yield Fill(box, RIBBON_INKS[badge.ribbon], radius=1.2 * unit)
    word = Box(box.x + pad, box.y, room * split, box.h)
    yield from line(words.ribbons[badge.ribbon], word, size=3.9 * unit, ink=WHITE, bold=True)
    left, edge = word.right + pad, 0.08 * box.h
    event = Box(left, box.y + edge, box.right - left - pad, box.h - 2 * edge)
    yield from line(badge.event, event, size=2.3 * unit, ink=WHITE, across=1)


def _below(badge: Badge, areas: Areas, template: Template) -> Iterator[Item]:
    """What is below the name: tags over the foot, or large tags instead of the industry."""
    if template is not Template.TALK or not badge.tags:
        yield from _tags(badge.tags, areas.tags, areas)
        yield from _foot(badge, badge.industry, areas.foot, areas)
        return
    foot = areas.foot
    tags = Box(foot.x, foot.y, foot.w * (0.68 if badge.route else 1), foot.h)
    yield from _tags(badge.tags, tags, areas)
    left = tags.right + 3 * areas.unit
    route = Box(left, foot.y, foot.right - left, foot.h)
    yield from _foot(badge, "", route, areas)


def _tags(tags: tuple[str, ...], box: Box, areas: Areas) -> Iterator[Item]:
    """Outlined labels side by side, each as wide as its words."""
    if not tags:
        return
    unit = areas.unit
    gap, pad = 1.6 * unit, 1.8 * unit
    room = box.w - gap * (len(tags) - 1) - 2 * pad * len(tags)
    # By the root of their widths: a long one can break into lines, a short one cannot.
    weights = [sqrt(max(1, typeface(bold=True).width(printable(tag)))) for tag in tags]
    shares = [room * weight / sum(weights) for weight in weights]
    size = min(4.2 * unit, box.h * 0.6)
    for _ in range(3):  # all in one size: breaking one into lines may make room for others
        labels = [
            fit(tag, w=w, h=box.h * 0.84, size=size, bold=True)
            for tag, w in zip(tags, shares, strict=True)
        ]
        size = min(label.size for label in labels)
    widths = [label.width + 2 * pad for label in labels]
    x = box.x + (box.w - sum(widths) - gap * (len(tags) - 1)) * areas.across
    for label, w in zip(labels, widths, strict=True):
        frame = Box(x, box.y, w, box.h)
        radius = 0.45 * min(w, box.h)
        yield Frame(_inset(frame, 0.15 * unit), 0.3 * unit, BLACK, radius=radius)
        inside = Box(x + pad, box.y, w - 2 * pad, box.h)
        yield from place(label, inside, bold=True, across=0.5, down=0.5)
        x += w + gap


def _inset(box: Box, by: float) -> Box:
    return Box(box.x + by, box.y + by, box.w - 2 * by, box.h - 2 * by)


def _foot(badge: Badge, industry: str, box: Box, areas: Areas) -> Iterator[Item]:
    """The industry as a coloured label on the left, the tables of the rounds on the right."""
    unit, pad = areas.unit, 2.2 * areas.unit
    route = " → ".join(badge.route)
    left = box.x
    if industry:
        room = box.w * (0.5 if route else 1) - 2 * pad
        label = fit(industry, w=room, h=box.h * 0.82, size=3.3 * unit, bold=True)
        w = label.width + 2 * pad
        x = box.x + (0 if route else (box.w - w) * areas.across)
        yield Fill(Box(x, box.y, w, box.h), ink_of(industry), radius=1.2 * unit)
        inside = Box(x + pad, box.y, room, box.h)
        yield from place(label, inside, bold=True, ink=WHITE, down=0.5)
        left = x + w + 2 * unit
    if route:
        rest = Box(left, box.y, box.right - left, box.h)
        yield from line(route, rest, size=5.6 * unit, bold=True, across=1)
