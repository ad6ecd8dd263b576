"""Draws laid out pages as a PDF."""

import threading
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from PIL import Image
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from printables.page.boxes import Code, Fill, Frame, Group, Item, Page, Picture, Rule, Text
from printables.page.qr import encode
from printables.text.typeface import Typeface, printable, typeface
from printables.words import JAPANESE, Words

# Streams as they are: in ASCII85 the files would be a quarter larger.
rl_config.useA85 = 0

POINT = 72 / 25.4  # points in a millimetre
# reportlab's fonts seek in their file while they write a subset.
_DRAWING = threading.Lock()


def render_pages(
    pages: Iterable[Page], *, title: str, words: Words = JAPANESE, duplex: str | None = None
) -> bytes:
    """Return the pages of a `layout_...` function as a PDF; the same pages give the same bytes.

    `duplex` is what viewers propose to the printer (ISO 32000-1, 12.2), if anything.
    """
    out = BytesIO()
    canvas = Canvas(out, pageCompression=1, invariant=1, lang=words.language)
    canvas.setTitle(printable(title))
    canvas.setCreator("event-organizer")
    canvas.setViewerPreference("PrintScaling", "None")  # cards must come out at 100 %
    if duplex:
        canvas.setViewerPreference("Duplex", duplex)
    faces = {bold: typeface(bold=bold) for bold in (False, True)}
    with _DRAWING:
        for face in faces.values():
            pdfmetrics.registerFont(face.font)
        for page in pages:
            canvas.setPageSize((page.w * POINT, page.h * POINT))
            for group in page.groups:
                _draw_group(canvas, group, page, faces)
            canvas.showPage()
        canvas.save()
    return out.getvalue()


def _draw_group(canvas: Any, group: Group, page: Page, faces: dict[bool, Typeface]) -> None:
    """Draw a group with its own corner as origin: equal cards give equal, well packed streams."""
    canvas.saveState()
    canvas.translate(group.x * POINT, (page.h - group.y) * POINT)
    if group.turned:
        canvas.scale(-1, -1)
    for item in group.items:
        _draw_item(canvas, item, faces)
    canvas.restoreState()


def _draw_item(canvas: Any, item: Item, faces: dict[bool, Typeface]) -> None:
    match item:
        case Text():
            _draw_text(canvas, item, faces[item.bold])
        case Fill():
            _draw_fill(canvas, item)
        case Code():
            canvas.addLiteral(_code(item))
        case Rule():
            _draw_rule(canvas, item)
        case Frame():
            _draw_frame(canvas, item)
        case Picture():
            _draw_picture(canvas, item)


def _draw_text(canvas: Any, item: Text, face: Typeface) -> None:
    """Write the operators of one line; reportlab's text objects take four times as long."""
    red, green, blue = item.ink
    x, y, size = item.box.x * POINT, -item.baseline * POINT, item.size * POINT
    parts = [f"BT {red:.2f} {green:.2f} {blue:.2f} rg 1 0 0 1 {x:.2f} {y:.2f} Tm"]
    document = canvas._doc
    for subset, codes in face.font.splitString(item.text, document):
        font = face.font.getSubsetInternalName(subset, document)
        parts.append(f"{font} {size:.2f} Tf <{codes.hex()}> Tj")
    canvas.addLiteral(" ".join([*parts, "ET"]))


def _draw_fill(canvas: Any, item: Fill) -> None:
    canvas.setFillColorRGB(*item.ink)
    x, y, w, h = (v * POINT for v in (item.box.x, -item.box.bottom, item.box.w, item.box.h))
    canvas.roundRect(x, y, w, h, item.radius * POINT, stroke=0, fill=1)


def _draw_frame(canvas: Any, item: Frame) -> None:
    canvas.setStrokeColorRGB(*item.ink)
    canvas.setLineWidth(item.width * POINT)
    canvas.setDash([])
    x, y, w, h = (v * POINT for v in (item.box.x, -item.box.bottom, item.box.w, item.box.h))
    canvas.roundRect(x, y, w, h, item.radius * POINT, stroke=1, fill=0)


def _draw_picture(canvas: Any, item: Picture) -> None:
    """Embed a picture once for the document, one unit wide and high, and place that."""
    name = f"picture-{item.image.digest}"
    if not canvas.hasForm(name):
        size = item.image.width, item.image.height
        canvas.beginForm(name)
        canvas.drawImage(ImageReader(Image.frombytes("RGB", size, item.image.pixels)), 0, 0, 1, 1)
        canvas.endForm()
    canvas.saveState()
    canvas.translate(item.box.x * POINT, -item.box.bottom * POINT)
    canvas.scale(item.box.w * POINT, item.box.h * POINT)
    canvas.doForm(name)
    canvas.restoreState()


def _draw_rule(canvas: Any, item: Rule) -> None:
    canvas.setStrokeColorRGB(*item.ink)
    canvas.setLineWidth(item.width * POINT)
    canvas.setDash([0.6, 1.8] if item.dotted else [])
    canvas.line(item.x1 * POINT, -item.y1 * POINT, item.x2 * POINT, -item.y2 * POINT)


def _code(item: Code) -> str:
    """Return the drawing of a code, one module being one unit of a space that points down."""
    modules = encode(item.url)
    scale = item.box.w * POINT / modules.side
    x, y = item.box.x * POINT, -item.box.y * POINT
    rectangles = " ".join(modules.rectangles())
    return f"q {scale:.4f} 0 0 {-scale:.4f} {x:.3f} {y:.3f} cm 0 g {rectangles} f Q"
