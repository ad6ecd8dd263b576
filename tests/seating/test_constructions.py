"""Plans that are constructed without a search."""

from __future__ import annotations

from itertools import combinations

import pytest

from seating import Problem, Stop, solve
from seating.search.constructions import without_repeats
from seating.search.designs import ROTATED, SHIFTED
from tests.seating.random_problems import people, tables

KEPT = [
    *((g, p, design.period * len(design.bases)) for (g, p), design in ROTATED.items()),
    *((g, p, len(design.rounds)) for (g, p), design in SHIFTED.items()),
]


@pytest.mark.parametrize(
    ("count", "size", "rounds"),
    [
        *KEPT,
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
def test_nobody_meets_twice_in_a_constructed_plan(count: int, size: int, rounds: int) -> None:
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
def test_nothing_is_constructed_where_no_plan_without_repeats_is_known(
    count: int, size: int, rounds: int
) -> None:
    assert without_repeats(count, size, rounds) is None


def test_a_problem_without_rules_is_solved_without_a_search() -> None:
    problem = Problem(people=people(81), tables=tables(9, seats=9), rounds=10)
    result = solve(problem, Stop.iterations(0))
    assert (result.score.repeats, result.proved) == (0, True)


def test_a_construction_leaves_seats_empty_and_keeps_industries_apart() -> None:
    crowd = people(40, industries=5) + people(46)[40:]
    problem = Problem(people=crowd, tables=tables(8, seats=6), rounds=7)
    result = solve(problem, Stop.iterations(0))
    assert (result.score.repeats, result.score.same_industry) == (0, 0)


def test_a_shifted_design_keeps_the_people_of_an_industry_apart() -> None:
    problem = Problem(people=people(70, industries=7), tables=tables(10, seats=7), rounds=7)
    result = solve(problem, Stop.iterations(0))
    assert (result.score.repeats, result.score.same_industry) == (0, 0)
