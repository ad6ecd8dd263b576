"""Draws a laid out page as SVG, for a preview on a screen."""

from base64 import b64encode
from io import BytesIO
from xml.sax.saxutils import escape

from PIL import Image

from printables.page.boxes import (
    Box,
    Code,
    Fill,
    Frame,
    Group,
    Ink,
    Item,
    Page,
    Picture,
    Rule,
    Text,
)
from printables.page.qr import encode
from printables.text.typeface import typeface

PIXELS_A_MM = 12  # of a picture; a large screen shows no more


def svg_of(page: Page) -> str:
    """Return a page as an SVG image in millimetres.

    Text is set in whatever Japanese typeface the viewer has, stretched to the width it has in
    print, so that everything lies where it will lie on paper.
    """
    drawn = "".join(_group(group) for group in page.groups)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {page.w:g} {page.h:g}" '
        f'font-family="Noto Sans JP, sans-serif"><rect width="{page.w:g}" height="{page.h:g}" '
        f'fill="#fff"/>{drawn}</svg>'
    )


def _group(group: Group) -> str:
    turn = " rotate(180)" if group.turned else ""
    items = "".join(map(_item, group.items))
    return f'<g transform="translate({group.x:.3f} {group.y:.3f}){turn}">{items}</g>'


def _item(item: Item) -> str:
    match item:
        case Text():
            return _text(item)
        case Fill():
            return _rectangle(item.box, item.radius, f'fill="{_colour(item.ink)}"')
        case Frame():
            line = f'fill="none" stroke="{_colour(item.ink)}" stroke-width="{item.width:.2f}"'
            return _rectangle(item.box, item.radius, line)
        case Rule():
            return _rule(item)
        case Code():
            return _code(item)
        case Picture():
            return _picture(item)


def _text(item: Text) -> str:
    width = typeface(bold=item.bold).width(item.text) * item.size
    weight = ' font-weight="700"' if item.bold else ""
    return (
        f'<text x="{item.box.x:.2f}" y="{item.baseline:.2f}" font-size="{item.size:.3f}"'
        f'{weight} fill="{_colour(item.ink)}" textLength="{width:.2f}" '
        f'lengthAdjust="spacingAndGlyphs">{escape(item.text)}</text>'
    )


def _rectangle(box: Box, radius: float, looks: str) -> str:
    return (
        f'<rect x="{box.x:.2f}" y="{box.y:.2f}" width="{box.w:.2f}" height="{box.h:.2f}" '
        f'rx="{radius:.2f}" {looks}/>'
    )


def _rule(item: Rule) -> str:
    dots = ' stroke-dasharray="0.2 0.6"' if item.dotted else ""
    return (
        f'<line x1="{item.x1:.2f}" y1="{item.y1:.2f}" x2="{item.x2:.2f}" y2="{item.y2:.2f}" '
        f'stroke="{_colour(item.ink)}" stroke-width="{item.width:.2f}"{dots}/>'
    )


def _code(item: Code) -> str:
    """The dark runs as one path in a space of modules."""
    modules = encode(item.url)
    path = "".join(f"M{x} {y}h{w}v1h-{w}z" for x, y, w in modules.runs())
    scale = item.box.w / modules.side
    place = f"translate({item.box.x:.3f} {item.box.y:.3f}) scale({scale:.5f})"
    return f'<path transform="{place}" shape-rendering="crispEdges" d="{path}"/>'


def _picture(item: Picture) -> str:
    out = BytesIO()
    picture = Image.frombytes("RGB", (item.image.width, item.image.height), item.image.pixels)
    picture.thumbnail((max(1, item.box.w * PIXELS_A_MM), max(1, item.box.h * PIXELS_A_MM)))
    picture.save(out, "PNG")
    box, data = item.box, b64encode(out.getvalue()).decode()
    return (
        f'<image x="{box.x:.2f}" y="{box.y:.2f}" width="{box.w:.2f}" height="{box.h:.2f}" '
        f'href="data:image/png;base64,{data}"/>'
    )


def _colour(ink: Ink) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in ink)
