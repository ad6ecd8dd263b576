"""Designs that need no search."""

from __future__ import annotations

from itertools import combinations

import pytest

from seating import Problem, Stop, solve
from seating.search.constructions import without_repeats
from seating.search.designs import CIRCLES, SHIFTS
from tests.seating.random_problems import people, tables

CIRCULAR = [(g, p, item.period * len(item.bases)) for (g, p), item in CIRCLES.items()]
SHIFTED = [(g, p, len(item.rounds)) for (g, p), item in SHIFTS.items()]


@pytest.mark.parametrize(
    ("count", "size", "rounds"),
    [
        *CIRCULAR,
        *SHIFTED,
        (10, 5, 10),
        (10, 6, 3),
        (2, 2, 3),
        (5, 2, 9),
        (4, 3, 4),
        (4, 4, 5),
        (7, 7, 8),
        (8, 5, 8),
        (9, 3, 13),
        (9, 9, 10),
    ],
)
def test_nobody_meets_twice_in_a_design(count: int, size: int, rounds: int) -> None:
    seats = without_repeats(count, size, rounds)
    assert seats is not None
    assert len(seats) == rounds
    met: set[tuple[int, int]] = set()
    for row in seats:
        groups = [[i for i, t in enumerate(row) if t == table] for table in range(count)]
        assert {len(group) for group in groups} == {size}
        pairs = {pair for group in groups for pair in combinations(group, 2)}
        assert not met & pairs
        met |= pairs


@pytest.mark.parametrize(
    ("count", "size", "rounds"),
    [(6, 3, 2), (6, 4, 8), (3, 5, 2), (4, 4, 6), (3, 2, 6), (10, 10, 5)],
)
def test_where_no_design_is_known_none_is_given(count: int, size: int, rounds: int) -> None:
    assert without_repeats(count, size, rounds) is None


def test_a_pure_problem_is_solved_without_any_search() -> None:
    problem = Problem(people=people(81), tables=tables(9, seats=9), rounds=10)
    result = solve(problem, Stop.iterations(0))
    assert (result.score.repeats, result.proved) == (0, True)


def test_tables_one_short_and_industries_do_not_spoil_a_design() -> None:
    crowd = people(40, industries=5) + people(46)[40:]
    problem = Problem(people=crowd, tables=tables(8, seats=6), rounds=7)
    result = solve(problem, Stop.iterations(0))
    assert (result.score.repeats, result.score.same_industry) == (0, 0)


def test_a_shift_keeps_the_people_of_an_industry_apart() -> None:
    problem = Problem(people=people(70, industries=7), tables=tables(10, seats=7), rounds=7)
    result = solve(problem, Stop.iterations(0))
    assert (result.score.repeats, result.score.same_industry) == (0, 0)
