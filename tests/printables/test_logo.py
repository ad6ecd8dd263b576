import os
from io import BytesIO

import pytest
from PIL import Image as Pillow

from printables import (
    Badge,
    Design,
    Image,
    Placement,
    Ribbon,
    Template,
    find_stock,
    preview_badge,
    read_image,
    render_badges,
)
from tests.printables.reading import text_of

CARDS = find_stock("aone-51002")

TURN_RIGHT = 6  # Exif 2.32, tag 0x0112: the picture's first row is its right side


def test_a_photograph_stands_as_its_camera_meant_it():
    exif = Pillow.Exif()
    exif[0x0112] = TURN_RIGHT
    out = BytesIO()
    Pillow.new("RGB", (60, 20)).save(out, "JPEG", exif=exif)
    picture = read_image(out.getvalue())
    assert (picture.width, picture.height) == (20, 60)


def test_a_preview_holds_no_more_of_a_logo_than_it_shows():
    design = Design(logo=Image(700, 700, os.urandom(700 * 700 * 3)))
    badge = Badge(name="髙橋 優子", url="HTTPS://EVENTS.EXAMPLE.JP/C/7Q2M9XK4")
    assert len(preview_badge(badge, CARDS, design=design)) < 30_000


@pytest.mark.parametrize("size", [(1, 20_000), (20_000, 1), (1, 1)])
@pytest.mark.parametrize("template", Template)
def test_a_logo_of_any_shape_can_be_shown_and_printed(template, size):
    out = BytesIO()
    Pillow.new("RGB", size).save(out, "PNG")
    design = Design(template, read_image(out.getvalue()))
    badge = Badge(name="髙橋 優子", url="HTTPS://EVENTS.EXAMPLE.JP/C/7Q2M9XK4", ribbon=Ribbon.STAFF)
    assert "<image" in preview_badge(badge, CARDS, design=design)
    assert "髙橋優子" in text_of(render_badges([badge], Placement(CARDS), design=design))
