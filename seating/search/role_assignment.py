"""Who takes whose part: people exchange all their seats, and nobody's meetings change but theirs.

A plan without repeats stays one, whoever plays which part in it. So industries, companies, earlier
meetings and wants are looked after by giving out the parts, by annealing (a quadratic assignment
problem; Burkard and Rendl 1984).
"""

# ruff: noqa: PLR0917 - numba knows no keyword-only arguments
from __future__ import annotations

import numpy as np

from seating.core.arrays import Array, Frame
from seating.core.kernels import compiled, draw, fresh_random

TRIES = 10
"""Exchanges weighed in one iteration: each looks at everybody."""

_HEAT = (3.0, 0.3)  # first and last temperature


class Exchange:
    """A search for who takes which of the parts in a plan, int16[r, people]; nobody is tied."""

    def __init__(self, frame: Frame, parts: Array, *, seed: int) -> None:
        self.frame, self.parts = frame, parts
        self.meet = np.zeros((parts.shape[1], parts.shape[1]), np.uint8)
        for row in parts:
            self.meet += row[:, None] == row
        np.fill_diagonal(self.meet, 0)
        self.price = np.cumsum(frame.price, axis=1, dtype=np.int64)
        self.who = np.arange(parts.shape[1])
        self.best = self.who.copy()
        self.cost = np.zeros(2, np.int64)  # against the first cast: now, and the least so far
        self.random = fresh_random(seed)

    @property
    def gain(self) -> int:
        """The change of the total by the best cast so far."""
        return int(self.cost[1])

    def advance(self, iterations: int, share: float) -> None:
        """Weigh exchanges for so many iterations; `share` says how much of this search is over."""
        hot, cold = _HEAT
        temperature = hot * (cold / hot) ** min(1.0, share)
        exchange(
            self.meet,
            self.frame.kind,
            self.price,
            self.who,
            self.best,
            self.cost,
            self.random,
            temperature,
            iterations * TRIES,
        )

    def seats(self) -> Array:
        """Return the seats of everybody in the best cast: int16[r, people]."""
        seats = np.empty_like(self.parts)
        seats[:, self.best] = self.parts
        return seats


@compiled
def exchange(
    meet: Array,
    kind: Array,
    price: Array,
    who: Array,
    best: Array,
    cost: Array,
    random: Array,
    temperature: float,
    tries: int,
) -> None:
    """Let random people exchange their parts; take a worse cast as the temperature says."""
    n = len(who)
    for _ in range(tries):
        a, b = draw(random, n), draw(random, n)
        change = exchange_change(meet, kind, price, who, a, b)
        if change > 0 and draw(random, 1 << 32) >= np.exp(-change / temperature) * (1 << 32):
            continue
        who[a], who[b] = who[b], who[a]
        cost[0] += change
        if cost[0] < cost[1]:
            cost[1] = cost[0]
            best[:] = who


@compiled
def exchange_change(meet: Array, kind: Array, price: Array, who: Array, a: int, b: int) -> int:
    """Return the change of the cost if the people of parts a and b exchange them."""
    i, j = who[a], who[b]
    change = 0
    for c in range(len(who)):
        if c in {a, b} or meet[a, c] == meet[b, c] or a == b:
            continue
        k = who[c]
        if kind[i, k] != kind[j, k]:
            one, other = price[kind[i, k]], price[kind[j, k]]
            change += other[meet[a, c]] - one[meet[a, c]] + one[meet[b, c]] - other[meet[b, c]]
    return change
