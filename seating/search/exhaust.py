"""Try all plans of a small problem, leaving out those that cannot be the best."""

# ruff: noqa: PLR0917 - numba knows no keyword-only arguments
from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from seating.core import kernels
from seating.core.arrays import ANYWHERE, ProblemArrays
from seating.core.kernels import compiled
from seating.core.pairs import FREE, HARD, TOGETHER, WANT, WANTED, Array

MOST_PEOPLE = 12
"""With more people there are too many plans to try."""

MOST_TRIES = 2_000_000
"""Seats to try at most: about half a second."""

SLICE = 100_000
"""Seats to try before asking whether to go on."""


class Walk(NamedTuple):
    """How far the walk through all plans has come. All arrays are changed in place."""

    seat: Array  # int16[r, n]
    taken: Array  # int16[r, t]: seats taken
    meetings: Array  # uint8[n, n]
    tried: Array  # int16[steps + 1]: the table tried last at each step
    before: Array  # int64[steps + 1]: cost before each step
    at: Array  # int64[1]: the step, -1 at the end
    record: Array  # int64[1]: the least total so far
    best: Array  # int16[r, n]


def best_possible(
    arrays: ProblemArrays, record: int, *, go_on: Callable[[], bool] = lambda: True
) -> tuple[int, Array] | None:
    """Return the least total of any plan and its seats, or None if not all plans could be tried.

    `record` is the total of a plan already known; if none is better, all seats returned are -1.
    `go_on` is asked every few hundredths of a second and ends the walk if it says no. Problems with
    groups that sit together or with locks are not tried. Of plans that differ in names only, one is
    tried: empty tables of one size are taken in order, and in the first open round people who are
    alike in everything sit in the order of their tables.
    """
    locked = arrays.fixed[arrays.played :, : arrays.real] >= 0
    if arrays.real > MOST_PEOPLE or locked.any() or ((arrays.kind & FREE) == TOGETHER).any():
        return None
    steps, twins, rests = _steps(arrays), _twins(arrays), _rests(arrays)
    walk = _start(arrays, record, len(steps))
    for _ in range(MOST_TRIES // SLICE):
        if not go_on():
            return None
        _try_some(arrays, steps, twins, rests, walk, SLICE)
        if walk.at[0] < 0:
            return int(walk.record[0]), walk.best
    return None


def _start(arrays: ProblemArrays, record: int, steps: int) -> Walk:
    state = kernels.empty_state(arrays, 0)
    kernels.clear(arrays, state)
    kernels.seat_rounds(arrays, state, np.maximum(arrays.fixed, -1), arrays.played)
    seat = np.maximum(arrays.fixed, -1)  # open rounds begin with the seats that nobody may take
    seat[: arrays.played] = -1
    taken = np.zeros(arrays.size.shape, np.int16)
    for r, i in zip(*np.nonzero(seat >= 0), strict=True):
        taken[r, seat[r, i]] += 1
    return Walk(
        seat=seat,
        taken=taken,
        meetings=state.meetings,
        tried=np.full(steps + 1, -1, np.int16),
        before=np.full(steps + 1, int(state.total[0]), np.int64),
        at=np.zeros(1, np.int64),
        record=np.array([record], np.int64),
        best=np.full(arrays.fixed.shape, -1, np.int16),
    )


def _steps(arrays: ProblemArrays) -> Array:
    """Return whom to seat in which round, step by step: (round, person), int32[steps, 2]."""
    rounds, people = np.nonzero(arrays.fixed == ANYWHERE)
    return np.stack([rounds, people], axis=1).astype(np.int32)


def _twins(arrays: ProblemArrays) -> Array:
    """Return for each person the nearest earlier one who is alike in everything, or -1."""
    n = len(arrays.deal_order)
    twins = np.full(n, -1, np.int32)
    for i in range(n):
        for j in range(i):
            others = [k for k in range(n) if k not in {i, j}]
            alike = (arrays.kind[i, others] == arrays.kind[j, others]).all()
            as_fixed = (arrays.fixed[:, i] == arrays.fixed[:, j]).all()
            if alike and as_fixed and arrays.leader[i] == arrays.leader[j]:
                twins[i] = j
    return twins


def _rests(arrays: ProblemArrays) -> Array:
    """Return the least cost of all rounds after each round, as if they met every want."""
    wanted = ((arrays.kind & WANT) > 0).astype(np.int64) + ((arrays.kind & WANTED) > 0)
    wanted[(arrays.kind & FREE) == FREE] = 0
    most_saved = -int(arrays.price[WANT, 1]) * int(wanted.sum()) // 2
    after = np.concatenate([np.cumsum(arrays.least_cost[::-1])[::-1][1:], [0]])
    return np.asarray(after - most_saved, np.int64)


@compiled
def _try_some(
    arrays: ProblemArrays, steps: Array, twins: Array, rests: Array, walk: Walk, tries: int
) -> None:
    """Go on trying seats, depth first, for so many of them."""
    seat, taken, meetings = walk.seat, walk.taken, walk.meetings
    tried, before = walk.tried, walk.before
    k = walk.at[0]
    while k >= 0 and tries > 0:
        tries -= 1
        if k == len(steps):
            walk.record[0] = before[k]
            walk.best[:] = seat
            k -= 1
            continue
        r, i = steps[k, 0], steps[k, 1]
        if seat[r, i] >= 0:
            _seat_one(seat, taken, meetings, r, i, seat[r, i], -1)
        t = _next_table(arrays, seat, taken, twins, r, i, tried[k] + 1)
        tried[k] = t
        if t < 0:
            k -= 1
            continue
        cost = before[k] + _price_at(arrays, seat, meetings, r, i, t)
        _seat_one(seat, taken, meetings, r, i, t, 1)
        if k + 1 == len(steps) or steps[k + 1, 0] != r:
            cost += HARD * _without_leader(arrays, seat, r)
        if cost + rests[r] < walk.record[0]:
            k += 1
            before[k] = cost
            tried[k] = -1
    walk.at[0] = k


@compiled
def _next_table(
    arrays: ProblemArrays, seat: Array, taken: Array, twins: Array, r: int, i: int, first: int
) -> int:
    """Return the next table, from `first` on, where i may be tried; -1 if none is left."""
    for t in range(first, taken.shape[1]):
        if taken[r, t] >= arrays.size[r, t]:
            continue
        if r == arrays.played and twins[i] >= 0 and seat[r, twins[i]] > t:
            continue
        same = False
        for u in range(t):
            same |= taken[r, t] + taken[r, u] == 0 and arrays.size[r, u] == arrays.size[r, t]
        if not same:
            return t
    return -1


@compiled
def _price_at(arrays: ProblemArrays, seat: Array, meetings: Array, r: int, i: int, t: int) -> int:
    """Return what i would pay at table t for the people there."""
    cost = 0
    for j in range(seat.shape[1]):
        if seat[r, j] == t:
            cost += arrays.price[arrays.kind[i, j], meetings[i, j] + 1]
    return cost


@compiled
def _seat_one(seat: Array, taken: Array, meetings: Array, r: int, i: int, t: int, by: int) -> None:
    """Seat i at table t (by = 1) or unseat i (by = -1), and count the meetings."""
    seat[r, i] = -1
    for j in range(seat.shape[1]):
        if seat[r, j] == t:
            meetings[i, j] += by
            meetings[j, i] += by
    taken[r, t] += by
    if by > 0:
        seat[r, i] = t


@compiled
def _without_leader(arrays: ProblemArrays, seat: Array, r: int) -> int:
    """Count the occupied tables that lack a leader, if there are leaders at all."""
    if not arrays.leader.any():
        return 0
    lacking = 0
    for t in range(arrays.size.shape[1]):
        people, leaders = 0, 0
        for i in range(arrays.real):
            if seat[r, i] == t:
                people += 1
                leaders += arrays.leader[i]
        lacking += int(people > 0 and leaders == 0)
    return lacking
