"""Lays out the back of a badge (移動カード): where its wearer sits in each round, with whom."""

import math
from collections.abc import Iterator
from itertools import chain

from printables.page.boxes import BLACK, GREY, WHITE, Box, Fill, Item, Rule
from printables.page.compose import Part, line, stack
from printables.values import Badge, SeatStop


def layout_seat_card(badge: Badge, *, w: float, h: float) -> tuple[Item, ...]:
    """Return the seat card of a badge on w x h millimetres; nothing if no seat is known."""
    if not badge.stops:
        return ()
    unit = min(w / 91, h / 55)
    edge = 4.5 * unit
    inner = w - 2 * edge
    head = Box(edge, edge * 0.8, inner, 5 * unit)
    top = head.bottom + 1.6 * unit
    row_h = min((h - edge * 0.8 - top) / len(badge.stops), 24 * unit)
    items: list[Item] = [
        *line(badge.name, Box(edge, head.y, inner * 0.55, head.h), size=4 * unit, bold=True),
        *line(
            badge.event,
            Box(edge + inner * 0.57, head.y, inner * 0.43, head.h),
            size=2.5 * unit,
            ink=GREY,
            across=1,
        ),
        Rule(edge, top - 0.8 * unit, w - edge, top - 0.8 * unit, width=0.3 * unit, ink=BLACK),
    ]
    for number, stop in enumerate(badge.stops):
        items += _stop(stop, Box(edge, top + number * row_h, inner, row_h), unit)
    return tuple(items)


def _stop(stop: SeatStop, row: Box, unit: float) -> list[Item]:
    """The round, the table in white on black, and the people one meets there."""
    pad = row.h * 0.06
    plate = Box(row.x + 12 * unit, row.y + pad, 14 * unit, row.h - 2 * pad)
    when = (
        Part(f"R{stop.round}", 0.6, 4.6 * unit, bold=True),
        Part(stop.starts_at, 0.4, 2.8 * unit),
    )
    name = Box(plate.x + 1.2 * unit, plate.y, plate.w - 2.4 * unit, plate.h)
    people = Box(plate.right + 3 * unit, plate.y, row.right - plate.right - 3 * unit, plate.h)
    return [
        *chain(*stack(when, Box(row.x, plate.y, 11 * unit, plate.h), gap=0.4 * unit)),
        Fill(plate, BLACK, radius=1.4 * unit),
        *line(stop.table, name, size=9 * unit, ink=WHITE, bold=True, across=0.5),
        *_people(stop.people, people, unit),
    ]


def _people(people: tuple[str, ...], box: Box, unit: float) -> Iterator[Item]:
    """The names in two columns, or below each other while there is room."""
    columns = 1 if len(people) * 4 * unit <= box.h else 2
    rows = max(1, math.ceil(len(people) / columns))
    h = min(box.h / rows, 4.6 * unit)
    w = box.w / columns
    top = box.y + (box.h - h * rows) / 2
    for number, name in enumerate(people):
        column, row = divmod(number, rows)
        cell = Box(box.x + column * w, top + row * h, w - 1.5 * unit, h * 0.9)
        yield from line(name, cell, size=3.2 * unit)
