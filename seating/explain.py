"""Why a plan has what it has: what it would cost to remove one repeat, pair alike or unmet want.

Only exchanges of two people in one round are looked at, one or two of them, so that table sizes
stay as they are printed. The search for a chain takes the cheapest first exchanges, which repair
the trouble, and then the best second one in the same round that does not bring it back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np

from seating.bounds import bound
from seating.core import kernels
from seating.core.arrays import HARD, Array, Frame, build_frame, seats_of
from seating.problem import Problem
from seating.score import score
from seating.table_sizes import Fill, least_pairs, pairs_at
from seating.values import Plan, met_ago, pairs_of

WIDTH = 30
"""How many of the cheapest first exchanges are tried as the beginning of a chain."""

NEVER = 1 << 40
"""A record that no plan beats, so that barred moves stay barred."""


class Kind(StrEnum):
    """What somebody may ask about."""

    REPEAT = "repeat"
    SAME_INDUSTRY = "same industry"
    UNMET_WANT = "unmet want"


class Obstacle(StrEnum):
    """What stands in the way of removing a trouble."""

    NOTHING = "nothing"
    COST = "cost"
    RULES = "rules"
    ARITHMETIC = "arithmetic"
    PLAYED = "played"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A pair and the rounds (from 1) in which they sit together; none for an unmet want."""

    kind: Kind
    people: tuple[str, str]
    rounds: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Swap:
    """Two people exchange their seats in a round (from 1)."""

    round: int
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Remedy:
    """Swaps, to be made in this order, and by how much the plan's weight grows by them."""

    swaps: tuple[Swap, ...]
    cost: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """What removing a trouble would take: the best swap and the best chain of two found, if any.

    The obstacle is RULES if every exchange breaks a hard rule, ARITHMETIC if no plan at all has
    fewer of the kind (another would take its place), COST if the cheapest remedy found makes the
    plan worse, NOTHING if it does not.
    """

    trouble: Trouble
    swap: Remedy | None
    chain: Remedy | None
    obstacle: Obstacle

    def __str__(self) -> str:
        costs = [remedy.cost for remedy in (self.swap, self.chain) if remedy]
        least = min(costs, default=0)
        return {
            Obstacle.NOTHING: f"It can be removed; the plan's weight changes by {least}.",
            Obstacle.COST: f"Removing it would cost {least} elsewhere.",
            Obstacle.RULES: "The rules stand in the way.",
            Obstacle.ARITHMETIC: "No plan has fewer: another would take its place.",
            Obstacle.PLAYED: "It belongs to rounds already played.",
        }[self.obstacle]


def troubles(problem: Problem, plan: Plan) -> tuple[Trouble, ...]:
    """Return a plan's repeats, same-industry pairs (one for each round) and unmet wants."""
    rounds = defaultdict(list)
    for number, seated in enumerate(plan.rounds, start=1):
        for sitting in seated.values():
            for a, b in combinations(sitting, 2):
                rounds[frozenset((a, b))].append(number)
    met, together = met_ago(problem.met), pairs_of(problem.together)
    industry = {person.id: person.industry for person in problem.people}
    found = []
    for pair, numbers in rounds.items():
        a, b = sorted(pair)
        if pair not in together and len(numbers) + (pair in met) > 1:
            found.append(Trouble(Kind.REPEAT, (a, b), tuple(numbers)))
        if industry[a] and industry[a] == industry[b]:
            found += [Trouble(Kind.SAME_INDUSTRY, (a, b), (number,)) for number in numbers]
    wants = dict.fromkeys(problem.wants)
    found += [Trouble(Kind.UNMET_WANT, want) for want in wants if frozenset(want) not in rounds]
    return tuple(found)


def explain(problem: Problem, plan: Plan, trouble: Trouble) -> Explanation:
    """Say what it would take to remove one trouble of a plan that keeps all hard rules."""
    search = _Remedies(problem, plan, trouble)
    firsts = sorted(search.firsts(), key=lambda item: (item[0], item[1:]))
    lawful = [first for first in firsts if first[0] < HARD // 2]
    swap = search.remedy(lawful[0][0], lawful[0][1:]) if lawful else None
    chain = search.chain(firsts[:WIDTH])
    costs = [remedy.cost for remedy in (swap, chain) if remedy]
    obstacle = _obstacle(problem, plan, trouble, costs)
    return Explanation(trouble=trouble, swap=swap, chain=chain, obstacle=obstacle)


def _obstacle(problem: Problem, plan: Plan, trouble: Trouble, costs: list[int]) -> Obstacle:
    if costs and min(costs) < 0:
        return Obstacle.NOTHING
    if trouble.rounds and max(trouble.rounds) <= len(problem.played):
        return Obstacle.PLAYED
    if _least(problem, plan, trouble):
        return Obstacle.ARITHMETIC
    if not costs:
        return Obstacle.RULES
    return Obstacle.COST if min(costs) > 0 else Obstacle.NOTHING


def _least(problem: Problem, plan: Plan, trouble: Trouble) -> bool:
    """Say whether no plan has fewer: of all repeats, or of this industry's pairs in this round."""
    if trouble.kind is Kind.REPEAT:
        return score(problem, plan).repeats <= bound(problem).repeats
    if trouble.kind is Kind.UNMET_WANT:
        return False
    industry = {person.id: person.industry for person in problem.people}
    alike = industry[trouble.people[0]]
    tables = list(plan.rounds[trouble.rounds[0] - 1].values())
    counts = [sum(industry[person] == alike for person in sitting) for sitting in tables]
    return pairs_at(counts) <= least_pairs(sum(counts), tuple(len(sitting) for sitting in tables))


First = tuple[int, int, int, int]  # change of the total, round from 0, and the two people


class _Remedies:
    """The exchanges that remove one trouble."""

    def __init__(self, problem: Problem, plan: Plan, trouble: Trouble) -> None:
        self.problem, self.trouble = problem, trouble
        self.frame = _as_printed(problem, plan)
        self.state = kernels.empty_state(self.frame, 0)
        kernels.load(self.frame, self.state, seats_of(problem, plan))
        index = {person.id: i for i, person in enumerate(problem.people)}
        self.pair = index[trouble.people[0]], index[trouble.people[1]]

    def firsts(self) -> Iterator[First]:
        """Yield every single exchange that removes the trouble, whatever it costs."""
        for r in self.rounds():
            seat = self.state.seat[r]
            for i, other in (self.pair, self.pair[::-1]):
                for j in map(int, np.flatnonzero(self.frame.start[r] == -1)):
                    wanted = self.trouble.kind is Kind.UNMET_WANT
                    useful = seat[j] != seat[i] and (not wanted or seat[j] == seat[other])
                    if self.frame.start[r, i] == -1 and j not in self.pair and useful:
                        change = kernels.swap_change(self.frame, self.state, r, i, j)
                        yield int(change), r, i, j

    def rounds(self) -> list[int]:
        """Return the open rounds (from 0) where the trouble can be removed."""
        played = self.frame.played
        if self.trouble.kind is not Kind.UNMET_WANT:
            return [number - 1 for number in self.trouble.rounds if number > played]
        both = (self.state.seat[:, list(self.pair)] >= 0).all(axis=1)
        return [int(r) for r in np.flatnonzero(both) if r >= played]

    def chain(self, firsts: list[First]) -> Remedy | None:
        """Return the cheapest of these exchanges with a second one after it."""
        best, best_swaps = HARD // 2, None
        for change, r, i, j in firsts:
            kernels.swap(self.frame, self.state, r, i, j, 0, self.frame.start.shape[0])
            _, x, y, _ = kernels.best_swap(
                self.frame, self.state, self._barred(r), 0, -NEVER, r, r + 1
            )
            if x >= 0:
                total = change + int(kernels.swap_change(self.frame, self.state, r, x, y))
                if total < best:
                    best, best_swaps = total, ((r, i, j), (r, x, y))
            kernels.swap(self.frame, self.state, r, i, j, 0, self.frame.start.shape[0])
        return self.remedy(best, *best_swaps) if best_swaps else None

    def _barred(self, r: int) -> Array:
        """Bar the pair from tables where the trouble would come back."""
        until = np.zeros((*self.state.seat.shape, self.state.cost.shape[1]), np.int32)
        for i, other in (self.pair, self.pair[::-1]):
            if self.trouble.kind is Kind.UNMET_WANT:
                until[r, i] = 1
            else:
                until[r, i, self.state.seat[r, other]] = 1
        return until

    def remedy(self, cost: int, *swaps: tuple[int, ...]) -> Remedy:
        ids = [person.id for person in self.problem.people]
        made = tuple(Swap(round=r + 1, first=ids[i], second=ids[j]) for r, i, j in swaps)
        return Remedy(swaps=made, cost=cost)


def _as_printed(problem: Problem, plan: Plan) -> Frame:
    """Build the frame in which every table keeps as many people as the plan gives it."""
    fills = {
        number: Fill(
            sizes=tuple(len(plan.rounds[number - 1].get(table.id, ())) for table in problem.tables),
            flexible=(),
            spare=0,
        )
        for number in range(len(problem.played) + 1, problem.rounds + 1)
    }
    return build_frame(problem, fills)
