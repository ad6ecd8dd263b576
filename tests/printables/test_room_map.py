import pytest

from printables import (
    JAPANESE,
    MapMark,
    MapTable,
    PrintError,
    RoomMap,
    layout_room_map,
    render_pages,
)
from printables.page.boxes import Frame
from tests.printables import samples
from tests.printables.reading import text_of
from tests.printables.tidy import assert_tidy


def test_a_room_map_keeps_the_proportions_of_the_room():
    room = samples.room_map()
    page = layout_room_map(room, words=JAPANESE)
    assert_tidy(page)
    walls, *tables = [i for i in page.groups[0].items if isinstance(i, Frame)]
    assert walls.box.w / walls.box.h == pytest.approx(room.w / room.h)
    for frame, table in zip(tables, room.tables, strict=True):
        assert frame.box.w == frame.box.h
        across = (frame.box.x + frame.box.w / 2 - walls.box.x) / walls.box.w
        assert across == pytest.approx(table.x / room.w)
    found = text_of(render_pages([layout_room_map(room, words=JAPANESE)], title=""))
    for text in ("ステージ", "入口", "3階ホール", "6席"):
        assert text in found


@pytest.mark.parametrize(
    "thing",
    [
        MapTable("A", 1, 1, 3, 3),
        MapTable("A", float("nan"), 5, 1, 1),
        MapTable("A", 5, 5, 0, 1),
        MapMark("入口", 9.5, 1, 1, 1),
    ],
)
def test_what_stands_outside_of_the_room_is_refused(thing):
    marks = (thing,) if isinstance(thing, MapMark) else ()
    tables = (thing,) if isinstance(thing, MapTable) else ()
    with pytest.raises(PrintError, match="within the room"):
        RoomMap("会", "", 10, 10, tables, marks)


def test_a_room_without_size_is_refused():
    with pytest.raises(PrintError, match="width"):
        RoomMap("会", "", float("nan"), 10, ())
