"""Reads printed pages back, as a person or a scanner would."""

import pypdfium2
import zxingcpp
from PIL import Image


def images_of(pdf: bytes, *, dpi: int = 200) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]


def text_of(pdf: bytes) -> str:
    """The text of all pages without white space, as a reader would copy it."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    return "".join("".join(pages).split())


def codes_of(image: Image.Image) -> list[str]:
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in found]


def levels_of(image: Image.Image) -> set[str]:
    """The error correction levels of the codes on a page: L, M, Q or H."""
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
    return {code.ec_level for code in found}
