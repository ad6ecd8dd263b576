from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from printables import (
    Badge,
    Design,
    Image,
    Placement,
    PrintError,
    Template,
    find_stock,
    render_badges,
    stocks,
)
from printables.cards.badges import layout_badges
from printables.page.boxes import Box
from tests.printables import samples
from tests.printables.reading import codes_of, images_of, text_of
from tests.printables.samples import a_badge, url
from tests.printables.tidy import overlap

A_ONE = find_stock("aone-51002")
assert A_ONE
LOGO = Image(40, 20, bytes(40 * 20 * 3))


@pytest.mark.parametrize("stock", stocks(), ids=lambda stock: stock.id)
def test_cards_lie_where_the_stock_says(stock):
    (page,) = layout_badges([a_badge(n) for n in range(stock.cells)], Placement(stock))
    cards = page.groups[-stock.cells :]
    for number, card in enumerate(cards):
        row, column = divmod(number, stock.cols)
        assert card.x == pytest.approx(stock.left_mm + column * stock.pitch_x_mm)
        assert card.y == pytest.approx(stock.top_mm + row * stock.pitch_y_mm)


def test_a_part_used_sheet_starts_at_the_chosen_cell():
    pages = list(layout_badges([a_badge(n) for n in range(5)], Placement(A_ONE, start=8)))
    assert [len(page.groups) for page in pages] == [3, 2]
    first = pages[0].groups[0]
    assert (first.x, first.y) == (14 + 91, 11 + 3 * 55)


def test_calibration_moves_every_card():
    (page,) = layout_badges([a_badge()], Placement(A_ONE, dx_mm=1.5, dy_mm=-0.5))
    assert (page.groups[0].x, page.groups[0].y) == (15.5, 10.5)


@pytest.mark.parametrize("stock", stocks(), ids=lambda stock: stock.id)
def test_every_code_scans_from_the_printed_page(stock):
    urls = [url(n) for n in range(stock.cells)]
    pdf = render_badges([a_badge(url=one) for one in urls], Placement(stock))
    (image,) = images_of(pdf)
    assert sorted(codes_of(image)) == urls


@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize("stock_id", ["aone-51002", "plain-a4-a6", "hisago-bm120s"])
def test_every_code_scans_from_every_design(template, stock_id):
    stock = find_stock(stock_id)
    badges = [
        replace(badge, company=badge.company * 3) for badge in samples.badges()[: stock.cells]
    ]
    (image,) = images_of(render_badges(badges, Placement(stock), design=Design(template, LOGO)))
    assert sorted(codes_of(image)) == [badge.url for badge in badges]


def test_cut_marks_stay_off_the_cards():
    stock = find_stock("plain-a4")
    (page,) = layout_badges([a_badge()], Placement(stock))
    marks, card = page.groups
    cards = Box(stock.left_mm, stock.top_mm, 2 * 91, 5 * 55)
    assert len(marks.items) == 2 * (3 + 6)
    for mark in marks.items:
        box = Box(mark.x1, mark.y1, mark.x2 - mark.x1, mark.y2 - mark.y1)
        assert not overlap(box, cards, slack=-1)
        assert Box(0, 0, 210, 297).contains(box)
    assert card.x == 14


def test_rare_kanji_are_copied_out_as_they_were_put_in():
    names = ["髙橋", "﨑", "𠮷田", "渡邉", "濵田", "栁澤", "\ufa19田"]
    found = text_of(render_badges([a_badge(name=name) for name in names], Placement(A_ONE)))
    for name in names:
        assert name in found


def test_markup_is_printed_as_it_stands():
    found = text_of(render_badges([a_badge(name="<b>A&B</b> %s \\ (x")], Placement(A_ONE)))
    assert "<b>A&B</b>%s\\(x" in found


def test_control_characters_and_selectors_leave_no_trace():
    plain = render_badges([a_badge(name="渡邉 太郎")], Placement(A_ONE))
    odd = render_badges(
        [a_badge(name="\x00渡邉\U000e0104\u200b\t\r\n太\ufe0f郎\x1b")], Placement(A_ONE)
    )
    assert odd == plain


def test_broken_characters_anywhere_do_no_harm():
    odd = "\ud800\x00\x07\ufffe\U0010ffff 山"
    badge = Badge(odd, url(1), odd, odd, odd, odd, odd, (odd, odd))
    assert "山" in text_of(render_badges([badge], Placement(A_ONE)))


def test_two_jobs_at_once_do_not_disturb_each_other():
    badges = [a_badge(n, name=f"渡邉 {n}") for n in range(20)]
    alone = render_badges(badges, Placement(A_ONE))
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(lambda _: render_badges(badges, Placement(A_ONE)), range(4)))
    assert together == [alone] * 4


def test_the_same_badges_give_the_same_bytes():
    badges = [a_badge(n) for n in range(12)]
    assert render_badges(badges, Placement(A_ONE)) == render_badges(badges, Placement(A_ONE))


@pytest.mark.parametrize(
    "options",
    [
        {"start": 0},
        {"start": 11},
        {"dx_mm": float("nan")},
        {"dy_mm": 11},
    ],
)
def test_a_job_that_cannot_be_printed_is_refused(options):
    with pytest.raises(PrintError):
        render_badges([a_badge()], Placement(A_ONE, **options))


def test_no_badges_are_refused():
    with pytest.raises(PrintError, match="nothing to print"):
        render_badges([], Placement(A_ONE))


def test_progress_is_told_badge_by_badge():
    told = []
    render_badges([a_badge(n) for n in range(12)], Placement(A_ONE, start=4), progress=told.append)
    assert told == list(range(1, 13))


def test_progress_ends_a_job_by_raising_and_the_next_one_is_whole():
    def stop(done):
        if done == 3:
            raise InterruptedError

    badges = [a_badge(n) for n in range(12)]
    whole = render_badges(badges, Placement(A_ONE))
    with pytest.raises(InterruptedError):
        render_badges(badges, Placement(A_ONE), progress=stop)
    assert render_badges(badges, Placement(A_ONE)) == whole
