"""A wrong problem is refused with a sentence and a place."""

from __future__ import annotations

from typing import Any

import pytest

from seating import Absence, Lock, Participant, Problem, ProblemError, Table
from tests.seating.random_problems import people, tables

FOUR = {"people": people(4), "tables": tables(2, seats=2), "rounds": 2}

WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"people": ()}, "nobody", "people"),
    ({"tables": ()}, "no table", "tables"),
    ({"rounds": 0}, "rounds", "rounds"),
    ({"rounds": 1_000_000}, "rounds", "rounds"),
    ({"people": (Participant("a"), Participant("a"))}, "twice", "people[1].id"),
    ({"people": (Participant(""),)}, "empty", "people[0].id"),
    ({"tables": (Table("T0", 0),)}, "seats", "tables[0].seats"),
    ({"people": people(5)}, "5 people for 4 seats", "tables"),
    ({"apart": (("p0", "p9"),)}, "no person p9", "apart[0]"),
    ({"met": (("p0", "p0"),)}, "themselves", "met[0]"),
    ({"met": (("p0", "p9", 2),)}, "no person p9", "met[0]"),
    ({"met": (("p0", "p1"), ("p0", "p1", 0))}, "from 1 to 99", "met[1]"),
    ({"met": (("p0", "p1", 100),)}, "from 1 to 99", "met[0]"),
    ({"leaders": ("p7",)}, "no person p7", "leaders"),
    ({"leaders": ("p1",)}, "uses 2 tables and has 1 leaders", "leaders"),
    ({"locked": (Lock("p0", 3, "T0"),)}, "no round 3", "locked[0].round"),
    ({"locked": (Lock("p0", 1, "T5"),)}, "no table T5", "locked[0].table"),
    ({"locked": (Lock("p0", 1, "T0"), Lock("p0", 1, "T1"))}, "two tables", "locked[1]"),
    ({"locked": tuple(Lock(f"p{i}", 1, "T0") for i in range(3))}, "locks 3 people", "locked"),
    (
        {"locked": (Lock("p0", 1, "T0"),), "absent": (Absence("p0", 1),)},
        "locked but absent",
        "locked[0]",
    ),
    (
        {"together": (("p0", "p1"), ("p1", "p2")), "apart": (("p2", "p0"),)},
        "both together and apart",
        "apart[0]",
    ),
    ({"together": (("p0", "p1"), ("p1", "p2"))}, "No table has seats", "together"),
    ({"apart": (("p0", "p1"), ("p1", "p2"), ("p0", "p2"))}, "avoid each other", "apart"),
    (
        {"apart": (("p0", "p1"),), "locked": (Lock("p0", 2, "T0"), Lock("p1", 2, "T0"))},
        "apart but locked",
        "apart[0]",
    ),
    ({"played": ({"T0": ("p0", "p0")},)}, "sits twice", "played[0].T0"),
    ({"played": ({}, {}, {})}, "More rounds were played", "played"),
]


@pytest.mark.parametrize(("wrong", "words", "place"), WRONG)
def test_what_is_wrong_is_named_with_its_place(
    wrong: dict[str, Any], words: str, place: str
) -> None:
    with pytest.raises(ProblemError, match=words) as caught:
        Problem(**{**FOUR, **wrong})
    assert caught.value.place == place
