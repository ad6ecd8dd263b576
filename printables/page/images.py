"""Pictures that an organization brings, such as its logo."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from io import BytesIO

from PIL import Image as Pillow
from PIL import ImageOps

from printables.errors import Cause, PrintError

MOST_BYTES = 5_000_000
MOST_PIXELS = 25_000_000  # a small file can unpack into gigabytes
LONGEST_SIDE = 700  # pixels; 300 dpi on 59 mm


@dataclass(frozen=True)
class Image:
    """A picture ready for print: RGB pixels on white, row by row."""

    width: int
    height: int
    pixels: bytes

    @cached_property
    def digest(self) -> str:
        """A fingerprint of the pixels."""
        return sha256(self.pixels + f"{self.width}".encode()).hexdigest()[:16]


def read_image(data: bytes) -> Image:
    """Return the picture in a PNG or JPEG file, made small enough for print.

    Raises PrintError if it is another kind of file, broken, or too large.
    """
    if len(data) > MOST_BYTES:
        raise PrintError(Cause.PICTURE_TOO_HEAVY, most=MOST_BYTES, size=len(data))
    try:
        with Pillow.open(BytesIO(data), formats=("PNG", "JPEG")) as source:
            if source.width * source.height > MOST_PIXELS:
                raise PrintError(Cause.PICTURE_TOO_LARGE, most=MOST_PIXELS)
            return _flat(source)
    except (OSError, SyntaxError, ValueError, Pillow.DecompressionBombError) as error:
        if isinstance(error, PrintError):
            raise
        raise PrintError(Cause.NO_PICTURE) from error


def _flat(source: Pillow.Image) -> Image:
    """Return a picture upright, on white, small enough for print."""
    upright = ImageOps.exif_transpose(source)  # as the Exif orientation says
    picture = upright.convert("RGBA")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    paper = Pillow.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture)
    return Image(*picture.size, paper.convert("RGB").tobytes())
