"""Search for cyclic plans: from round to round people move on in circles, so many tables each.

There is a circle for each seat of the largest table. The person at place a of circle j sits in
round m at table a + shift[m, j], counted modulo the number of tables. People of one circle never
meet; those of two circles meet again only if their shifts differ by the same in two rounds. So a
plan for hundreds of people is a few dozen shifts, which annealing finds in a second: difference
matrices with gaps (Bose and Bush 1952; Kirkpatrick et al. 1983). Circles with gaps make tables of
different size: the smaller circles have to come to tables that the larger ones occupy.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from seating.core.arrays import ANYWHERE, ProblemArrays
from seating.core.kernels import compiled, draw, fresh_random
from seating.core.pairs import MET, Array

TRIES = 30
"""Shifts tried in one iteration."""

UNSEATED = 20
"""Cost of a person who comes to a table without a seat for them."""

CYCLE = 100_000
"""Iterations from hot to cold; then the search is heated again."""

_HEAT = (0.3, 0.1)  # first and last temperature, for each person of a circle


class CircleState(NamedTuple):
    """Shifts, and what is kept up to date with them. All arrays are changed in place."""

    shift: Array  # int32[r, c]
    differ: Array  # int32[c, c, t]: rounds in which the shifts of two circles differ by so much
    pairs: Array  # int32[c, c, t]: how many people of the two then meet
    unseated: Array  # int32[c, c, t]: UNSEATED for each who then finds no seat
    cost: Array  # int64[2]: repeats and people unseated; the least so far
    best: Array  # int32[r, c]
    random: Array  # uint64[1]


class CyclicSearch:
    """A search for shifts with few repeats."""

    def __init__(self, arrays: ProblemArrays, *, seed: int) -> None:
        sizes = np.sort(arrays.size[0])[::-1]
        self.arrays = arrays
        self.here = np.arange(len(sizes)) < (sizes[:, None] > np.arange(sizes[0])).sum(0)[:, None]
        self.iterations = 0
        self.circles = _start(self.here, len(arrays.size), seed)

    @property
    def cost(self) -> int:
        """The repeats of the best shifts so far, those of placeholders and people unseated too."""
        return int(self.circles.cost[1])

    def advance(self, iterations: int) -> None:
        """Try shifts for so many iterations."""
        hot, cold = _HEAT
        done = self.iterations % CYCLE / CYCLE
        temperature = self.here.shape[1] * hot * (cold / hot) ** done
        try_shifts(self.circles, temperature, iterations * TRIES)
        self.iterations += iterations

    def seats(self) -> Array | None:
        """Return the roles of the best plan, int16[r, n], or None if a table has too few seats."""
        tables = self.here.shape[1]
        circle, place = np.nonzero(self.here)
        rows = (place + self.circles.best[:, circle]) % tables
        seats = np.empty_like(rows)
        for row, sizes, out in zip(rows, self.arrays.size, seats, strict=True):
            taken = np.bincount(row, minlength=tables)
            table = np.empty(tables, np.int64)
            table[np.argsort(taken, kind="stable")] = np.argsort(sizes, kind="stable")
            if (taken != sizes[table]).any():
                return None
            out[:] = table[row]
        return np.asarray(seats, np.int16)


def allows_cyclic(arrays: ProblemArrays) -> bool:
    """Say whether a cyclic plan may suit: tables alike in all rounds, nobody tied, nobody met."""
    rounds, tables = arrays.size.shape
    same = (np.sort(arrays.size, axis=1) == np.sort(arrays.size[0])).all()
    fits = 2 < rounds <= tables and int(arrays.size.max()) <= tables
    unlocked = (arrays.fixed == ANYWHERE).all()
    free = unlocked and not arrays.leader.any() and (arrays.need == 1).all()
    met = ((arrays.kind & MET) > 0)[: arrays.real, : arrays.real].any()
    return bool(same and fits and free and not met)


def _start(here: Array, rounds: int, seed: int) -> CircleState:
    count, tables = here.shape
    pairs = np.zeros((count, count, tables), np.int32)
    for x in range(tables):
        pairs[:, :, x] = here.astype(np.int32) @ np.roll(here, -x, axis=1).T.astype(np.int32)
    people = here.sum(axis=1)
    unseated = UNSEATED * (np.minimum(people[:, None], people)[:, :, None] - pairs)
    circles = CircleState(
        shift=np.zeros((rounds, count), np.int32),
        differ=np.zeros((count, count, tables), np.int32),
        pairs=pairs,
        unseated=unseated.astype(np.int32),
        cost=np.zeros(2, np.int64),
        best=np.zeros((rounds, count), np.int32),
        random=fresh_random(seed),
    )
    begin(circles)
    return circles


@compiled
def begin(circles: CircleState) -> None:
    """Set all shifts at random, and count what they cost."""
    rounds, count = circles.shift.shape
    tables = circles.differ.shape[2]
    for m in range(rounds):
        for j in range(count):
            circles.shift[m, j] = draw(circles.random, tables)
            for k in range(j):
                x = (circles.shift[m, j] - circles.shift[m, k]) % tables
                circles.cost[0] += circles.unseated[j, k, x]
                if circles.differ[j, k, x] > 0:
                    circles.cost[0] += circles.pairs[j, k, x]
                circles.differ[j, k, x] += 1
                circles.differ[k, j, (-x) % tables] += 1
    circles.cost[1] = circles.cost[0]
    circles.best[:] = circles.shift


@compiled
def try_shifts(circles: CircleState, temperature: float, tries: int) -> None:
    """Try random shifts until the plan costs nothing; worse ones as the temperature says."""
    rounds, count = circles.shift.shape
    tables = circles.differ.shape[2]
    for _ in range(tries):
        if circles.cost[1] == 0 or count < 2:
            return
        m, j = draw(circles.random, rounds), draw(circles.random, count)
        new = draw(circles.random, tables)
        change = shift_change(circles, m, j, new)
        if change > 0:
            odds = np.exp(-change / temperature)
            if draw(circles.random, 1 << 32) >= odds * (1 << 32):
                continue
        shift_circle(circles, m, j, new)
        circles.cost[0] += change
        if circles.cost[0] < circles.cost[1]:
            circles.cost[1] = circles.cost[0]
            circles.best[:] = circles.shift


@compiled
def shift_change(circles: CircleState, m: int, j: int, new: int) -> int:
    """Return the change of the cost if circle j has another shift in round m."""
    tables = circles.differ.shape[2]
    change = 0
    for k in range(circles.shift.shape[1]):
        if k != j:
            a = (circles.shift[m, j] - circles.shift[m, k]) % tables
            b = (new - circles.shift[m, k]) % tables
            if a != b:
                change += circles.unseated[j, k, b] - circles.unseated[j, k, a]
                if circles.differ[j, k, b] > 0:
                    change += circles.pairs[j, k, b]
                if circles.differ[j, k, a] > 1:
                    change -= circles.pairs[j, k, a]
    return change


@compiled
def shift_circle(circles: CircleState, m: int, j: int, new: int) -> None:
    """Give circle j another shift in round m."""
    tables = circles.differ.shape[2]
    for k in range(circles.shift.shape[1]):
        if k != j:
            a = (circles.shift[m, j] - circles.shift[m, k]) % tables
            b = (new - circles.shift[m, k]) % tables
            circles.differ[j, k, a] -= 1
            circles.differ[j, k, b] += 1
            circles.differ[k, j, (-a) % tables] -= 1
            circles.differ[k, j, (-b) % tables] += 1
    circles.shift[m, j] = new
