"""All plans of a small problem, one after the other, leaving out what cannot be the best."""

# ruff: noqa: PLR0917 - numba knows no keyword-only arguments
from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from seating.core import kernels
from seating.core.arrays import FREE, HARD, TOGETHER, WANT, WANTED, Array, Frame
from seating.core.kernels import compiled

PEOPLE = 12
"""People up to whom trying everything is worth a thought."""

NODES = 2_000_000
"""Seats to try at most: about half a second."""

SLICE = 100_000
"""Seats to try before asking whether to go on."""


class Walk(NamedTuple):
    """Where the walk through all plans stands. All arrays are changed in place."""

    seat: Array  # int16[r, n]
    taken: Array  # int16[r, t]: seats taken
    times: Array  # uint8[n, n]: meetings
    tried: Array  # int16[steps + 1]: the table tried last at each step
    before: Array  # int64[steps + 1]: cost before each step
    at: Array  # int64[1]: the step, -1 at the end
    record: Array  # int64[1]: the least total so far
    best: Array  # int16[r, n]


def best_possible(
    frame: Frame, record: int, *, go_on: Callable[[], bool] = lambda: True
) -> tuple[int, Array] | None:
    """Return the least total and its seats, if everything could be tried in `NODES` steps.

    `record` is the total of a plan already known; no seats (all -1) come back if none is better.
    `go_on` is asked between some hundredths of a second and ends it.
    Groups that sit together are not looked at. Two rules keep out plans that differ in names only:
    empty tables of one size are taken in order, and in the first open round people who are alike
    in everything sit in the order of their tables.
    """
    locked = frame.start[frame.played :, : frame.real] >= 0
    if frame.real > PEOPLE or locked.any() or ((frame.kind & FREE) == TOGETHER).any():
        return None
    walk, steps, twins, rests = _start(frame, record), _steps(frame), _twins(frame), _rests(frame)
    for _ in range(NODES // SLICE):
        if not go_on():
            return None
        _try_some(frame, steps, twins, rests, walk, SLICE)
        if walk.at[0] < 0:
            return int(walk.record[0]), walk.best
    return None


def _start(frame: Frame, record: int) -> Walk:
    state = kernels.empty_state(frame, 0)
    kernels.clear(frame, state)
    kernels.seat_rounds(frame, state, np.maximum(frame.start, -1), frame.played)
    steps = len(_steps(frame))
    seat = np.maximum(frame.start, -1)  # seats that nobody may take
    seat[: frame.played] = -1
    taken = np.zeros(frame.size.shape, np.int16)
    for r, i in zip(*np.nonzero(seat >= 0), strict=True):
        taken[r, seat[r, i]] += 1
    return Walk(
        seat=seat,
        taken=taken,
        times=state.times,
        tried=np.full(steps + 1, -1, np.int16),
        before=np.full(steps + 1, int(state.total[0]), np.int64),
        at=np.zeros(1, np.int64),
        record=np.array([record], np.int64),
        best=np.full(frame.start.shape, -1, np.int16),
    )


def _steps(frame: Frame) -> Array:
    """Return round and person of each seat to be given, in order: int32[steps, 2]."""
    rounds, people = np.nonzero(frame.start == -1)
    return np.stack([rounds, people], axis=1).astype(np.int32)


def _twins(frame: Frame) -> Array:
    """Return for each person the nearest earlier one who is alike in everything, or -1."""
    n = len(frame.order)
    twins = np.full(n, -1, np.int32)
    for i in range(n):
        for j in range(i):
            others = [k for k in range(n) if k not in {i, j}]
            alike = (frame.kind[i, others] == frame.kind[j, others]).all()
            there = (frame.start[:, i] == frame.start[:, j]).all()
            if alike and there and frame.leader[i] == frame.leader[j]:
                twins[i] = j
    return twins


def _rests(frame: Frame) -> Array:
    """Return what the rounds after each round cost at least, if all wants were still to be met."""
    wanted = ((frame.kind & WANT) > 0).astype(np.int64) + ((frame.kind & WANTED) > 0)
    wanted[(frame.kind & FREE) == FREE] = 0
    hopes = -int(frame.price[WANT, 1]) * int(wanted.sum()) // 2
    after = np.concatenate([np.cumsum(frame.least[::-1])[::-1][1:], [0]])
    return np.asarray(after - hopes, np.int64)


@compiled
def _try_some(
    frame: Frame, steps: Array, twins: Array, rests: Array, walk: Walk, nodes: int
) -> None:
    """Go on through all seats depth first, for so many of them."""
    seat, taken, times, tried, before = walk.seat, walk.taken, walk.times, walk.tried, walk.before
    k = walk.at[0]
    while k >= 0 and nodes > 0:
        nodes -= 1
        if k == len(steps):
            walk.record[0] = before[k]
            walk.best[:] = seat
            k -= 1
            continue
        r, i = steps[k, 0], steps[k, 1]
        if seat[r, i] >= 0:
            _seat_one(seat, taken, times, r, i, seat[r, i], -1)
        t = _next_table(frame, seat, taken, twins, r, i, tried[k] + 1)
        tried[k] = t
        if t < 0:
            k -= 1
            continue
        cost = before[k] + _price_at(frame, seat, times, r, i, t)
        _seat_one(seat, taken, times, r, i, t, 1)
        if k + 1 == len(steps) or steps[k + 1, 0] != r:
            cost += HARD * _without_leader(frame, seat, r)
        if cost + rests[r] < walk.record[0]:
            k += 1
            before[k] = cost
            tried[k] = -1
    walk.at[0] = k


@compiled
def _next_table(
    frame: Frame, seat: Array, taken: Array, twins: Array, r: int, i: int, first: int
) -> int:
    """Return the next table, from `first` on, where somebody may be tried; -1 if none is left."""
    for t in range(first, taken.shape[1]):
        if taken[r, t] >= frame.size[r, t]:
            continue
        if r == frame.played and twins[i] >= 0 and seat[r, twins[i]] > t:
            continue
        same = False
        for u in range(t):
            same |= taken[r, t] + taken[r, u] == 0 and frame.size[r, u] == frame.size[r, t]
        if not same:
            return t
    return -1


@compiled
def _price_at(frame: Frame, seat: Array, times: Array, r: int, i: int, t: int) -> int:
    """Return what somebody pays at a table for the people there."""
    cost = 0
    for j in range(seat.shape[1]):
        if seat[r, j] == t:
            cost += frame.price[frame.kind[i, j], times[i, j] + 1]
    return cost


@compiled
def _seat_one(seat: Array, taken: Array, times: Array, r: int, i: int, t: int, by: int) -> None:
    """Let somebody sit down (by = 1) or get up again (by = -1), and count the meetings."""
    seat[r, i] = -1
    for j in range(seat.shape[1]):
        if seat[r, j] == t:
            times[i, j] += by
            times[j, i] += by
    taken[r, t] += by
    if by > 0:
        seat[r, i] = t


@compiled
def _without_leader(frame: Frame, seat: Array, r: int) -> int:
    """Count the occupied tables that lack a leader, if there are leaders at all."""
    if not frame.leader.any():
        return 0
    lacking = 0
    for t in range(frame.size.shape[1]):
        people, leaders = 0, 0
        for i in range(frame.real):
            if seat[r, i] == t:
                people += 1
                leaders += frame.leader[i]
        lacking += int(people > 0 and leaders == 0)
    return lacking
