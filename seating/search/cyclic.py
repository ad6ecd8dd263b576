"""Plans that turn: in each round every circle of people stands one table after the other.

People stand in circles, one for each seat of the largest table: place a of circle j sits in round
m at table a + shift[m, j], counted modulo the number of tables. People of one circle never meet;
those of two circles meet again only if the difference of their shifts comes again. So a plan for
hundreds of people is a few dozen numbers, which annealing sets in a second: difference matrices
with gaps (Bose and Bush 1952; Kirkpatrick et al. 1983). Circles with gaps make tables of different
size: the smaller circles have to fall on tables that the larger ones occupy.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from seating.core.arrays import MET, Array, Frame
from seating.core.kernels import compiled, draw, fresh_random

TRIES = 30
"""Shifts tried in one iteration."""

UNSEATED = 20
"""What it costs that somebody falls on a table without a seat for them."""

CYCLE = 100_000
"""Iterations from hot to cold; then it is heated again."""

_HEAT = (0.3, 0.1)  # first and last temperature, for each person of a circle


class Circles(NamedTuple):
    """Shifts, and what is kept up to date with them. All arrays are changed in place."""

    shift: Array  # int32[r, c]
    times: Array  # int32[c, c, t]: rounds in which two circles differ by so much
    pairs: Array  # int32[c, c, t]: how many people of the two then meet
    lost: Array  # int32[c, c, t]: UNSEATED for each who then finds no seat
    cost: Array  # int64[2]: repeats and what is lost; the least so far
    best: Array  # int32[r, c]
    random: Array  # uint64[1]


class Turning:
    """A search for shifts. `cost` counts repeats, of ghosts too."""

    def __init__(self, frame: Frame, *, seed: int) -> None:
        sizes = np.sort(frame.size[0])[::-1]
        self.frame = frame
        self.here = np.arange(len(sizes)) < (sizes[:, None] > np.arange(sizes[0])).sum(0)[:, None]
        self.iterations = 0
        self.circles = _start(self.here, len(frame.size), seed)

    @property
    def cost(self) -> int:
        """The cost of the best shifts so far."""
        return int(self.circles.cost[1])

    def advance(self, iterations: int) -> None:
        """Try shifts for so many iterations."""
        hot, cold = _HEAT
        done = self.iterations % CYCLE / CYCLE
        turn(self.circles, self.here.shape[1] * hot * (cold / hot) ** done, iterations * TRIES)
        self.iterations += iterations

    def seats(self) -> Array | None:
        """Return the best seats, int16[r, people] in any order; None if tables overflow."""
        tables = self.here.shape[1]
        circle, place = np.nonzero(self.here)
        rows = (place + self.circles.best[:, circle]) % tables
        named = np.empty_like(rows)
        for row, sizes, out in zip(rows, self.frame.size, named, strict=True):
            taken = np.bincount(row, minlength=tables)
            name = np.empty(tables, np.int64)
            name[np.argsort(taken, kind="stable")] = np.argsort(sizes, kind="stable")
            if (taken != sizes[name]).any():
                return None
            out[:] = name[row]
        return np.asarray(named, np.int16)


def can_turn(frame: Frame) -> bool:
    """Say whether a plan that turns may be worth a search: nobody is tied, nobody has met."""
    rounds, tables = frame.size.shape
    same = (np.sort(frame.size, axis=1) == np.sort(frame.size[0])).all()
    fits = 2 < rounds <= tables and int(frame.size.max()) <= tables
    free = (frame.start == -1).all() and not frame.leader.any() and (frame.need == 1).all()
    met = ((frame.kind & MET) > 0)[: frame.real, : frame.real].any()
    return bool(same and fits and free and not met)


def _start(here: Array, rounds: int, seed: int) -> Circles:
    count, tables = here.shape
    pairs = np.zeros((count, count, tables), np.int32)
    for x in range(tables):
        met = here.astype(np.int32) @ np.roll(here, -x, axis=1).T.astype(np.int32)
        pairs[:, :, x] = met
    people = here.sum(axis=1)
    lost = UNSEATED * (np.minimum(people[:, None], people)[:, :, None] - pairs)
    circles = Circles(
        shift=np.zeros((rounds, count), np.int32),
        times=np.zeros((count, count, tables), np.int32),
        pairs=pairs,
        lost=lost.astype(np.int32),
        cost=np.zeros(2, np.int64),
        best=np.zeros((rounds, count), np.int32),
        random=fresh_random(seed),
    )
    begin(circles)
    return circles


@compiled
def begin(circles: Circles) -> None:
    """Set all shifts at random, and count what they cost."""
    rounds, count = circles.shift.shape
    tables = circles.times.shape[2]
    for m in range(rounds):
        for j in range(count):
            circles.shift[m, j] = draw(circles.random, tables)
            for k in range(j):
                x = (circles.shift[m, j] - circles.shift[m, k]) % tables
                circles.cost[0] += circles.lost[j, k, x]
                if circles.times[j, k, x] > 0:
                    circles.cost[0] += circles.pairs[j, k, x]
                circles.times[j, k, x] += 1
                circles.times[k, j, (-x) % tables] += 1
    circles.cost[1] = circles.cost[0]
    circles.best[:] = circles.shift


@compiled
def turn(circles: Circles, temperature: float, tries: int) -> None:
    """Try random shifts; take a worse one as often as the temperature says. Stop at no cost."""
    rounds, count = circles.shift.shape
    tables = circles.times.shape[2]
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
def shift_change(circles: Circles, m: int, j: int, new: int) -> int:
    """Return the change of the cost if circle j has another shift in round m."""
    tables = circles.times.shape[2]
    change = 0
    for k in range(circles.shift.shape[1]):
        if k != j:
            a = (circles.shift[m, j] - circles.shift[m, k]) % tables
            b = (new - circles.shift[m, k]) % tables
            if a != b:
                change += circles.lost[j, k, b] - circles.lost[j, k, a]
                if circles.times[j, k, b] > 0:
                    change += circles.pairs[j, k, b]
                if circles.times[j, k, a] > 1:
                    change -= circles.pairs[j, k, a]
    return change


@compiled
def shift_circle(circles: Circles, m: int, j: int, new: int) -> None:
    """Give circle j another shift in round m."""
    tables = circles.times.shape[2]
    for k in range(circles.shift.shape[1]):
        if k != j:
            a = (circles.shift[m, j] - circles.shift[m, k]) % tables
            b = (new - circles.shift[m, k]) % tables
            circles.times[j, k, a] -= 1
            circles.times[j, k, b] += 1
            circles.times[k, j, (-a) % tables] -= 1
            circles.times[k, j, (-b) % tables] += 1
    circles.shift[m, j] = new
