"""The cost kept up to date by the compiled kernels is the score counted from scratch."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from seating import Absence, Problem, Stop, reseat, score, solve, warm_up
from seating.core import kernels
from seating.core.arrays import HARD, Frame, build_frame, plan_of
from seating.repair import roomy
from tests.seating.random_problems import HEAVY, people, problems, tables

few = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    warm_up()


def dealt(frame: Frame) -> kernels.State:
    """Deal all rounds greedily."""
    state = kernels.empty_state(frame, 3)
    kernels.clear(frame, state)
    kernels.seat_rounds(frame, state, np.maximum(frame.start, -1), frame.played)
    for r in range(frame.played, len(frame.start)):
        kernels.deal(frame, state, r)
    for r in range(len(frame.start)):
        kernels.price_round(state, r)
    return state


def agrees(problem: Problem, frame: Frame, state: kernels.State) -> bool:
    plan = plan_of(problem, state.seat[:, : frame.real])
    value = score(problem, plan)
    return int(state.total[0]) + frame.offset == value.weight + HARD * value.violations


def crowded(frame: Frame, state: kernels.State) -> bool:
    """Say whether two seats are left empty at one table: a rule of the search alone."""
    return any(
        len(set(ghosts)) < len(ghosts)
        for row in state.seat[frame.played :, frame.real :]
        for ghosts in [[t for t in row if t >= 0]]
    )


@few
@given(problem=problems(), data=st.data())
def test_after_every_swap_the_cost_is_the_score(problem: Problem, data: st.DataObject) -> None:
    frame = build_frame(problem)
    state = dealt(frame)
    for _ in range(12):
        assert crowded(frame, state) or agrees(problem, frame, state)
        swap(frame, state, data)


def swap(frame: Frame, state: kernels.State, data: st.DataObject) -> None:
    """Let two people or ghosts of any round change seats, if they sit at two tables."""
    r = data.draw(st.integers(frame.played, len(frame.start) - 1))
    movable = frame.movable[r, : frame.movables[r]].tolist()
    assume(movable)
    i, j = data.draw(st.sampled_from(movable)), data.draw(st.sampled_from(movable))
    if state.seat[r, i] != state.seat[r, j]:
        kernels.swap(frame, state, r, i, j, frame.played, len(frame.start))


@few
@given(problem=problems(), data=st.data())
def test_in_a_reseat_too_where_tables_may_become_uneven(
    problem: Problem, data: st.DataObject
) -> None:
    played = solve(problem, Stop.iterations(5)).plan
    changed = replace(problem, played=played.rounds[:1])
    assume(problem.rounds > 1)
    fills = {n: roomy(changed, played, n) for n in range(2, problem.rounds + 1)}
    frame = build_frame(changed, fills)
    state = dealt(frame)
    for _ in range(12):
        assert agrees(changed, frame, state)
        swap(frame, state, data)


@few
@given(problem=problems())
def test_a_search_ends_at_the_score_it_believes_in(problem: Problem) -> None:
    frame = build_frame(problem)
    state = dealt(frame)
    until = np.zeros((*frame.start.shape, frame.size.shape[1]), np.int32)
    clock, record, total = np.zeros(2, np.int64), state.seat.copy(), state.total.copy()
    span = frame.played, len(frame.start)
    kernels.tabu(frame, state, until, clock, record, total, 3000, *span, 2, 6)
    assert crowded(frame, state) or agrees(problem, frame, state)


@pytest.mark.parametrize(("weight", "uneven"), [(0, 2), (4, 0)])
def test_a_reseat_moves_people_for_even_tables_if_these_are_worth_it(
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
