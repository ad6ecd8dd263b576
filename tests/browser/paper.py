"""Reading back what the app printed."""

from io import BytesIO

import pypdfium2
import zxingcpp
from PIL import Image

DPI = 200


def pictures(pdf: bytes) -> list[Image.Image]:
    """Return each page as a printer at 200 dots per inch would lay it down."""
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    try:
        return [page.render(scale=DPI / 72).to_pil() for page in document]
    finally:
        document.close()


def texts(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def codes(picture: Image.Image) -> list[str]:
    """Return what every QR code on a page says."""
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def cut_out(page: Image.Image, cell: tuple[float, float, float, float]) -> Image.Image:
    """Return one card of a page; `cell` is left, top, width and height in millimetres."""
    left, top, width, height = (edge / 25.4 * DPI for edge in cell)
    return page.crop((round(left), round(top), round(left + width), round(top + height)))
