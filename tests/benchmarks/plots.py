"""Plots of benchmarks as SVG: lines and points over plain or logarithmic axes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Circle, Drawing, Group, Line, PolyLine, Rect, String
from reportlab.lib.colors import Color, HexColor

WIDTH, HEIGHT = 300.0, 210.0  # between a panel's axes, in points
LEFT, RIGHT, BELOW, ABOVE = 60.0, 16.0, 44.0, 26.0  # around them
FONT, SIZE = "Helvetica", 10.0
INK, PALE, WHITE = HexColor("#222222"), HexColor("#dddddd"), HexColor("#ffffff")
COLOURS = [HexColor(code) for code in ("#0b6bcb", "#c2410c", "#4d7c0f", "#6b7280")]
Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis shows; its first and last mark are its ends."""

    label: str
    marks: Sequence[float]
    log: bool = False

    def place(self, value: float) -> float:
        """Return how far along the axis a value lies, from 0 to 1."""
        low, high, here = self.marks[0], self.marks[-1], value
        if self.log:
            low, high, here = math.log(low), math.log(high), math.log(value)
        return (here - low) / (high - low)


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one colour, joined by a line. Hollow ones were not reached."""

    label: str
    points: Sequence[Point]
    colour: int = 0
    hollow: Sequence[Point] = ()
    dots: bool = True
    dashed: bool = False
    stairs: bool = False
    label_at: Point | None = None
    """Where the label ends; otherwise a little above the last point."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One plot of a picture."""

    title: str
    x: Axis
    y: Axis
    series: Sequence[Series]


def marks_between(low: float, high: float) -> Sequence[float]:
    """Return about five round numbers that reach from `low` or less to `high` or more."""
    size = 10 ** math.floor(math.log10((high - low) / 4))
    step = next(size * factor for factor in (1, 2, 5, 10) if (high - low) / (size * factor) <= 5)
    return [step * i for i in range(math.floor(low / step), math.ceil(high / step) + 1)]


def save_plots(panels: Sequence[Panel], path: Path) -> None:
    """Draw panels side by side into an SVG file."""
    step, height = LEFT + WIDTH + RIGHT, BELOW + HEIGHT + ABOVE
    drawing = Drawing(step * len(panels), height)
    drawing.add(Rect(0, 0, drawing.width, height, fillColor=WHITE, strokeColor=None))
    for number, panel in enumerate(panels):
        group = _panel(panel)
        group.translate(number * step + LEFT, BELOW)
        drawing.add(group)
    path.parent.mkdir(parents=True, exist_ok=True)
    renderSVG.drawToFile(drawing, str(path))


def _panel(panel: Panel) -> Group:
    group = Group(_text(WIDTH / 2, HEIGHT + 10, panel.title, "middle"))
    for mark in panel.x.marks:
        at = WIDTH * panel.x.place(mark)
        group.add(Line(at, 0, at, HEIGHT, strokeColor=PALE))
        group.add(_text(at, -14, f"{mark:,g}", "middle"))
    for mark in panel.y.marks:
        at = HEIGHT * panel.y.place(mark)
        group.add(Line(0, at, WIDTH, at, strokeColor=PALE))
        group.add(_text(-6, at - 3.5, f"{mark:,g}", "end"))
    group.add(_text(WIDTH / 2, -32, panel.x.label, "middle"))
    beside = Group(_text(HEIGHT / 2, 42, panel.y.label, "middle"))
    beside.rotate(90)
    group.add(beside)
    for series in panel.series:
        _add_series(group, panel, series)
    return group


def _add_series(group: Group, panel: Panel, series: Series) -> None:
    colour = COLOURS[series.colour]
    points = [_place(panel, point) for point in series.points]
    line = points
    if series.stairs:
        line = [point for pair in pairwise(points) for point in _stair(*pair)]
    if line:
        flat = [number for point in line for number in point]
        dashes = (5, 3) if series.dashed else ()
        group.add(PolyLine(flat, strokeColor=colour, strokeWidth=1.5, strokeDashArray=dashes))
    for point in points if series.dots else ():
        group.add(Circle(*point, 3, fillColor=colour, strokeColor=colour))
    for point in series.hollow:
        group.add(Circle(*_place(panel, point), 3, fillColor=WHITE, strokeColor=colour))
    if series.label:
        x, y = _place(panel, series.label_at) if series.label_at else points[-1]
        group.add(_text(x, y + 6, series.label, "end", colour))


def _place(panel: Panel, point: Point) -> Point:
    return WIDTH * panel.x.place(point[0]), HEIGHT * panel.y.place(point[1])


def _stair(one: Point, next_: Point) -> Sequence[Point]:
    """What was best stays best until something better is found."""
    return one, (next_[0], one[1]), next_


def _text(x: float, y: float, text: str, anchor: Anchor, colour: Color = INK) -> String:
    return String(x, y, text, fontName=FONT, fontSize=SIZE, textAnchor=anchor, fillColor=colour)
