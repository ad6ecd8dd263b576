"""Explain a flaw of a plan: what removing a repeat, pair alike or unmet want would cost.

Only swaps of two people in one round are looked at, one or two of them, so that table sizes stay as
printed. A chain is one of the cheapest swaps that remove the flaw, and the best second swap in the
same round that does not bring it back.
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
from seating.core.arrays import ANYWHERE, ProblemArrays, arrays_of, seats_of
from seating.core.pairs import HARD, Array
from seating.problem import Problem
from seating.score import score
from seating.table_sizes import TableSizes, least_pairs, pairs_at
from seating.values import Plan, met_ago, pairs_of

WIDTH = 30
"""How many of the cheapest first swaps are tried as the beginning of a chain."""

UNBEATABLE = -(1 << 40)
"""The total of a best plan that no swap beats, so that all barred swaps stay barred."""


class PlanFlawKind(StrEnum):
    """The flaws that can be explained."""

    REPEAT = "repeat"
    SAME_INDUSTRY = "same industry"
    UNMET_WANT = "unmet want"


class Hindrance(StrEnum):
    """What hinders the removal of a flaw."""

    NOTHING = "nothing"
    COST = "cost"
    RULES = "rules"
    ARITHMETIC = "arithmetic"
    PLAYED = "played"


@dataclass(frozen=True, slots=True)
class PlanFlaw:
    """A pair and the rounds (from 1) in which they sit together; no rounds for an unmet want."""

    kind: PlanFlawKind
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
    """Swaps, to be made in this order, and what they add to the plan's weight."""

    swaps: tuple[Swap, ...]
    cost: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a flaw could be removed: the best swap and the best chain of two found, if any.

    `hindrance` is RULES if every swap breaks a hard rule, ARITHMETIC if no plan has fewer flaws of
    the kind (another would take its place), PLAYED if it belongs to rounds already played, COST if
    the cheapest remedy found makes the plan worse, NOTHING if it does not.
    """

    flaw: PlanFlaw
    swap: Remedy | None
    chain: Remedy | None
    hindrance: Hindrance

    def __str__(self) -> str:
        costs = [remedy.cost for remedy in (self.swap, self.chain) if remedy]
        least = min(costs, default=0)
        return {
            Hindrance.NOTHING: f"It can be removed; the plan's weight changes by {least}.",
            Hindrance.COST: f"Removing it would cost {least} elsewhere.",
            Hindrance.RULES: "The rules stand in the way.",
            Hindrance.ARITHMETIC: "No plan has fewer: another would take its place.",
            Hindrance.PLAYED: "It belongs to rounds already played.",
        }[self.hindrance]


def find_flaws(problem: Problem, plan: Plan) -> tuple[PlanFlaw, ...]:
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
            found.append(PlanFlaw(PlanFlawKind.REPEAT, (a, b), tuple(numbers)))
        if industry[a] and industry[a] == industry[b]:
            found += [PlanFlaw(PlanFlawKind.SAME_INDUSTRY, (a, b), (n,)) for n in numbers]
    unmet = [want for want in dict.fromkeys(problem.wants) if frozenset(want) not in rounds]
    return (*found, *(PlanFlaw(PlanFlawKind.UNMET_WANT, want) for want in unmet))


def explain(problem: Problem, plan: Plan, flaw: PlanFlaw) -> Explanation:
    """Explain what removing a flaw would take in a plan that keeps all hard rules."""
    search = _Remedies(problem, plan, flaw)
    firsts = sorted(search.firsts(), key=lambda item: (item[0], item[1:]))
    allowed = [first for first in firsts if first[0] < HARD // 2]
    swap = search.remedy(allowed[0][0], allowed[0][1:]) if allowed else None
    chain = search.chain(firsts[:WIDTH])
    costs = [remedy.cost for remedy in (swap, chain) if remedy]
    hindrance = _hindrance(problem, plan, flaw, costs)
    return Explanation(flaw=flaw, swap=swap, chain=chain, hindrance=hindrance)


def _hindrance(problem: Problem, plan: Plan, flaw: PlanFlaw, costs: list[int]) -> Hindrance:
    if costs and min(costs) < 0:
        return Hindrance.NOTHING
    if flaw.rounds and max(flaw.rounds) <= len(problem.played):
        return Hindrance.PLAYED
    if _is_least(problem, plan, flaw):
        return Hindrance.ARITHMETIC
    if not costs:
        return Hindrance.RULES
    return Hindrance.COST if min(costs) > 0 else Hindrance.NOTHING


def _is_least(problem: Problem, plan: Plan, flaw: PlanFlaw) -> bool:
    """Say whether no plan has fewer: of all repeats, or of this industry's pairs in this round."""
    if flaw.kind is PlanFlawKind.REPEAT:
        return score(problem, plan).repeats <= bound(problem).repeats
    if flaw.kind is PlanFlawKind.UNMET_WANT:
        return False
    industry = {person.id: person.industry for person in problem.people}
    alike = industry[flaw.people[0]]
    tables = list(plan.rounds[flaw.rounds[0] - 1].values())
    counts = [sum(industry[person] == alike for person in sitting) for sitting in tables]
    return pairs_at(counts) <= least_pairs(sum(counts), tuple(len(sitting) for sitting in tables))


FirstSwap = tuple[int, int, int, int]  # change of the total, round from 0, and the two people


class _Remedies:
    """The swaps that remove one flaw."""

    def __init__(self, problem: Problem, plan: Plan, flaw: PlanFlaw) -> None:
        self.problem, self.flaw = problem, flaw
        self.wanted = flaw.kind is PlanFlawKind.UNMET_WANT  # the pair is to meet, not to be parted
        self.arrays = _as_printed(problem, plan)
        self.state = kernels.empty_state(self.arrays, 0)
        kernels.load(self.arrays, self.state, seats_of(problem, plan))
        index = {person.id: i for i, person in enumerate(problem.people)}
        self.pair = index[flaw.people[0]], index[flaw.people[1]]

    def firsts(self) -> Iterator[FirstSwap]:
        """Yield every single swap that removes the flaw, whatever it costs."""
        for r in self.rounds():
            seat, free = self.state.seat[r], self.arrays.fixed[r] == ANYWHERE
            for i, other in (self.pair, self.pair[::-1]):
                for j in map(int, np.flatnonzero(free)):
                    removes = not self.wanted or seat[j] == seat[other]
                    if free[i] and j not in self.pair and seat[j] != seat[i] and removes:
                        change = kernels.swap_change(self.arrays, self.state, r, i, j)
                        yield int(change), r, i, j

    def rounds(self) -> list[int]:
        """Return the open rounds (from 0) where the flaw can be removed."""
        played = self.arrays.played
        if not self.wanted:
            return [number - 1 for number in self.flaw.rounds if number > played]
        both = (self.state.seat[:, list(self.pair)] >= 0).all(axis=1)
        return [int(r) for r in np.flatnonzero(both) if r >= played]

    def chain(self, firsts: list[FirstSwap]) -> Remedy | None:
        """Return the cheapest of these swaps with a second one after it."""
        best, best_swaps = HARD // 2, None
        for change, r, i, j in firsts:
            kernels.swap(self.arrays, self.state, r, i, j, 0, self.problem.rounds)
            _, x, y, _ = kernels.best_swap(
                self.arrays, self.state, self._barred(r), 0, UNBEATABLE, r, r + 1
            )
            if x >= 0:
                total = change + int(kernels.swap_change(self.arrays, self.state, r, x, y))
                if total < best:
                    best, best_swaps = total, ((r, i, j), (r, x, y))
            kernels.swap(self.arrays, self.state, r, i, j, 0, self.problem.rounds)
        return self.remedy(best, *best_swaps) if best_swaps else None

    def _barred(self, r: int) -> Array:
        """Bar the pair from the tables that would bring the flaw back: int32[r, n, t]."""
        until = np.zeros((*self.state.seat.shape, self.state.cost.shape[1]), np.int32)
        for i, other in (self.pair, self.pair[::-1]):
            if self.wanted:
                until[r, i] = 1
            else:
                until[r, i, self.state.seat[r, other]] = 1
        return until

    def remedy(self, cost: int, *swaps: tuple[int, ...]) -> Remedy:
        ids = [person.id for person in self.problem.people]
        made = tuple(Swap(round=r + 1, first=ids[i], second=ids[j]) for r, i, j in swaps)
        return Remedy(swaps=made, cost=cost)


def _as_printed(problem: Problem, plan: Plan) -> ProblemArrays:
    """Return arrays in which every table keeps as many people as the plan gives it."""
    sizes = {
        number: TableSizes(
            seats=tuple(len(plan.rounds[number - 1].get(table.id, ())) for table in problem.tables),
            flexible=(),
            empty=0,
        )
        for number in problem.open_rounds
    }
    return arrays_of(problem, sizes)
