"""Lays out the ruler page, which shows how far off a printer prints."""

from printables.cards.stocks import Stock
from printables.page.boxes import BLACK, GREY, Box, Group, Item, Page, Rule
from printables.page.compose import line
from printables.words import Words

REACH = 5  # millimetres to each side of the true edge


def layout_ruler(stock: Stock, *, words: Words) -> Page:
    """Return a page with the cells of a stock and a scale across two edges of the first one.

    Printed on plain paper and held against the stock at a window, the scales show where the
    true edges lie: the numbers read there are `dx_mm` and `dy_mm`.
    """
    first = stock.corner(0)
    items: list[Item] = []
    for position in range(stock.cells):
        x, y = stock.corner(position)
        items += _outline(Box(x, y, stock.w_mm, stock.h_mm))
    x, y = first[0] + stock.w_mm / 2, first[1] + stock.h_mm
    items += _scale(x, y, across=False)
    items += _scale(first[0] + stock.w_mm, first[1] + stock.h_mm / 3, across=True)
    note = Box(first[0] + 4, first[1] + stock.h_mm * 0.5, stock.w_mm / 2 - 8, stock.h_mm * 0.4)
    items += line(f"{stock.name}: {words.ruler}", note, size=3.2, down=0)
    return Page(stock.page_w_mm, stock.page_h_mm, (Group(0, 0, tuple(items)),))


def _outline(box: Box) -> list[Item]:
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    return [
        Rule(*start, *end, width=0.1, ink=GREY)
        for start, end in zip(corners, (*corners[1:], corners[0]), strict=True)
    ]


def _scale(x: float, y: float, *, across: bool) -> list[Item]:
    """Half millimetres with numbers, zero at the edge; across or down the page."""
    items: list[Item] = []
    for half in range(-2 * REACH, 2 * REACH + 1):
        at, whole = half / 2, half % 2 == 0
        reach = 3.0 if whole else 1.6
        if across:
            items.append(Rule(x + at, y, x + at, y + reach, width=0.1, ink=BLACK))
        else:
            items.append(Rule(x, y + at, x + reach, y + at, width=0.1, ink=BLACK))
        if half % 4 == 0:
            below, beside = Box(x + at - 1, y + 3.2, 2, 2), Box(x + 3.5, y + at - 1, 3, 2)
            box = below if across else beside
            items += line(f"{half // 2:d}", box, size=1.8, across=0.5 if across else 0)
    return items
