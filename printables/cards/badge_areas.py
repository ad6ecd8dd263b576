"""Divides a badge into areas for the name, the company, the code and the rest."""

from dataclasses import dataclass
from enum import StrEnum

from printables.page.boxes import Box
from printables.page.qr import quiet_zone
from printables.values import Badge


class Template(StrEnum):
    """Which part of a badge stands out."""

    NAME = "name"
    COMPANY = "company"
    CENTRED = "centred"  # everything on the middle line, the code at the foot
    TALK = "talk"  # what the wearer likes to talk about


@dataclass(frozen=True, slots=True)
class Areas:
    """The areas of a card, none reaching into another."""

    unit: float  # all sizes grow with the card
    top: Box
    head: Box
    main: Box
    tags: Box
    foot: Box
    code: Box | None
    across: float  # 0 aligns at the left, 0.5 in the middle


def divide(badge: Badge, w: float, h: float, template: Template) -> Areas:
    """Return the areas of a card of w x h millimetres for what this badge has to show."""
    if h > w:
        return _portrait(badge, w, h, template)
    return (
        _centred(badge, w, h, template)
        if template is Template.CENTRED
        else _landscape(badge, w, h, template)
    )


def _landscape(badge: Badge, w: float, h: float, template: Template) -> Areas:
    """A card like a business card: code at the top right, the name across its whole width."""
    unit = min(w / 91, h / 55)
    edge, side = 4.5 * unit, 18 * unit
    quiet = quiet_zone(badge.url, side=side)
    code = Box(w - edge - side, edge, side, side)
    inner = w - 2 * edge
    aside = Box(edge, edge, code.x - quiet - edge if quiet else inner, side)
    top, head = _split(aside, _top_height(badge, unit), 1.8 * unit)
    foot_h = _foot_height(badge, template, unit)
    foot = Box(edge, h - edge - foot_h, inner, foot_h)
    main_top = code.bottom + max(quiet, 1.5 * unit)
    low = foot.y - (2 * unit if foot_h else 0)
    main, tags = _with_tags(badge, Box(edge, main_top, inner, low - main_top), unit, template)
    return Areas(unit, top, head, main, tags, foot, code if quiet else None, 0)


def _centred(badge: Badge, w: float, h: float, template: Template) -> Areas:
    """A card with its name on the middle line; company and industry beside the code at the foot."""
    unit = min(w / 91, h / 55)
    edge, side = 4.5 * unit, 18 * unit
    quiet = quiet_zone(badge.url, side=side)
    inner = w - 2 * edge
    code = Box(w - edge - side, h - edge - side, side, side)
    top = Box(edge, edge, inner, _top_height(badge, unit))
    beside = Box(edge, code.y, code.x - quiet - edge if quiet else inner, side)
    foot_h = _foot_height(badge, template, unit)
    foot = Box(edge, beside.bottom - foot_h, beside.w, foot_h)
    head = Box(edge, beside.y, beside.w, beside.h - (foot_h + 2 * unit if foot_h else 0))
    from_y = top.bottom + 1.2 * unit
    middle = Box(edge, from_y, inner, code.y - (quiet or 2 * unit) - from_y)
    main, tags = _with_tags(badge, middle, unit, template)
    return Areas(unit, top, head, main, tags, foot, code if quiet else None, 0.5)


def _portrait(badge: Badge, w: float, h: float, template: Template) -> Areas:
    """A card higher than wide: everything on the middle line, the code at the foot."""
    unit = min(w / 91, h / 110)
    edge, side, type_unit = 6 * unit, 24 * unit, 1.15 * unit
    quiet = quiet_zone(badge.url, side=side)
    inner = w - 2 * edge
    code = Box((w - side) / 2, h - edge - side, side, side)
    foot_h = _foot_height(badge, template, type_unit)
    foot = Box(edge, (code.y - quiet if quiet else h - edge) - foot_h, inner, foot_h)
    top, head = _split(Box(edge, edge, inner, 25 * unit), _top_height(badge, type_unit), 2.5 * unit)
    low = foot.y - 2 * unit
    middle = Box(edge, head.bottom, inner, low - head.bottom)
    main, tags = _with_tags(badge, middle, type_unit, template)
    return Areas(type_unit, top, head, main, tags, foot, code if quiet else None, 0.5)


def _foot_height(badge: Badge, template: Template, unit: float) -> float:
    if template is Template.TALK and badge.tags:
        return 8.4 * unit
    return 6.2 * unit if badge.industry or badge.route else 0.0


def _top_height(badge: Badge, unit: float) -> float:
    return (6.4 if badge.ribbon else 3.2) * unit


def _split(box: Box, h: float, gap: float) -> tuple[Box, Box]:
    """Return a box of height h and what remains below it."""
    return Box(box.x, box.y, box.w, h), Box(box.x, box.y + h + gap, box.w, box.h - h - gap)


def _with_tags(badge: Badge, box: Box, unit: float, template: Template) -> tuple[Box, Box]:
    """Return the room of the name, and that of the talk tags below it."""
    if not badge.tags or template is Template.TALK:
        return box, Box(box.x, box.bottom, box.w, 0)
    h = min(4.6 * unit, box.h * 0.5)
    rest = box.h - h - 1.2 * unit
    return Box(box.x, box.y, box.w, rest), Box(box.x, box.bottom - h, box.w, h)
