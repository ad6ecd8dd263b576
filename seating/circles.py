"""Base rounds of plans without repeats that turn in a circle, for tables no field provides.

With n people, m a period and c = n // m: person v + m k (k < c) stands at place v of circle k, and
people from m c on stand outside. Turning every circle by one place makes a new round out of a base
round. If the m turns of no two pairs of table mates in the base rounds agree, nobody meets twice.
The digits of a base round are the tables of the people, in order. They were found by annealing
over base rounds with the number of agreeing pairs as cost. That plans of these sizes exist is
known: 7-3 and 10-3 are Kirkman and nearly Kirkman systems (Ray-Chaudhuri and Wilson 1971; Kotzig
and Rosa 1974), 7-4 is a resolvable design (Hanani, Ray-Chaudhuri and Wilson 1972); for the others
see Miller, Valkov and Abel 2026. For 8-4 and 10-4 one more round is known than is given here.
"""

from __future__ import annotations

from typing import NamedTuple


class Circle(NamedTuple):
    """The period of a plan that turns, and its base rounds."""

    period: int
    bases: tuple[str, ...]


CIRCLES: dict[tuple[int, int], Circle] = {
    (6, 4): Circle(
        7,
        ("525104502344143303215102",),
    ),
    (7, 3): Circle(
        5,
        (
            "406616521353415242003",
            "316345266245030215401",
        ),
    ),
    (7, 4): Circle(
        9,
        ("6405443132232041602566530151",),
    ),
    (8, 3): Circle(
        11,
        ("236007140467564535113272",),
    ),
    (8, 4): Circle(
        9,
        ("13004265061524173147075327652364",),
    ),
    (9, 4): Circle(
        11,
        ("633136854780842574148023072016562517",),
    ),
    (10, 3): Circle(
        14,
        ("550369139340288072294615787146",),
    ),
    (10, 4): Circle(
        12,
        ("5362792280574707165138541264819909340863",),
    ),
    (10, 5): Circle(
        9,
        ("21953386320509601448728081569785702349347176451926",),
    ),
    (10, 6): Circle(
        7,
        ("592738318514328628795036846720110780445394312606957164907529",),
    ),
    (10, 8): Circle(
        5,
        ("51024892391538126128097884258504149775910683552930013163448779620674035646927637",),
    ),
}
