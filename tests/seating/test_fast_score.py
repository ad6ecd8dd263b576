"""The cost that the compiled kernels keep up to date is the score counted from scratch."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from seating import Absence, Problem, Stop, reseat, score, solve, warm_up
from seating.core import kernels
from seating.core.arrays import ProblemArrays, arrays_of, plan_of
from seating.core.pairs import HARD
from seating.repair import sizes_as_planned
from tests.seating.random_problems import HEAVY, people, problems, tables

few = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    warm_up()


def dealt(arrays: ProblemArrays) -> kernels.SearchState:
    """Deal all rounds greedily."""
    state = kernels.empty_state(arrays, 3)
    kernels.clear(arrays, state)
    kernels.seat_rounds(arrays, state, np.maximum(arrays.fixed, -1), arrays.played)
    for r in range(arrays.played, len(arrays.fixed)):
        kernels.deal(arrays, state, r)
    for r in range(len(arrays.fixed)):
        kernels.price_round(state, r)
    return state


def agrees(problem: Problem, arrays: ProblemArrays, state: kernels.SearchState) -> bool:
    plan = plan_of(problem, state.seat[:, : arrays.real])
    value = score(problem, plan)
    return int(state.total[0]) + arrays.offset == value.weight + HARD * value.violations


def shares_empty_seats(arrays: ProblemArrays, state: kernels.SearchState) -> bool:
    """Say whether two seats are left empty at one table: a rule of the search alone."""
    return any(
        len(set(placeholders)) < len(placeholders)
        for row in state.seat[arrays.played :, arrays.real :]
        for placeholders in [[t for t in row if t >= 0]]
    )


@few
@given(problem=problems(), data=st.data())
def test_after_every_swap_the_cost_is_the_score(problem: Problem, data: st.DataObject) -> None:
    arrays = arrays_of(problem)
    state = dealt(arrays)
    for _ in range(12):
        assert shares_empty_seats(arrays, state) or agrees(problem, arrays, state)
        swap(arrays, state, data)


def swap(arrays: ProblemArrays, state: kernels.SearchState, data: st.DataObject) -> None:
    """Let two people or placeholders of any round change seats, if they sit at two tables."""
    r = data.draw(st.integers(arrays.played, len(arrays.fixed) - 1))
    movable = arrays.movable[r, : arrays.movable_count[r]].tolist()
    assume(movable)
    i, j = data.draw(st.sampled_from(movable)), data.draw(st.sampled_from(movable))
    if state.seat[r, i] != state.seat[r, j]:
        kernels.swap(arrays, state, r, i, j, arrays.played, len(arrays.fixed))


@few
@given(problem=problems(), data=st.data())
def test_in_a_reseat_whose_tables_may_become_uneven_too_the_cost_is_the_score(
    problem: Problem, data: st.DataObject
) -> None:
    played = solve(problem, Stop.iterations(5)).plan
    changed = replace(problem, played=played.rounds[:1])
    assume(problem.rounds > 1)
    sizes = {n: sizes_as_planned(changed, played, n) for n in changed.open_rounds}
    arrays = arrays_of(changed, sizes)
    state = dealt(arrays)
    for _ in range(12):
        assert agrees(changed, arrays, state)
        swap(arrays, state, data)


@few
@given(problem=problems())
def test_at_the_end_of_a_search_the_cost_is_the_score(problem: Problem) -> None:
    arrays = arrays_of(problem)
    state = dealt(arrays)
    until = np.zeros((*arrays.fixed.shape, arrays.size.shape[1]), np.int32)
    clock, record, total = np.zeros(2, np.int64), state.seat.copy(), state.total.copy()
    span = arrays.played, len(arrays.fixed)
    kernels.tabu(arrays, state, until, clock, record, total, 3000, *span, 2, 6)
    assert shares_empty_seats(arrays, state) or agrees(problem, arrays, state)


@pytest.mark.parametrize(("weight", "uneven"), [(0, 2), (4, 0)])
def test_a_reseat_moves_people_for_even_tables_if_their_weight_says_so(
    weight: int, uneven: int
) -> None:
    problem = Problem(people=people(8), tables=tables(2, seats=4), rounds=1)
    plan = solve(problem, Stop.iterations(5)).plan
    gone = tuple(Absence(p, 1) for p in plan.rounds[0]["T0"][:3])
    weights = replace(HEAVY, uneven=weight)
    assert reseat(replace(problem, absent=gone, weights=weights), plan).score.uneven == uneven


def test_a_small_table_keeps_its_closed_seats_empty() -> None:
    room = (*tables(2, seats=5), replace(tables(3, seats=2)[2]))
    problem = Problem(people=people(11, industries=3), tables=room, rounds=2)
    plan = solve(problem, Stop.iterations(50)).plan
    changed = replace(problem, absent=(Absence("p0", 2), Absence("p5", 2)), played=plan.rounds[:1])
    result = reseat(changed, plan)
    assert result.score.violations == 0
    assert result.score == score(changed, result.plan)
