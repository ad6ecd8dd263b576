"""Cyclic plans, and people assigned to their roles."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seating import Lock, Participant, Problem, Stop, Table, score, solve, warm_up
from seating.core.arrays import ProblemArrays, arrays_of, plan_of
from seating.core.pairs import Array
from seating.search.cyclic import CyclicSearch, allows_cyclic
from seating.search.role_assignment import RoleAssignment
from tests.seating.random_problems import people, tables

UNEVEN = (7, 6, 6, 6, 6, 6, 6, 6, 6, 5)


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    warm_up()


def evening(*, rounds: int) -> Problem:
    """Return sixty people at tables of 5 to 7 seats, of industries of 1 to 8 people."""
    guests = tuple(Participant(id=f"p{i}", industry=f"i{int(i**0.65)}") for i in range(60))
    room = tuple(Table(id=f"T{t}", seats=seats) for t, seats in enumerate(UNEVEN))
    return Problem(people=guests, tables=room, rounds=rounds)


def cyclic(arrays: ProblemArrays, *, iterations: int) -> tuple[int, Array]:
    search = CyclicSearch(arrays, seed=3)
    for _ in range(iterations // 1000):
        search.advance(1000)
    seats = search.seats()
    assert seats is not None
    return search.cost, seats


def test_the_cost_of_shifts_is_the_number_of_repeats() -> None:
    problem = evening(rounds=9)
    cost, seats = cyclic(arrays_of(problem), iterations=20_000)
    assert cost == score(problem, plan_of(problem, seats)).repeats


def test_tables_of_different_size_are_filled_in_every_round() -> None:
    problem = evening(rounds=6)
    _cost, seats = cyclic(arrays_of(problem), iterations=20_000)
    assert [sorted(np.bincount(row)) for row in seats] == [sorted(UNEVEN)] * 6


def test_a_cyclic_plan_of_few_rounds_has_no_repeat() -> None:
    cost, _seats = cyclic(arrays_of(evening(rounds=6)), iterations=100_000)
    assert cost == 0


def test_assigning_roles_changes_the_weight_as_reported_and_no_repeats() -> None:
    problem = evening(rounds=6)
    arrays = arrays_of(problem)
    _cost, roles = cyclic(arrays, iterations=20_000)
    search = RoleAssignment(arrays, roles, seed=1)
    for step in range(20):
        search.advance(500, step / 20)
    before, after = (score(problem, plan_of(problem, s)) for s in (roles, search.seats()))
    assert search.change == after.weight - before.weight < 0
    assert after.repeats == before.repeats


def test_no_cyclic_plan_is_looked_for_where_people_are_tied_or_have_met() -> None:
    problem = evening(rounds=6)
    assert allows_cyclic(arrays_of(problem))
    for tied in (
        replace(problem, locked=(Lock("p0", 1, "T0"),)),
        replace(problem, leaders=tuple(f"p{i}" for i in range(10))),
        replace(problem, together=(("p0", "p1"),)),
        replace(problem, met=(("p0", "p1"),)),
    ):
        assert not allows_cyclic(arrays_of(tied))


def test_a_dense_evening_comes_out_without_a_repeat() -> None:
    problem = Problem(people=people(84), tables=tables(12, seats=7), rounds=7)
    assert solve(problem, Stop.iterations(200_000), seed=1).proved
