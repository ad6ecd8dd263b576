"""The compiled part: one state, the moves on it, and the searches that make them.

`cost[r, t, i]` is what person i would pay at table t of round r with those who sit there now, so
the change by any swap is a sum of five numbers, and a swap changes few rows of it. A pair's price
in round r is that of its next meeting after those in all other rounds; `next_[i, j]` is the price
of one meeting more and `last[i, j]` of the last one, and both are kept for every pair.
"""

# ruff: noqa: PLR0917 - numba knows no keyword-only arguments
from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

import numba
import numpy as np
from numpy.typing import NDArray

from seating.core.arrays import HARD, Frame

Array = NDArray[Any]
F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """Compile a function once and keep it on disk, or in memory where no disk may be written."""
    try:
        return cast(F, numba.njit(nogil=True, cache=True)(function))
    except RuntimeError:  # numba found no folder for its cache
        return cast(F, numba.njit(nogil=True)(function))


class State(NamedTuple):
    """Seats and everything kept up to date with them. All arrays are changed in place."""

    seat: Array  # int16[r, n]: table, -1 for not seated
    cost: Array  # int32[r, t, n]
    times: Array  # uint8[n, n]: meetings in this plan
    next_: Array  # int16[n, n]
    last: Array  # int16[n, n]
    members: Array  # int32[r, t, most seats]
    place: Array  # int16[r, n]: index in members
    taken: Array  # int16[r, t]: seats taken
    leading: Array  # int16[r, t]: leaders at the table
    total: Array  # int64[1]: cost of the whole plan
    random: Array  # uint64[1]


def empty_state(frame: Frame, seed: int) -> State:
    """Return a state in which nobody sits anywhere yet."""
    rounds, n = frame.start.shape
    tables = frame.size.shape[1]
    most = max(1, int(frame.size.max()))
    return State(
        seat=np.full((rounds, n), -1, np.int16),
        cost=np.zeros((rounds, tables, n), np.int32),
        times=np.zeros((n, n), np.uint8),
        next_=np.zeros((n, n), np.int16),
        last=np.zeros((n, n), np.int16),
        members=np.zeros((rounds, tables, most), np.int32),
        place=np.zeros((rounds, n), np.int16),
        taken=np.zeros((rounds, tables), np.int16),
        leading=np.zeros((rounds, tables), np.int16),
        total=np.zeros(1, np.int64),
        random=fresh_random(seed),
    )


def fresh_random(seed: int) -> Array:
    """Return the state of a fresh source of random numbers, for `draw`."""
    return np.array([(seed * 0x9E3779B97F4A7C15 + 0x632BE59BD9B4E019) % 2**64 | 1], np.uint64)


@compiled
def draw(random: Array, below: int) -> int:
    """Return a random whole number from 0 to below - 1 (xorshift64*, Vigna 2016)."""
    x = random[0]
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    random[0] = x
    high = (x * np.uint64(0x2545F4914F6CDD1D)) >> np.uint64(32)
    return int((high * np.uint64(below)) >> np.uint64(32))


@compiled
def sit(frame: Frame, state: State, r: int, i: int, t: int) -> None:
    """Write down that person i sits at table t in round r; costs are not touched."""
    slot = state.taken[r, t]
    state.members[r, t, slot] = i
    state.place[r, i] = slot
    state.taken[r, t] += 1
    state.seat[r, i] = t
    if frame.leader[i]:
        state.leading[r, t] += 1


@compiled
def clear(frame: Frame, state: State) -> None:
    """Send everybody away and forget all meetings."""
    state.seat[:] = -1
    state.taken[:] = 0
    state.leading[:] = 0
    state.times[:] = 0
    state.last[:] = 0
    state.total[0] = 0
    n = state.times.shape[0]
    for i in range(n):
        for j in range(n):
            state.next_[i, j] = frame.price[frame.kind[i, j], 1]


@compiled
def meet(frame: Frame, state: State, r: int) -> None:
    """Count the meetings of one round that has just been seated, and what they cost."""
    for t in range(state.taken.shape[1]):
        people = state.taken[r, t]
        for x in range(people):
            i = state.members[r, t, x]
            for y in range(people):
                j = state.members[r, t, y]
                if i != j:
                    state.times[i, j] += 1
                    met = state.times[i, j]
                    state.last[i, j] = frame.price[frame.kind[i, j], met]
                    state.next_[i, j] = frame.price[frame.kind[i, j], met + 1]
                    if i < j:
                        state.total[0] += state.last[i, j]
        if _lacks_leader(frame, state, r, t):
            state.total[0] += HARD


@compiled
def _lacks_leader(frame: Frame, state: State, r: int, t: int) -> bool:
    if not frame.leader.any() or state.leading[r, t] > 0:
        return False
    for x in range(state.taken[r, t]):
        if state.members[r, t, x] < frame.real:
            return r >= frame.played
    return False


@compiled
def price_round(state: State, r: int) -> None:
    """Fill cost[r] from scratch."""
    n = state.times.shape[0]
    state.cost[r] = 0
    for t in range(state.taken.shape[1]):
        for x in range(state.taken[r, t]):
            j = state.members[r, t, x]
            for i in range(n):
                state.cost[r, t, i] += state.next_[j, i]
        for x in range(state.taken[r, t]):
            i = state.members[r, t, x]
            own = 0
            for y in range(state.taken[r, t]):
                own += state.last[state.members[r, t, y], i]
            state.cost[r, t, i] = own


@compiled
def seat_rounds(frame: Frame, state: State, seat: Array, upto: int) -> None:
    """Seat the first rounds, after `clear`, as the given seats say (int16[r, n])."""
    for r in range(upto):
        for i in range(seat.shape[1]):
            if seat[r, i] >= 0:
                sit(frame, state, r, i, seat[r, i])
        meet(frame, state, r)


@compiled
def load(frame: Frame, state: State, seat: Array) -> None:
    """Make the state show the given seats in all rounds."""
    clear(frame, state)
    seat_rounds(frame, state, seat, seat.shape[0])
    for r in range(seat.shape[0]):
        price_round(state, r)


@compiled
def deal(frame: Frame, state: State, r: int) -> None:
    """Seat round r greedily: each person in turn at the cheapest table that has room."""
    state.cost[r] = 0
    for i in range(state.seat.shape[1]):
        if frame.start[r, i] >= 0:
            _deal_one(frame, state, r, i, frame.start[r, i])
    for i in frame.order:
        if frame.start[r, i] == -1:
            _deal_one(frame, state, r, i, _cheapest(frame, state, r, i))
    meet(frame, state, r)


@compiled
def _cheapest(frame: Frame, state: State, r: int, i: int) -> int:
    """Return the table where i costs least; of equal ones the emptiest, then any.

    Tables with room for the rest of i's group come first, and leaders go where none is yet.
    """
    best, best_cost, ties = -1, 1 << 60, 0
    for t in range(state.taken.shape[1]):
        room = frame.size[r, t] - state.taken[r, t]
        if room <= 0:
            continue
        cost = (int(state.cost[r, t, i]) << 12) - int(room)
        if room < frame.need[i]:
            cost += 1 << 42
        if frame.leader[i] and state.leading[r, t] == 0:
            cost -= 1 << 32
        if cost < best_cost:
            best, best_cost, ties = t, cost, 1
        elif cost == best_cost:
            ties += 1
            if draw(state.random, ties) == 0:
                best = t
    return best


@compiled
def _deal_one(frame: Frame, state: State, r: int, i: int, t: int) -> None:
    sit(frame, state, r, i, t)
    for k in range(state.seat.shape[1]):
        state.cost[r, t, k] += state.next_[i, k]


@compiled
def leader_change(frame: Frame, state: State, r: int, i: int, j: int) -> int:
    """Return what a swap costs or saves by the rule that every table has a leader."""
    if frame.leader[i] == frame.leader[j]:
        return 0
    if frame.leader[j]:
        i, j = j, i
    left, joined = state.leading[r, state.seat[r, i]], state.leading[r, state.seat[r, j]]
    return HARD * (int(left == 1) - int(joined == 0))


@compiled
def swap_change(frame: Frame, state: State, r: int, i: int, j: int) -> int:
    """Return the change of the total if i and j, at different tables, change seats."""
    cost = state.cost[r]
    a, b = state.seat[r, i], state.seat[r, j]
    change = cost[b, i] + cost[a, j] - cost[a, i] - cost[b, j] - 2 * state.next_[i, j]
    return int(change) + leader_change(frame, state, r, i, j)


@compiled
def swap(frame: Frame, state: State, r: int, i: int, j: int, low: int, high: int) -> None:
    """Let i and j change seats in round r; keep cost up to date in rounds low to high - 1."""
    state.total[0] += swap_change(frame, state, r, i, j)
    a, b = state.seat[r, i], state.seat[r, j]
    cost_a, cost_b = state.cost[r, a], state.cost[r, b]
    row_i, row_j = state.next_[i], state.next_[j]
    for k in range(state.seat.shape[1]):
        change = np.int32(row_j[k]) - np.int32(row_i[k])
        cost_a[k] += change
        cost_b[k] -= change
    for x in range(state.taken[r, a]):  # who sat with i paid the last price, not the next
        k = state.members[r, a, x]
        change = np.int32(row_i[k]) - np.int32(state.last[i, k])
        cost_a[k] += change
        cost_b[k] -= change
    for x in range(state.taken[r, b]):
        k = state.members[r, b, x]
        change = np.int32(row_j[k]) - np.int32(state.last[j, k])
        cost_b[k] += change
        cost_a[k] -= change
    for x in range(state.taken[r, a]):
        k = state.members[r, a, x]
        if k != i:
            _change_pair(frame, state, r, i, k, -1, low, high)
            _change_pair(frame, state, r, j, k, 1, low, high)
    for x in range(state.taken[r, b]):
        k = state.members[r, b, x]
        if k != j:
            _change_pair(frame, state, r, j, k, -1, low, high)
            _change_pair(frame, state, r, i, k, 1, low, high)
    _exchange(frame, state, r, i, j, a, b)


@compiled
def _change_pair(
    frame: Frame, state: State, r: int, i: int, k: int, by: int, low: int, high: int
) -> None:
    """Count a meeting of i and k more or less, and reprice the pair in the other rounds."""
    prices = frame.price[frame.kind[i, k]]
    count = int(state.times[i, k]) + by
    last_change = np.int32(prices[count]) - np.int32(state.last[i, k])
    next_change = np.int32(prices[count + 1]) - np.int32(state.next_[i, k])
    state.times[i, k] = count
    state.times[k, i] = count
    state.last[i, k] = prices[count]
    state.last[k, i] = prices[count]
    state.next_[i, k] = prices[count + 1]
    state.next_[k, i] = prices[count + 1]
    if last_change == 0 and next_change == 0:
        return
    for q in range(low, high):
        t, u = state.seat[q, i], state.seat[q, k]
        if q == r or t < 0 or u < 0:
            continue
        if t == u:
            state.cost[q, t, i] += last_change
            state.cost[q, t, k] += last_change
        else:
            state.cost[q, u, i] += next_change
            state.cost[q, t, k] += next_change


@compiled
def _exchange(frame: Frame, state: State, r: int, i: int, j: int, a: int, b: int) -> None:
    x, y = state.place[r, i], state.place[r, j]
    state.members[r, a, x] = j
    state.members[r, b, y] = i
    state.place[r, i], state.place[r, j] = y, x
    state.seat[r, i], state.seat[r, j] = b, a
    if frame.leader[i] != frame.leader[j]:
        step = 1 if frame.leader[i] else -1
        state.leading[r, a] -= step
        state.leading[r, b] += step


@compiled
def _random_swap(frame: Frame, state: State, low: int, high: int) -> tuple[int, int, int]:
    x = draw(state.random, 1 << 32)
    r = low + ((x & 0xFFFF) * (high - low) >> 16)
    people = int(frame.movables[r])
    i = int(frame.movable[r, (x >> 16) * people >> 16])
    j = int(frame.movable[r, draw(state.random, people)])
    return r, i, j


@compiled
def tabu(
    frame: Frame,
    state: State,
    until: Array,
    clock: Array,
    best: Array,
    best_total: Array,
    tries: int,
    low: int,
    high: int,
    shortest: int,
    longest: int,
) -> None:
    """Make the best swap of somebody in conflict again and again, until `tries` were weighed.

    `until` (int32[r, n, t]) says until which move a person may not return to a table; a swap that
    beats the best plan may. `clock` holds moves made and moves since the best. Glover 1989; for
    golfers Dotu and Van Hentenryck 2005.
    """
    while tries > 0:
        r, i, j, weighed = best_swap(frame, state, until, clock[0], best_total[0], low, high)
        tries -= weighed + 50
        clock[0] += 1
        clock[1] += 1
        if i < 0:
            r, i, j = _random_swap(frame, state, low, high)
            if state.seat[r, i] == state.seat[r, j]:
                continue
        tenure = longest - shortest + 1
        until[r, i, state.seat[r, i]] = clock[0] + shortest + draw(state.random, tenure)
        until[r, j, state.seat[r, j]] = clock[0] + shortest + draw(state.random, tenure)
        swap(frame, state, r, i, j, low, high)
        if state.total[0] < best_total[0]:
            best_total[0] = state.total[0]
            best[:] = state.seat
            clock[1] = 0


@compiled
def best_swap(
    frame: Frame, state: State, until: Array, now: int, record: int, low: int, high: int
) -> tuple[int, int, int, int]:
    """Return round and people of the best swap not barred, -1 if none, and how many were weighed.

    One of the two pays more than the rules demand: only such people can gain.
    """
    best, ties, best_r, best_i, best_j, weighed = 1 << 40, 0, -1, -1, -1, 0
    spare = record - state.total[0]
    for r in range(low, high):
        for x in range(frame.movables[r]):
            i = frame.movable[r, x]
            if state.cost[r, state.seat[r, i], i] > frame.base[r, i]:
                best, ties, j, seen = _best_partner(
                    frame, state, until, now, spare, r, i, best, ties
                )
                weighed += seen
                if j >= 0:
                    best_r, best_i, best_j = r, i, j
    return best_r, best_i, best_j, weighed


@compiled
def _best_partner(
    frame: Frame,
    state: State,
    until: Array,
    now: int,
    spare: int,
    r: int,
    i: int,
    best: int,
    ties: int,
) -> tuple[int, int, int, int]:
    """Look for a swap of i better than `best`; return its change, ties so far, whom (or -1)."""
    cost, a, partner, weighed = state.cost[r], state.seat[r, i], -1, 0
    to_a, later = cost[a], state.next_[i]
    for b in range(cost.shape[0]):
        if b == a:
            continue
        here = cost[b, i] - to_a[i]
        barred = until[r, i, b] > now
        for y in range(state.taken[r, b]):
            j = state.members[r, b, y]
            change = here + to_a[j] - cost[b, j] - 2 * later[j]
            weighed += 1
            if change > best or frame.start[r, j] != -1:
                continue
            change += leader_change(frame, state, r, i, j)
            if change > best or (change >= spare and (barred or until[r, j, a] > now)):
                continue
            ties = ties + 1 if change == best else 1
            if draw(state.random, ties) == 0:
                best, partner = change, j
    return best, ties, partner, weighed


@compiled
def shake(frame: Frame, state: State, swaps: int, low: int, high: int) -> None:
    """Swap a few people at random in rounds low to high - 1."""
    for _ in range(swaps):
        r, i, j = _random_swap(frame, state, low, high)
        if state.seat[r, i] != state.seat[r, j]:
            swap(frame, state, r, i, j, low, high)
