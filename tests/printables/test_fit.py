import pytest

from printables.text.fit import EASY_MM, fit
from printables.text.linebreak import break_lines, wrap_lines
from printables.text.typeface import typeface


@pytest.mark.parametrize("text", ["寿限無" * 400, "supercalifragilistic" * 60, "a b " * 300])
def test_a_text_that_no_size_can_hold_is_cut_where_it_still_can_be_read(text):
    fitted = fit(text, w=30, h=12, size=5)
    assert fitted.cut
    assert fitted.size >= EASY_MM - 1e-9
    assert fitted.height <= 12 + 1e-9
    assert fitted.width <= 30 + 1e-9


@pytest.mark.parametrize("text", ["寿限無" * 30, "Bartholomew Featherstone " * 4, "森"])
def test_a_text_is_cut_only_if_the_smallest_type_cannot_hold_it(text):
    fitted = fit(text, w=30, h=12, size=5)
    assert not fitted.cut
    assert "".join(fitted.lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("count", range(2, 9))
def test_lines_are_never_more_than_asked_for_and_nearly_as_narrow_as_can_be(count):
    text, face = "新宿区西新宿二丁目八番一号 Sakura Building 12F " * 2, typeface()
    lines = break_lines(text.strip(), face, count, inside_words=False)
    assert len(lines) <= count
    widest = max(map(face.width, lines))
    assert len(wrap_lines(text.strip(), face, widest - 0.06)) > count


def test_lines_know_their_widths():
    fitted = fit("新宿区西新宿二丁目 Sakura Building", w=30, h=20, size=8, bold=True)
    assert len(fitted.lines) > 1
    assert fitted.widths == tuple(map(typeface(bold=True).width, fitted.lines))
