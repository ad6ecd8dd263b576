"""Places texts in boxes: one in a line, several one below the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from printables.page.boxes import BLACK, Box, Ink, Text
from printables.text.fit import Fitted, fit
from printables.text.typeface import printable


@dataclass(frozen=True, slots=True)
class Part:
    """One text of a stack: its share of the height, its largest size, and its looks."""

    text: str
    share: float
    size: float
    ink: Ink = BLACK
    bold: bool = False
    indent: float = 0.0


def place(
    fitted: Fitted,
    box: Box,
    *,
    bold: bool = False,
    ink: Ink = BLACK,
    across: float = 0,
    down: float = 0,
) -> tuple[Text, ...]:
    """Return the lines in a box; `across` and `down` go from 0 (left, top) to 1 (right, foot)."""
    top = box.y + (box.h - fitted.height) * down
    height = (fitted.up + fitted.down) * fitted.size
    texts = []
    for number, (line, em) in enumerate(zip(fitted.lines, fitted.widths, strict=True)):
        width = em * fitted.size
        y = top + number * fitted.pitch
        line_box = Box(box.x + (box.w - width) * across, y, width, height)
        baseline = y + fitted.up * fitted.size
        texts.append(
            Text(line_box, line, fitted.size, baseline, bold, ink, fitted.whole, fitted.cut)
        )
    return tuple(texts)


def line(
    text: str,
    box: Box,
    *,
    size: float,
    ink: Ink = BLACK,
    across: float = 0,
    down: float = 0.5,
    bold: bool = False,
) -> tuple[Text, ...]:
    """Return a text as large as its box allows, up to `size`; nothing for no text."""
    if not printable(text):
        return ()
    fitted = fit(text, w=box.w, h=box.h, size=size, bold=bold)
    return place(fitted, box, bold=bold, ink=ink, across=across, down=down)


def stack(
    parts: Sequence[Part], box: Box, *, gap: float, across: float = 0, down: float = 0.5
) -> list[tuple[Text, ...]]:
    """Return texts one below the other; those without text leave their height to the others."""
    shown = [part for part in parts if printable(part.text)]
    room = box.h - gap * (len(shown) - 1)
    shares = sum(part.share for part in shown)
    fitted = [
        fit(
            part.text,
            w=box.w - part.indent,
            h=room * part.share / shares,
            size=part.size,
            bold=part.bold,
        )
        for part in shown
    ]
    y = box.y + (room - sum(one.height for one in fitted)) * down
    texts = []
    for part, one in zip(shown, fitted, strict=True):
        row = Box(box.x + part.indent, y, box.w - part.indent, one.height)
        texts.append(place(one, row, ink=part.ink, bold=part.bold, across=across))
        y += one.height + gap
    return texts
