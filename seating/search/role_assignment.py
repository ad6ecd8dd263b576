"""Assign people to the roles of a plan; a role is one person's seats in all rounds.

A plan without repeats stays one, no matter who has which role. So industries, companies, earlier
meetings and wants are looked after by exchanging the roles of two people at a time, by annealing
(a quadratic assignment problem; Burkard and Rendl 1984).
"""

# ruff: noqa: PLR0917 - numba knows no keyword-only arguments
from __future__ import annotations

import numpy as np

from seating.core.arrays import ProblemArrays
from seating.core.kernels import compiled, draw, fresh_random
from seating.core.pairs import Array

TRIES = 10
"""Exchanges weighed in one iteration: each looks at everybody."""

_HEAT = (3.0, 0.3)  # first and last temperature


class RoleAssignment:
    """A search for the best person for each role: `roles`, int16[r, n], are the seats of a plan.

    Rules that tie people to tables or to each other are not looked at.
    """

    def __init__(self, arrays: ProblemArrays, roles: Array, *, seed: int) -> None:
        self.arrays, self.roles = arrays, roles
        self.meetings = np.zeros((roles.shape[1], roles.shape[1]), np.uint8)
        for row in roles:
            self.meetings += row[:, None] == row
        np.fill_diagonal(self.meetings, 0)
        self.price = np.cumsum(arrays.price, axis=1, dtype=np.int64)  # of so many meetings together
        self.person = np.arange(roles.shape[1])
        self.best = self.person.copy()
        self.cost = np.zeros(2, np.int64)  # against the first assignment: now, and the least so far
        self.random = fresh_random(seed)

    @property
    def change(self) -> int:
        """The change of the plan's cost by the best assignment so far: 0 or less."""
        return int(self.cost[1])

    def advance(self, iterations: int, share: float) -> None:
        """Weigh exchanges for so many iterations; `share` says how much of this search is over."""
        hot, cold = _HEAT
        temperature = hot * (cold / hot) ** min(1.0, share)
        exchange(
            self.meetings,
            self.arrays.kind,
            self.price,
            self.person,
            self.best,
            self.cost,
            self.random,
            temperature,
            iterations * TRIES,
        )

    def seats(self) -> Array:
        """Return everybody's seats by the best assignment: int16[r, n]."""
        seats = np.empty_like(self.roles)
        seats[:, self.best] = self.roles
        return seats


@compiled
def exchange(
    meetings: Array,
    kind: Array,
    price: Array,
    person: Array,
    best: Array,
    cost: Array,
    random: Array,
    temperature: float,
    tries: int,
) -> None:
    """Exchange the roles of random people; a worse assignment is taken as the temperature says."""
    n = len(person)
    for _ in range(tries):
        a, b = draw(random, n), draw(random, n)
        change = exchange_change(meetings, kind, price, person, a, b)
        if change > 0 and draw(random, 1 << 32) >= np.exp(-change / temperature) * (1 << 32):
            continue
        person[a], person[b] = person[b], person[a]
        cost[0] += change
        if cost[0] < cost[1]:
            cost[1] = cost[0]
            best[:] = person


@compiled
def exchange_change(
    meetings: Array, kind: Array, price: Array, person: Array, a: int, b: int
) -> int:
    """Return the change of the cost if the people of roles a and b exchange them."""
    i, j = person[a], person[b]
    change = 0
    for c in range(len(person)):
        if c in {a, b} or meetings[a, c] == meetings[b, c] or a == b:
            continue
        k = person[c]
        if kind[i, k] != kind[j, k]:
            one, other = price[kind[i, k]], price[kind[j, k]]
            with_a, with_b = meetings[a, c], meetings[b, c]
            change += other[with_a] - one[with_a] + one[with_b] - other[with_b]
    return change
