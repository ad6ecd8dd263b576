"""Small problems are solved to the best of all plans, found here by trying every seat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import HealthCheck, given, settings

from seating import Plan, Problem, Stop, score, solve, warm_up
from seating.core.arrays import arrays_of
from seating.search.exhaust import best_possible
from seating.table_sizes import present, table_sizes
from tests.seating.random_problems import people, problems, tables


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    warm_up()


def seatings(ids: Sequence[str], sizes: Sequence[int]) -> Iterator[list[tuple[str, ...]]]:
    """Yield every way to seat all these people at tables of these sizes."""
    if not sizes:
        yield []
        return
    for first in combinations(ids, sizes[0]):
        rest = [person for person in ids if person not in first]
        for others in seatings(rest, sizes[1:]):
            yield [first, *others]


def even_sizes(problem: Problem, number: int) -> list[list[int]]:
    """Return every way to spread the people of a round evenly over the tables."""
    sizes = table_sizes(problem, number)
    return [
        [seats - (t in short) for t, seats in enumerate(sizes.open)]
        for short in combinations(sizes.flexible, sizes.empty)
    ]


def least_weight(problem: Problem) -> int:
    """Return the least weight of a plan of evenly filled tables, by looking at all of them."""
    names = [table.id for table in problem.tables]
    rounds = [
        [
            dict(zip(names, way, strict=True))
            for sizes in even_sizes(problem, r)
            for way in seatings(present(problem, r), sizes)
        ]
        for r in range(1, problem.rounds + 1)
    ]
    plans = [score(problem, Plan(plan)) for plan in product(*rounds)]
    return min(value.weight for value in plans if value.violations == 0)


@pytest.mark.parametrize(
    "problem",
    [
        Problem(people=people(4), tables=tables(2, seats=2), rounds=3),
        Problem(people=people(6, industries=2), tables=tables(2, seats=3), rounds=2),
        Problem(people=people(6), tables=tables(3, seats=2), rounds=2, met=(("p0", "p1"),)),
        Problem(
            people=people(6, industries=3),
            tables=tables(2, seats=3),
            rounds=2,
            wants=(("p0", "p3"), ("p1", "p4"), ("p4", "p1")),
            apart=(("p2", "p5"),),
        ),
        Problem(
            people=people(6, industries=3),
            tables=(*tables(1, seats=1), *tables(3, seats=3)[1:]),
            rounds=2,
            met=tuple((f"p{i}", f"p{j}", i + 1) for i in range(5) for j in range(i + 1, 6)),
        ),
        Problem(
            people=tuple(
                replace(p, first_time=i < 3, profession="tax" if i % 2 else None)
                for i, p in enumerate(people(6))
            ),
            tables=tables(2, seats=4),
            rounds=2,
        ),
        Problem(
            people=people(5, industries=2),
            tables=(*tables(1, seats=2), replace(tables(2, seats=3)[1])),
            rounds=3,
            leaders=("p0", "p1", "p2"),
        ),
    ],
)
def test_a_small_problem_is_solved_to_the_best_plan_there_is(problem: Problem) -> None:
    result = solve(problem, Stop.iterations(3000))
    assert result.score.weight == result.bound.weight == least_weight(problem)
    assert result.proved


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(problem=problems(), other=problems())
def test_no_search_finds_less_than_what_was_proved(problem: Problem, other: Problem) -> None:
    for asked in (problem, replace(other, together=(), locked=())):
        result = solve(asked, Stop.iterations(1200))
        longer = solve(replace(asked, name="again"), Stop.iterations(900), seed=9)
        if result.proved and not longer.score.violations:
            assert longer.score.weight >= result.score.weight


def test_trying_everything_can_be_cancelled() -> None:
    problem = Problem(people=people(12, industries=5), tables=tables(3, seats=4), rounds=4)
    asked: list[bool] = []

    def go_on() -> bool:
        asked.append(True)
        return len(asked) < 3

    assert best_possible(arrays_of(problem), 10**6, go_on=go_on) is None
    assert len(asked) == 3
