"""Tables counted by their size."""

import pytest
from flask import Flask
from flask_babel import force_locale

from organizer.events.room import Room


def test_seats_of_all_tables_count() -> None:
    room = Room.of([6, 6, 8])
    assert (room.tables, room.seats, room.usual_seats) == (3, 20, 6)


@pytest.mark.parametrize(
    ("people", "seats", "fullest"),
    [
        (60, [6] * 10, 6),
        (55, [6] * 10, 6),
        (50, [6] * 10, 5),
        (41, [6] * 10, 5),
        (99, [6] * 10, 6),
        (1, [6] * 10, 1),
        (12, [2, 2, 8], 8),
        (12, [4, 4, 8], 4),
        (13, [4, 4, 8], 5),
    ],
)
def test_people_spread_evenly_over_tables_of_any_size(
    people: int, seats: list[int], fullest: int
) -> None:
    assert Room.of(seats).fullest_table(people) == fullest


@pytest.mark.parametrize(
    ("seats", "words"),
    [
        ([6, 6], "2 tables × 6 seats"),
        ([6, 4], "2 tables, 10 seats in all"),
        ([], "0 tables, 0 seats in all"),
    ],
)
def test_tables_are_told_by_their_seats(app: Flask, seats: list[int], words: str) -> None:
    with force_locale("en"):
        assert Room.of(seats).in_words() == words
