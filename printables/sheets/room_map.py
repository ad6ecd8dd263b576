"""Lays out the map of the room (会場図): where tables, doors and a stage are."""

from dataclasses import dataclass
from itertools import chain

from printables.errors import Cause, PrintError
from printables.page.boxes import BLACK, GREY, PALE, Box, Fill, Frame, Group, Item, Page
from printables.page.compose import Part, line, stack
from printables.page.sheet import A4_H, A4_W
from printables.text.typeface import printable
from printables.words import Words

EDGE, HEAD_H = 12.0, 24.0


@dataclass(frozen=True, slots=True)
class MapTable:
    """A table with its middle at x, y and its size, all in the room's own unit."""

    name: str
    x: float
    y: float
    w: float
    h: float
    round: bool = True
    seats: int = 0


@dataclass(frozen=True, slots=True)
class MapMark:
    """A door, a stage, a reception desk: a rectangle from its top left corner."""

    word: str
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class RoomMap:
    """A room w wide and h deep in any unit. Raises PrintError if something lies outside of it."""

    event: str
    room: str
    w: float
    h: float
    tables: tuple[MapTable, ...]
    marks: tuple[MapMark, ...] = ()

    def __post_init__(self) -> None:
        if not (0 < self.w < 1e6 and 0 < self.h < 1e6):
            raise PrintError(Cause.NO_ROOM)
        walls = Box(0, 0, self.w, self.h)
        for table in self.tables:
            _check(table.name, _box_of(table), walls)
        for mark in self.marks:
            _check(mark.word, Box(mark.x, mark.y, mark.w, mark.h), walls)


def layout_room_map(room: RoomMap, *, words: Words) -> Page:
    """Return one A4 page, upright or not as the room is, with the room as large as it goes.

    Raises PrintError if nothing stands in the room.
    """
    if not (room.tables or room.marks):
        raise PrintError(Cause.NOTHING)
    page_w, page_h = (A4_H, A4_W) if room.w > room.h else (A4_W, A4_H)
    free = Box(EDGE, EDGE + HEAD_H, page_w - 2 * EDGE, page_h - 2 * EDGE - HEAD_H)
    scale = min(free.w / room.w, free.h / room.h)
    walls = Box(
        free.x + (free.w - room.w * scale) / 2,
        free.y + (free.h - room.h * scale) / 2,
        room.w * scale,
        room.h * scale,
    )
    items = [*_masthead(room, page_w, words), Frame(walls, 0.7, BLACK, radius=0.5)]
    for mark in room.marks:
        items += _mark(mark, _scaled(Box(mark.x, mark.y, mark.w, mark.h), walls, scale))
    for table in room.tables:
        items += _table(table, _scaled(_box_of(table), walls, scale), words)
    return Page(page_w, page_h, (Group(0, 0, tuple(items)),))


def _check(name: str, box: Box, walls: Box) -> None:
    """Refuse what is not a rectangle within the walls; comparisons with NaN are false."""
    if not (box.w > 0 and box.h > 0 and walls.contains(box)):
        raise PrintError(Cause.OUTSIDE_ROOM, name=name)


def _box_of(table: MapTable) -> Box:
    return Box(table.x - table.w / 2, table.y - table.h / 2, table.w, table.h)


def _scaled(box: Box, walls: Box, scale: float) -> Box:
    return Box(walls.x + box.x * scale, walls.y + box.y * scale, box.w * scale, box.h * scale)


def _masthead(room: RoomMap, page_w: float, words: Words) -> list[Item]:
    w = page_w - 2 * EDGE
    title = room.room if printable(room.room) else words.room_map
    return [
        *line(room.event, Box(EDGE, EDGE, w, 5.5), size=3.8, ink=GREY),
        *line(title, Box(EDGE, EDGE + 7, w, 11), size=8, bold=True),
    ]


def _mark(mark: MapMark, box: Box) -> list[Item]:
    inside = Box(box.x + box.w * 0.06, box.y + box.h * 0.1, box.w * 0.88, box.h * 0.8)
    return [Fill(box, PALE, radius=0.8), *line(mark.word, inside, size=4.6, across=0.5)]


def _table(table: MapTable, box: Box, words: Words) -> list[Item]:
    """A table's outline, with its name and how many seats it has."""
    radius = min(box.w, box.h) / 2 if table.round else 1.2
    inside = Box(box.x + box.w * 0.17, box.y + box.h * 0.17, box.w * 0.66, box.h * 0.66)
    seats = words.seats.format(table.seats) if table.seats and box.h > 12 else ""
    parts = (Part(table.name, 0.72, 14, bold=True), Part(seats, 0.28, 3.6))
    outline = Frame(box, 0.5, BLACK, radius=radius)
    return [outline, *chain(*stack(parts, inside, gap=0.6, across=0.5))]
