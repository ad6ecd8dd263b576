import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image as Pillow

from printables import (
    Badge,
    Design,
    Image,
    Placement,
    PrintError,
    find_stock,
    read_image,
    render_badges,
)
from tests.printables.reading import images_of

CARDS = find_stock("aone-51002")


def file_of(kind: str, *, size: tuple[int, int] = (60, 20), mode: str = "RGB") -> bytes:
    out = BytesIO()
    Pillow.new(mode, size, 0).save(out, kind)
    return out.getvalue()


def bomb() -> bytes:
    """A PNG of a few bytes that says it is 60,000 pixels wide and high."""
    header = struct.pack(">2I5B", 60_000, 60_000, 8, 2, 0, 0, 0)
    body = b"IHDR" + header
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + body
        + struct.pack(">I", zlib.crc32(body))
        + struct.pack(">I", 0)
        + b"IDAT"
        + struct.pack(">I", zlib.crc32(b"IDAT"))
    )


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "1"])
def test_png_files_of_every_mode_are_read(mode):
    assert read_image(file_of("PNG", mode=mode)).width == 60


def test_jpeg_files_in_four_inks_are_read():
    assert read_image(file_of("JPEG", mode="CMYK")).height == 20


def test_a_transparent_picture_lies_on_white():
    clear = read_image(file_of("PNG", mode="RGBA"))
    assert set(clear.pixels) == {255}


def test_a_large_picture_is_made_small_enough_for_print():
    picture = read_image(file_of("PNG", size=(3000, 1000)))
    assert (picture.width, picture.height) == (700, 233)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg></svg>",
        file_of("GIF"),
        file_of("PNG")[:60],
        file_of("JPEG")[:200],
        bomb(),
        file_of("PNG") + b"\0" * 5_000_000,
    ],
    ids=["nothing", "svg", "gif", "half a png", "half a jpeg", "bomb", "heavy"],
)
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(PrintError, match="picture"):
        read_image(data)


def test_a_logo_is_embedded_once_however_many_badges_show_it():
    noise = bytes((7919 * n * n >> 3) % 256 for n in range(300 * 100 * 3))
    design = Design(logo=Image(300, 100, noise))
    badges = [Badge(f"人{n}", "") for n in range(40)]
    one = render_badges(badges[:1], Placement(CARDS), design=design)
    assert len(render_badges(badges, Placement(CARDS), design=design)) < len(one) * 1.3


def test_a_logo_leaves_its_ink_on_the_badge():
    design = Design(logo=Image(60, 20, b"\0" * 3600))
    (page,) = images_of(render_badges([Badge("林", "")], Placement(CARDS), design=design), dpi=72)
    millimetre = 72 / 25.4
    corner = tuple(round(v * millimetre) for v in (19, 16, 30, 19))
    assert page.crop(corner).getextrema() == (0, 0)
