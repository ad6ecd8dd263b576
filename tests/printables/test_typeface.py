import dataclasses
from pathlib import Path

import pytest

from printables import PrintError, printable, unprintable
from printables.page.boxes import Box, Group, Page, Text
from printables.page.compose import place
from printables.page.draw import render_pages
from printables.text import typeface as module
from printables.text.fit import fit
from printables.text.linebreak import break_lines
from printables.text.typeface import typeface
from tests.printables.reading import images_of, text_of

RARE = "髙橋 﨑 𠮷田 渡邉 濵田 栁澤"


@pytest.mark.parametrize("bold", [False, True])
def test_every_rare_kanji_leaves_ink_where_it_stands(bold):
    box = Box(10, 10, 180, 10)
    (text,) = place(fit(RARE, w=180, h=10, size=10, bold=bold), box, bold=bold)
    (image,) = images_of(render_pages([Page(200, 30, (Group(0, 0, (text,)),))], title=""), dpi=100)
    scale, face, x = 100 / 25.4, typeface(bold=bold), text.box.x
    for char in text.text:
        width = face.width(char) * text.size
        area = image.crop(tuple(int(v * scale) for v in (x, 10, x + width, 20)))
        dark = sum(area.histogram()[:128])
        assert (dark > 40) == (char != " "), char
        assert face.glyphs[ord(char)] != 0
        x += width


def test_a_text_that_the_typeface_has_is_copied_out_exactly():
    chars = "".join(map(chr, [*range(0x4E00, 0x4F80), 0x20BB7, 0x2000B, 0xFA19, 0xFA11]))
    known = "".join(char for char in chars if not unprintable(char))
    items = [
        text
        for row in range(0, len(known), 40)
        for text in place(fit(known[row : row + 40], w=200, h=5, size=5), Box(5, row / 5, 200, 5))
    ]
    assert text_of(render_pages([Page(210, 297, (Group(0, 0, tuple(items)),))], title="")) == known


def test_a_character_that_the_typeface_lacks_is_reported_and_drawn_as_geta():
    assert unprintable("山\U0001f600田\u0e01\U0001f600") == ("\U0001f600", "\u0e01")
    assert printable("山\U0001f600田") == "山〓田"
    assert unprintable(RARE) == ()
    assert unprintable("\ud800") == ("\ud800",)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("邉\U000e0104", "邉"),
        ("山田　太郎", "山田 太郎"),
        ("カ\u3099マ", "ガマ"),
        ("Jose\u0301", "José"),
        ("\ufa19①㈱", "\ufa19①㈱"),
        ("a\x00b\x1b\u202ec\ufeff", "abc"),
        ("  two\n lines ", "two lines"),
    ],
)
def test_what_is_printed_differs_from_the_text_only_where_it_must(text, printed):
    assert printable(text) == printed


def test_a_missing_font_says_which_command_lays_it_there(monkeypatch, tmp_path):
    monkeypatch.setattr(module, "FOLDER", Path(tmp_path))
    module._load.cache_clear()
    try:
        with pytest.raises(PrintError, match=r"node build\.mjs"):
            typeface()
    finally:
        module._load.cache_clear()


def test_lines_begin_and_end_as_the_rules_of_japanese_type_ask():
    text = "「コーヒー」、（ミーティング）。「ちょっと、待って！」（株）"
    for count in range(2, 9):
        for line in break_lines(text, typeface(), count, inside_words=False):
            assert line[0] not in "ー」、）。！ょっィ"
            assert line[-1] not in "「（"


def test_latin_words_are_kept_whole():
    lines = break_lines("Taro Featherstonehaugh WATANABE", typeface(), 3, inside_words=False)
    assert lines == ("Taro", "Featherstonehaugh", "WATANABE")


def test_a_short_name_keeps_its_line_and_its_size():
    fitted = fit("林 薫", w=80, h=15, size=14, bold=True)
    assert (fitted.lines, fitted.size) == (("林 薫",), 14)


def test_values_of_layout_are_millimetres():
    (text,) = place(fit("山", w=50, h=10, size=10), Box(20, 30, 50, 10))
    assert isinstance(text, Text)
    assert dataclasses.astuple(text.box) == pytest.approx((20, 30, 10, 10))
    assert text.baseline == pytest.approx(38.8)
