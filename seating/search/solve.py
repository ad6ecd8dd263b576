"""Search for a plan: two independent lanes on two threads, advanced in steps of equal work."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from seating.bounds import Bound, bound
from seating.core.arrays import arrays_of, plan_of
from seating.problem import Problem
from seating.reasons import Reason, Why
from seating.score import Score, score
from seating.search.cyclic import CyclicSearch
from seating.search.exhaust import best_possible
from seating.search.lane import Lane
from seating.search.role_assignment import RoleAssignment
from seating.values import Participant, Plan, Table

LANES = 2

EXHAUST_AFTER = 1000
"""Iterations after which all plans of a small problem are tried."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a search has come. An iteration weighs about a thousand swaps in each lane."""

    iterations: int
    score: Score
    bound: Bound
    seconds: float


@dataclass(frozen=True, slots=True)
class Stop:
    """When to stop searching; a search also stops when its plan is proved best.

    `target` stops at a plan without violations of that weight or less; `stop_when` is asked
    several times a second and cancels the search when it answers true.
    """

    max_iterations: int | None = None
    max_seconds: float | None = None
    target: int | None = None
    stop_when: Callable[[Progress], bool] | None = None

    @classmethod
    def iterations(
        cls,
        count: int,
        *,
        target: int | None = None,
        stop_when: Callable[[Progress], bool] | None = None,
    ) -> Stop:
        """Stop after a number of iterations: the same problem and seed give the same plan."""
        return cls(max_iterations=count, target=target, stop_when=stop_when)

    @classmethod
    def seconds(
        cls,
        limit: float,
        *,
        target: int | None = None,
        stop_when: Callable[[Progress], bool] | None = None,
    ) -> Stop:
        """Stop after a time by the clock."""
        return cls(max_seconds=limit, target=target, stop_when=stop_when)

    def __post_init__(self) -> None:
        if self.max_iterations is None and self.max_seconds is None:
            raise ValueError("A search needs a number of iterations or of seconds.")

    def share(self, iterations: int, seconds: float) -> float:
        """Return how much of the search is over, from 0 to 1."""
        done = [0.0]
        if self.max_iterations is not None:
            left = self.max_iterations - iterations
            done.append(iterations / self.max_iterations if left > 0 else 1.0)
        if self.max_seconds is not None:
            done.append(seconds / self.max_seconds if self.max_seconds > 0 else 1.0)
        return min(1.0, max(done))


@dataclass(frozen=True, slots=True)
class Result:
    """The best plan found and its score; `proved` says that no plan has a lower weight."""

    plan: Plan
    score: Score
    bound: Bound
    proved: bool
    iterations: int
    seconds: float
    cancelled: bool


def solve(
    problem: Problem,
    stop: Stop,
    *,
    seed: int = 0,
    progress: Callable[[Progress], None] | None = None,
) -> Result:
    """Search for a plan of the least weight that breaks no hard rule.

    The same problem, seed and number of iterations give the same plan. `progress` is called on
    the calling thread, several times a second.
    """
    search = _Search(problem, stop, seed=seed, progress=progress)
    return search.run()


class _Search:
    """The lanes of one search, its clock, and the best plan so far."""

    def __init__(
        self,
        problem: Problem,
        stop: Stop,
        *,
        seed: int,
        progress: Callable[[Progress], None] | None,
    ) -> None:
        self.started = time.perf_counter()
        self.problem, self.stop, self.progress = problem, stop, progress
        self.bound = bound(problem)
        arrays = arrays_of(problem)
        self.lanes = [Lane(arrays, seed=seed, number=n) for n in range(LANES)]
        self.iterations = 0
        self.cancelled = False
        self.exhausted = False
        self.scored: tuple[int, Plan, Score] | None = None  # the best plan when last asked for
        self.reported = 0.0

    def run(self) -> Result:
        with ThreadPoolExecutor(LANES) as pool:
            list(pool.map(Lane.deal, self.lanes))
            self.report()
            while not self.over():
                self.advance(pool)
                self.exhaust()
                self.report()
        plan, value = self.best()
        return Result(
            plan=plan,
            score=value,
            bound=self.bound,
            proved=self.proved(value),
            iterations=self.iterations,
            seconds=self.elapsed(),
            cancelled=self.cancelled,
        )

    def advance(self, pool: ThreadPoolExecutor) -> None:
        """Advance every lane by the same number of iterations."""
        share = self.stop.share(self.iterations, self.elapsed())
        step = self.step()
        for waiting in [pool.submit(lane.advance, step, share) for lane in self.lanes]:
            waiting.result()
        self.iterations += step

    def exhaust(self) -> None:
        """Once, after a short search, try all plans of a small problem."""
        if self.exhausted or self.iterations < EXHAUST_AFTER:
            return
        self.exhausted = True
        lane = self.best_lane()
        record = lane.best_total - lane.arrays.offset
        found = best_possible(lane.arrays, record, go_on=self.is_wanted)
        if found is None:
            return
        total = found[0] + lane.arrays.offset
        if total < lane.best_total:
            lane.best_total, lane.best_seats = total, found[1]
        if self.best()[1].violations == 0:
            cause = Reason(Why.ALL_TRIED, total)
            causes = (*self.bound.causes, cause)
            self.bound = replace(self.bound, weight=max(total, self.bound.weight), causes=causes)

    def is_wanted(self) -> bool:
        """Report in the middle of a step; say whether to go on."""
        self.report()
        return not self.cancelled

    def elapsed(self) -> float:
        return time.perf_counter() - self.started

    def step(self) -> int:
        """Return the iterations of the next step: a few hundredths of a second."""
        step = self.lanes[0].step
        if self.stop.max_iterations is None:
            return step
        return min(step, self.stop.max_iterations - self.iterations)

    def over(self) -> bool:
        if self.cancelled or self.stop.share(self.iterations, self.elapsed()) >= 1:
            return True
        target = self.bound.weight if self.stop.target is None else self.stop.target
        return self.best_lane().best_total <= max(target, self.bound.weight)

    def proved(self, value: Score) -> bool:
        return value.violations == 0 and value.weight <= self.bound.weight

    def best_lane(self) -> Lane:
        """Return the lane with the best plan; of equal ones the first."""
        return min(self.lanes, key=lambda lane: lane.best_total)

    def best(self) -> tuple[Plan, Score]:
        """Return the best plan so far and its score."""
        lane = self.best_lane()
        if self.scored is None or lane.best_total != self.scored[0]:
            plan = plan_of(self.problem, lane.best_seats)
            self.scored = lane.best_total, plan, score(self.problem, plan)
        return self.scored[1], self.scored[2]

    def report(self) -> None:
        """Report progress and ask whether to go on, at most about ten times a second."""
        seconds = self.elapsed()
        ask = self.stop.stop_when
        if (self.progress is None and ask is None) or seconds - self.reported < 0.08:
            return
        self.reported = seconds
        progress = Progress(
            iterations=self.iterations,
            score=self.best()[1],
            bound=self.bound,
            seconds=seconds,
        )
        if self.progress is not None:
            self.progress(progress)
        self.cancelled = ask is not None and ask(progress)


def warm_up() -> None:
    """Compile the kernels or load them from disk, so that no search has to wait for it."""
    people = tuple(Participant(id=str(i)) for i in range(4))
    tables = (Table(id="1", seats=2), Table(id="2", seats=2))
    arrays = arrays_of(Problem(people=people, tables=tables, rounds=2, wants=(("0", "1"),)))
    for number in range(LANES):
        lane = Lane(arrays, seed=0, number=number)
        lane.deal()
        for _ in range(3):  # each round alone, then both together
            lane.advance(1, 1.0)
        lane.shake()
    RoleAssignment(arrays, lane.best_seats, seed=0).advance(1, 1.0)
    CyclicSearch(arrays, seed=0).advance(1)
    best_possible(arrays, 0)
