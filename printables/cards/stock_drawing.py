"""Draws a stock, for people who describe a sheet of their own."""

from printables.cards.stocks import Stock
from printables.page.boxes import BLACK, GREY, PALE, Box, Fill, Frame, Group, Item, Page
from printables.page.compose import line


def layout_stock(stock: Stock, *, start: int = 1) -> Page:
    """Return the sheet with its cells numbered; those before `start` are shown as used.

    A `Stock` exists only if its cells fit on its paper, so the drawing proves that they do.
    """
    items: list[Item] = [Frame(Box(0, 0, stock.page_w_mm, stock.page_h_mm), 0.8, GREY)]
    for position in range(stock.cells):
        x, y = stock.corner(position)
        cell = Box(x, y, stock.w_mm, stock.h_mm)
        used = position + 1 < start
        if used:
            items.append(Fill(cell, PALE))
        items.append(Frame(cell, 0.5, BLACK))
        number = Box(x + 3, y + 3, stock.w_mm - 6, stock.h_mm * 0.66 - 3)
        items += line(str(position + 1), number, size=14, ink=GREY, across=0.5)
    size = f"{stock.w_mm:g} × {stock.h_mm:g} mm"
    x, y = stock.corner(0)
    below = Box(x + 4, y + stock.h_mm * 0.72, stock.w_mm - 8, stock.h_mm * 0.2)
    items += line(size, below, size=6, across=0.5)
    return Page(stock.page_w_mm, stock.page_h_mm, (Group(0, 0, tuple(items)),))
