"""The compiled part of the search: who sits where, what it costs, and swaps of two people.

`cost[r, t, i]` is what person i would pay at table t of round r with those who sit there now, so
the change by any swap is a sum of five numbers, and a swap changes few rows of it. A pair's price
in round r is that of its next meeting after those in all other rounds: `next_price[i, j]` where
they do not sit together in r, and `last_price[i, j]`, that of their last meeting, where they do.
"""

# ruff: noqa: PLR0917 - numba knows no keyword-only arguments
from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

import numba
import numpy as np

from seating.core.arrays import ANYWHERE, ProblemArrays
from seating.core.pairs import HARD, Array

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """Compile a function and keep it on disk, or in memory if the disk cannot be written."""
    try:
        return cast(F, numba.njit(nogil=True, cache=True)(function))
    except RuntimeError:  # numba found no folder for its cache
        return cast(F, numba.njit(nogil=True)(function))


class SearchState(NamedTuple):
    """Seats and everything kept up to date with them. All arrays are changed in place."""

    seat: Array  # int16[r, n]: table, -1 for not seated
    cost: Array  # int32[r, t, n]: see above
    meetings: Array  # uint8[n, n]: how often a pair meets in this plan
    next_price: Array  # int16[n, n]: of one meeting more
    last_price: Array  # int16[n, n]: of the last meeting
    members: Array  # int32[r, t, most seats]: the people at a table
    slot: Array  # int16[r, n]: index in members
    taken: Array  # int16[r, t]: seats taken
    leaders: Array  # int16[r, t]: leaders at the table
    total: Array  # int64[1]: cost of the whole plan
    random: Array  # uint64[1]: for `draw`


def empty_state(arrays: ProblemArrays, seed: int) -> SearchState:
    """Return a state in which nobody is seated yet."""
    rounds, n = arrays.fixed.shape
    tables = arrays.size.shape[1]
    most = max(1, int(arrays.size.max()))
    return SearchState(
        seat=np.full((rounds, n), -1, np.int16),
        cost=np.zeros((rounds, tables, n), np.int32),
        meetings=np.zeros((n, n), np.uint8),
        next_price=np.zeros((n, n), np.int16),
        last_price=np.zeros((n, n), np.int16),
        members=np.zeros((rounds, tables, most), np.int32),
        slot=np.zeros((rounds, n), np.int16),
        taken=np.zeros((rounds, tables), np.int16),
        leaders=np.zeros((rounds, tables), np.int16),
        total=np.zeros(1, np.int64),
        random=fresh_random(seed),
    )


def fresh_random(seed: int) -> Array:
    """Return the first state of a source of random numbers, for `draw`."""
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
def sit(arrays: ProblemArrays, state: SearchState, r: int, i: int, t: int) -> None:
    """Seat person i at table t in round r; costs are left as they are."""
    slot = state.taken[r, t]
    state.members[r, t, slot] = i
    state.slot[r, i] = slot
    state.taken[r, t] += 1
    state.seat[r, i] = t
    if arrays.leader[i]:
        state.leaders[r, t] += 1


@compiled
def clear(arrays: ProblemArrays, state: SearchState) -> None:
    """Make nobody seated and no pair met."""
    state.seat[:] = -1
    state.taken[:] = 0
    state.leaders[:] = 0
    state.meetings[:] = 0
    state.last_price[:] = 0
    state.total[0] = 0
    n = state.meetings.shape[0]
    for i in range(n):
        for j in range(n):
            state.next_price[i, j] = arrays.price[arrays.kind[i, j], 1]


@compiled
def meet(arrays: ProblemArrays, state: SearchState, r: int) -> None:
    """Count the meetings of a round that has just been seated, and add their cost to the total."""
    for t in range(state.taken.shape[1]):
        people = state.taken[r, t]
        for x in range(people):
            i = state.members[r, t, x]
            for y in range(people):
                j = state.members[r, t, y]
                if i != j:
                    state.meetings[i, j] += 1
                    met = state.meetings[i, j]
                    state.last_price[i, j] = arrays.price[arrays.kind[i, j], met]
                    state.next_price[i, j] = arrays.price[arrays.kind[i, j], met + 1]
                    if i < j:
                        state.total[0] += state.last_price[i, j]
        if _lacks_leader(arrays, state, r, t):
            state.total[0] += HARD


@compiled
def _lacks_leader(arrays: ProblemArrays, state: SearchState, r: int, t: int) -> bool:
    """Say whether a table is occupied in an open round without a leader, if there are leaders."""
    if not arrays.leader.any() or state.leaders[r, t] > 0:
        return False
    for x in range(state.taken[r, t]):
        if state.members[r, t, x] < arrays.real:
            return r >= arrays.played
    return False


@compiled
def price_round(state: SearchState, r: int) -> None:
    """Compute cost[r] from scratch."""
    n = state.meetings.shape[0]
    state.cost[r] = 0
    for t in range(state.taken.shape[1]):
        for x in range(state.taken[r, t]):
            j = state.members[r, t, x]
            for i in range(n):
                state.cost[r, t, i] += state.next_price[j, i]
        for x in range(state.taken[r, t]):
            i = state.members[r, t, x]
            own = 0
            for y in range(state.taken[r, t]):
                own += state.last_price[state.members[r, t, y], i]
            state.cost[r, t, i] = own


@compiled
def seat_rounds(arrays: ProblemArrays, state: SearchState, seat: Array, upto: int) -> None:
    """Seat the first rounds, after `clear`, at the given tables (int16[r, n])."""
    for r in range(upto):
        for i in range(seat.shape[1]):
            if seat[r, i] >= 0:
                sit(arrays, state, r, i, seat[r, i])
        meet(arrays, state, r)


@compiled
def load(arrays: ProblemArrays, state: SearchState, seat: Array) -> None:
    """Seat all rounds at the given tables (int16[r, n]), with all costs."""
    clear(arrays, state)
    seat_rounds(arrays, state, seat, seat.shape[0])
    for r in range(seat.shape[0]):
        price_round(state, r)


@compiled
def deal(arrays: ProblemArrays, state: SearchState, r: int) -> None:
    """Seat round r greedily: one person after the other at the cheapest table with a free seat."""
    state.cost[r] = 0
    for i in range(state.seat.shape[1]):
        if arrays.fixed[r, i] >= 0:
            _deal_one(arrays, state, r, i, arrays.fixed[r, i])
    for i in arrays.deal_order:
        if arrays.fixed[r, i] == ANYWHERE:
            _deal_one(arrays, state, r, i, _cheapest(arrays, state, r, i))
    meet(arrays, state, r)


@compiled
def _cheapest(arrays: ProblemArrays, state: SearchState, r: int, i: int) -> int:
    """Return the table where i costs least; of equal ones the emptiest, then any.

    Tables with seats for the rest of i's group are preferred, and for leaders those without one.
    """
    best, best_cost, ties = -1, 1 << 60, 0
    for t in range(state.taken.shape[1]):
        room = arrays.size[r, t] - state.taken[r, t]
        if room <= 0:
            continue
        cost = (int(state.cost[r, t, i]) << 12) - int(room)
        if room < arrays.need[i]:
            cost += 1 << 42
        if arrays.leader[i] and state.leaders[r, t] == 0:
            cost -= 1 << 32
        if cost < best_cost:
            best, best_cost, ties = t, cost, 1
        elif cost == best_cost:
            ties += 1
            if draw(state.random, ties) == 0:
                best = t
    return best


@compiled
def _deal_one(arrays: ProblemArrays, state: SearchState, r: int, i: int, t: int) -> None:
    sit(arrays, state, r, i, t)
    for k in range(state.seat.shape[1]):
        state.cost[r, t, k] += state.next_price[i, k]


@compiled
def leader_change(arrays: ProblemArrays, state: SearchState, r: int, i: int, j: int) -> int:
    """Return the part of a swap's change from tables that lose their only leader or get one."""
    if arrays.leader[i] == arrays.leader[j]:
        return 0
    if arrays.leader[j]:
        i, j = j, i
    left, joined = state.leaders[r, state.seat[r, i]], state.leaders[r, state.seat[r, j]]
    return HARD * (int(left == 1) - int(joined == 0))


@compiled
def swap_change(arrays: ProblemArrays, state: SearchState, r: int, i: int, j: int) -> int:
    """Return the change of the total if i and j, at different tables, change seats."""
    cost = state.cost[r]
    a, b = state.seat[r, i], state.seat[r, j]
    change = cost[b, i] + cost[a, j] - cost[a, i] - cost[b, j] - 2 * state.next_price[i, j]
    return int(change) + leader_change(arrays, state, r, i, j)


@compiled
def swap(
    arrays: ProblemArrays, state: SearchState, r: int, i: int, j: int, low: int, high: int
) -> None:
    """Let i and j change seats in round r; keep cost up to date in rounds low to high - 1."""
    state.total[0] += swap_change(arrays, state, r, i, j)
    a, b = state.seat[r, i], state.seat[r, j]
    cost_a, cost_b = state.cost[r, a], state.cost[r, b]
    row_i, row_j = state.next_price[i], state.next_price[j]
    for k in range(state.seat.shape[1]):
        change = np.int32(row_j[k]) - np.int32(row_i[k])
        cost_a[k] += change
        cost_b[k] -= change
    for x in range(state.taken[r, a]):  # who sat with i paid the last price, not the next
        k = state.members[r, a, x]
        change = np.int32(row_i[k]) - np.int32(state.last_price[i, k])
        cost_a[k] += change
        cost_b[k] -= change
    for x in range(state.taken[r, b]):
        k = state.members[r, b, x]
        change = np.int32(row_j[k]) - np.int32(state.last_price[j, k])
        cost_b[k] += change
        cost_a[k] -= change
    for x in range(state.taken[r, a]):
        k = state.members[r, a, x]
        if k != i:
            _change_pair(arrays, state, r, i, k, -1, low, high)
            _change_pair(arrays, state, r, j, k, 1, low, high)
    for x in range(state.taken[r, b]):
        k = state.members[r, b, x]
        if k != j:
            _change_pair(arrays, state, r, j, k, -1, low, high)
            _change_pair(arrays, state, r, i, k, 1, low, high)
    _exchange(arrays, state, r, i, j, a, b)


@compiled
def _change_pair(
    arrays: ProblemArrays, state: SearchState, r: int, i: int, k: int, by: int, low: int, high: int
) -> None:
    """Count a meeting of i and k more or less, and reprice the pair in the other rounds."""
    prices = arrays.price[arrays.kind[i, k]]
    count = int(state.meetings[i, k]) + by
    last_change = np.int32(prices[count]) - np.int32(state.last_price[i, k])
    next_change = np.int32(prices[count + 1]) - np.int32(state.next_price[i, k])
    state.meetings[i, k] = count
    state.meetings[k, i] = count
    state.last_price[i, k] = prices[count]
    state.last_price[k, i] = prices[count]
    state.next_price[i, k] = prices[count + 1]
    state.next_price[k, i] = prices[count + 1]
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
def _exchange(
    arrays: ProblemArrays, state: SearchState, r: int, i: int, j: int, a: int, b: int
) -> None:
    """Seat i at table b and j at table a; costs are left as they are."""
    x, y = state.slot[r, i], state.slot[r, j]
    state.members[r, a, x] = j
    state.members[r, b, y] = i
    state.slot[r, i], state.slot[r, j] = y, x
    state.seat[r, i], state.seat[r, j] = b, a
    if arrays.leader[i] != arrays.leader[j]:
        step = 1 if arrays.leader[i] else -1
        state.leaders[r, a] -= step
        state.leaders[r, b] += step


@compiled
def _random_swap(
    arrays: ProblemArrays, state: SearchState, low: int, high: int
) -> tuple[int, int, int]:
    x = draw(state.random, 1 << 32)
    r = low + ((x & 0xFFFF) * (high - low) >> 16)
    people = int(arrays.movable_count[r])
    i = int(arrays.movable[r, (x >> 16) * people >> 16])
    j = int(arrays.movable[r, draw(state.random, people)])
    return r, i, j


@compiled
def tabu(
    arrays: ProblemArrays,
    state: SearchState,
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
    """Make the best swap again and again, until `tries` swaps were weighed: tabu search.

    `until` (int32[r, n, t]) says until which move a person may not return to a table, unless the
    swap beats the best plan. `clock` holds the moves made, and those since the best plan. Rounds
    low to high - 1 are searched; a bar lasts shortest to longest moves. Glover 1989; for golfers
    Dotu and Van Hentenryck 2005.
    """
    while tries > 0:
        r, i, j, weighed = best_swap(arrays, state, until, clock[0], best_total[0], low, high)
        tries -= weighed + 50
        clock[0] += 1
        clock[1] += 1
        if i < 0:
            r, i, j = _random_swap(arrays, state, low, high)
            if state.seat[r, i] == state.seat[r, j]:
                continue
        tenure = longest - shortest + 1
        until[r, i, state.seat[r, i]] = clock[0] + shortest + draw(state.random, tenure)
        until[r, j, state.seat[r, j]] = clock[0] + shortest + draw(state.random, tenure)
        swap(arrays, state, r, i, j, low, high)
        if state.total[0] < best_total[0]:
            best_total[0] = state.total[0]
            best[:] = state.seat
            clock[1] = 0


@compiled
def best_swap(
    arrays: ProblemArrays,
    state: SearchState,
    until: Array,
    now: int,
    record: int,
    low: int,
    high: int,
) -> tuple[int, int, int, int]:
    """Return round and people of the best swap not barred (-1 if none), and how many were weighed.

    One of the two pays more than their ideal cost: a swap of two others saves nothing.
    """
    best, ties, best_r, best_i, best_j, weighed = 1 << 40, 0, -1, -1, -1, 0
    spare = record - state.total[0]
    for r in range(low, high):
        for x in range(arrays.movable_count[r]):
            i = arrays.movable[r, x]
            if state.cost[r, state.seat[r, i], i] > arrays.ideal[r, i]:
                best, ties, j, seen = _best_partner(
                    arrays, state, until, now, spare, r, i, best, ties
                )
                weighed += seen
                if j >= 0:
                    best_r, best_i, best_j = r, i, j
    return best_r, best_i, best_j, weighed


@compiled
def _best_partner(
    arrays: ProblemArrays,
    state: SearchState,
    until: Array,
    now: int,
    spare: int,
    r: int,
    i: int,
    best: int,
    ties: int,
) -> tuple[int, int, int, int]:
    """Return the best swap of i if it is at least as good as `best`.

    The change, the ties so far, the partner (-1 if none) and how many were weighed.
    """
    cost, a, partner, weighed = state.cost[r], state.seat[r, i], -1, 0
    to_a, later = cost[a], state.next_price[i]
    for b in range(cost.shape[0]):
        if b == a:
            continue
        here = cost[b, i] - to_a[i]
        barred = until[r, i, b] > now
        for y in range(state.taken[r, b]):
            j = state.members[r, b, y]
            change = here + to_a[j] - cost[b, j] - 2 * later[j]
            weighed += 1
            if change > best or arrays.fixed[r, j] != ANYWHERE:
                continue
            change += leader_change(arrays, state, r, i, j)
            if change > best or (change >= spare and (barred or until[r, j, a] > now)):
                continue
            ties = ties + 1 if change == best else 1
            if draw(state.random, ties) == 0:
                best, partner = change, j
    return best, ties, partner, weighed


@compiled
def shake(arrays: ProblemArrays, state: SearchState, swaps: int, low: int, high: int) -> None:
    """Make a few random swaps in rounds low to high - 1."""
    for _ in range(swaps):
        r, i, j = _random_swap(arrays, state, low, high)
        if state.seat[r, i] != state.seat[r, j]:
            swap(arrays, state, r, i, j, low, high)
