"""Lists on A4: masthead, columns, and rows that flow over pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from printables.page.boxes import BLACK, GREY, Box, Group, Item, Page, Rule, Text
from printables.page.compose import line, place
from printables.text.fit import fit, flow

A4_W, A4_H = 210.0, 297.0
LEFT, RIGHT, TOP, BOTTOM = 16.0, 194.0, 14.0, 281.0
WIDTH = RIGHT - LEFT
ROWS_FROM = 40.0
HEADING_H = 8.2


@dataclass(frozen=True, slots=True)
class Row:
    """A strip of a list, `h` millimetres high; its items count from its own top left corner.

    A heading is never the last row of a page.
    """

    h: float
    items: tuple[Item, ...]
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list and the word above it."""

    word: str
    x: float
    w: float
    across: float = 0.0


def flow_rows(
    rows: Sequence[Row],
    *,
    frame: Callable[[int, int], Sequence[Item]],
    top: float = ROWS_FROM,
    bottom: float = BOTTOM,
) -> Iterator[Page]:
    """Yield A4 pages filled with the rows; `frame` returns what page n of m has around them."""
    filled = _fill(rows, bottom - top)
    for number, shown in enumerate(filled):
        groups = [Group(0, 0, tuple(frame(number + 1, len(filled))))]
        y = top
        for row in shown:
            groups.append(Group(LEFT, y, row.items))
            y += row.h
        yield Page(A4_W, A4_H, tuple(groups))


def _fill(rows: Sequence[Row], room: float) -> list[list[Row]]:
    pages: list[list[Row]] = [[]]
    used = 0.0
    for number, row in enumerate(rows):
        below = rows[number + 1].h if row.is_heading and number + 1 < len(rows) else 0.0
        if pages[-1] and used + row.h + below > room + 1e-6:
            pages.append([])
            used = 0.0
        pages[-1].append(row)
        used += row.h
    return pages


def masthead(title: str, *, event: str, aside: str = "", page: str = "") -> list[Item]:
    """The head of a page: the event small and grey, the sheet's name, and a word at the right."""
    half = WIDTH * 0.62
    return [
        *line(event, Box(LEFT, TOP, WIDTH * 0.8, 5), size=3.4, ink=GREY),
        *line(page, Box(LEFT + WIDTH * 0.82, TOP, WIDTH * 0.18, 5), size=3.4, ink=GREY, across=1),
        *line(title, Box(LEFT, TOP + 6, half, 9.5), size=7, bold=True),
        *line(aside, Box(LEFT + half + 3, TOP + 6, WIDTH - half - 3, 9.5), size=5.2, across=1),
    ]


def headings(columns: Sequence[Column], *, y: float = ROWS_FROM) -> list[Item]:
    """The words above the columns, on a strong line at y."""
    items: list[Item] = [Rule(LEFT, y, RIGHT, y, width=0.5, ink=BLACK)]
    for column in columns:
        box = Box(LEFT + column.x, y - 5.5, column.w, 4.5)
        items += line(column.word, box, size=2.9, ink=GREY, across=column.across)
    return items


def kana_heading(heading: str, count: int) -> Row:
    """The row that heads the people of one row of the kana table, with their number."""
    return Row(
        HEADING_H,
        (
            *line(heading, Box(0, 2.2, 20, HEADING_H - 2.6), size=5, bold=True),
            *line(str(count), Box(10, 2.6, 20, HEADING_H - 3), size=2.9, ink=GREY),
            Rule(0, HEADING_H, WIDTH, HEADING_H, width=0.35, ink=BLACK),
        ),
        is_heading=True,
    )


def page_of(number: int, pages: int) -> str:
    """Return "2 / 3", or nothing where there is only one page."""
    return f"{number} / {pages}" if pages > 1 else ""


def paragraph(text: str, box: Box, *, size: float, bold: bool = False) -> tuple[Text, ...]:
    """Return a text in lines of one size from the top of a box; smaller only if it must be."""
    fitted = flow(text, w=box.w, size=size, bold=bold)
    if fitted.height > box.h:
        fitted = fit(text, w=box.w, h=box.h, size=size, bold=bold)
    return place(fitted, box, bold=bold)


def height_of(texts: Sequence[Text]) -> float:
    """Return how far down texts reach that begin at the top of a row."""
    return max((text.box.bottom for text in texts), default=0.0)
