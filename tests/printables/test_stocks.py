import dataclasses

import pytest

from printables import PrintError, Stock, find_stock, stocks


def test_the_standard_business_card_sheet_is_known():
    stock = find_stock("aone-51002")
    assert stock is not None
    assert (stock.cols, stock.rows, stock.w_mm, stock.h_mm) == (2, 5, 91, 55)
    assert (stock.left_mm, stock.top_mm) == (14, 11)
    assert not stock.cut_marks


def test_plain_paper_has_cut_marks():
    stock = find_stock("plain-a4")
    assert stock is not None
    assert stock.cut_marks


def test_an_unknown_stock_is_not_found():
    assert find_stock("aone-00000") is None


def test_every_stock_has_its_own_id():
    ids = [stock.id for stock in stocks()]
    assert len(set(ids)) == len(ids)
    assert len(ids) >= 24


@pytest.mark.parametrize(
    "change",
    [
        {"cols": 3},
        {"rows": 0},
        {"cols": 10_000},
        {"left_mm": -1.0},
        {"left_mm": 40.0},
        {"pitch_x_mm": 90.0},
        {"pitch_y_mm": float("nan")},
        {"w_mm": float("inf")},
        {"w_mm": 0.0},
        {"h_mm": 10.0},
    ],
    ids=lambda change: "{}={}".format(*next(iter(change.items()))),
)
def test_a_sheet_that_cannot_exist_is_refused(change):
    stock = find_stock("aone-51002")
    assert isinstance(stock, Stock)
    with pytest.raises(PrintError):
        dataclasses.replace(stock, **change)
