"""One of the searches that run side by side: what it does next, and with what patience."""

from __future__ import annotations

import numpy as np

from seating import kernels
from seating.arrays import Array, Frame

TRIES = 1000
"""Changes weighed in one iteration."""

FIRST_PART = 0.5
"""Share of a search in which each round is seated alone, knowing only the rounds before it."""

_ALONE = (5.0, 0.6)  # temperatures at the start and the end of a round seated alone
_JOINT = (1.5, 0.7)  # and of all rounds together


class Lane:
    """A search with its own seed. It never looks at the other one, so threads cannot matter.

    First every round is dealt greedily. Then each round is annealed alone, in order: early rounds
    come out perfect and the trouble gathers in the last ones, which a joint search alone does not
    find. Then all rounds are annealed together, gently. A plan that meets `goal` ends it all.
    """

    def __init__(self, frame: Frame, *, seed: int, number: int, goal: int) -> None:
        self.frame, self.number, self.goal = frame, number, goal
        self.state = kernels.empty_state(frame, seed * 1_000_003 + number)
        self.rounds = frame.start.shape[0]
        self.step: int = max(20, 400_000 // (frame.start.shape[1] + 1000))
        self.best_seats = self.state.seat.copy()
        self.best_total: int = 0
        self.round: int = frame.played  # the one being seated alone
        self.built = self.state.seat.copy()  # rounds seated alone so far
        self.before = 0  # total of the rounds before it
        self.joint_from: float | None = None

    def deal(self) -> None:
        """Seat everybody greedily: the first complete plan."""
        self._restart(self.frame.played)
        for r in range(self.frame.played, self.rounds):
            kernels.deal(self.frame, self.state, r)
        self._take(self.state.seat, int(self.state.total[0]))
        if self.frame.played < self.rounds:
            self._begin_round()

    def _take(self, seats: Array, total: int) -> None:
        self.best_seats = seats.copy()
        self.best_total = total + self.frame.offset

    def advance(self, iterations: int, share: float) -> None:
        """Weigh so many thousand changes; `share` says how much of the search is over."""
        if self.frame.played == self.rounds:
            return
        if self.joint_from is None:
            self._advance_alone(iterations, share)
        else:
            rest = (share - self.joint_from) / max(1e-9, 1 - self.joint_from)
            self._anneal(_JOINT, rest, iterations, self.frame.played, self.rounds)
            if self.record_total[0] + self.frame.offset < self.best_total:
                self._take(self.record, int(self.record_total[0]))

    def _advance_alone(self, iterations: int, share: float) -> None:
        count = self.rounds - self.frame.played
        progress = share / FIRST_PART * count
        done = self.round - self.frame.played
        if progress < done + 1:
            self._anneal(_ALONE, max(0.0, progress - done), iterations, self.round, self.round + 1)
        cost = int(self.record_total[0]) - self.before
        if progress < done + 1 and cost > self.frame.least[self.round]:
            return
        self._finish_round()
        if self.round == self.rounds:
            self._begin_joint(share)
        else:
            self._begin_round()

    def _anneal(
        self, heat: tuple[float, float], share: float, iterations: int, low: int, high: int
    ) -> None:
        hot, cold = heat
        temperature = hot * (cold / hot) ** min(1.0, share)
        costs = np.arange(int(temperature * 22) + 2)
        odds = np.minimum(np.exp(-costs / temperature) * 2**32, 2**32).astype(np.int64)
        kernels.anneal(
            self.frame,
            self.state,
            odds,
            self.record,
            self.record_total,
            iterations * TRIES,
            low,
            high,
        )

    def _restart(self, upto: int) -> None:
        """Seat the played rounds and those built so far, and nobody else."""
        kernels.clear(self.frame, self.state)
        seats = np.where(np.arange(self.rounds)[:, None] < upto, self.built, np.int16(-1))
        seats[: self.frame.played] = np.maximum(self.frame.start[: self.frame.played], -1)
        kernels.seat_rounds(self.frame, self.state, seats, upto)

    def _begin_round(self) -> None:
        self._restart(self.round)
        self.before = int(self.state.total[0])
        kernels.deal(self.frame, self.state, self.round)
        kernels.price_round(self.state, self.round)
        self._start_record()

    def _start_record(self) -> None:
        self.record = self.state.seat.copy()
        self.record_total = self.state.total.copy()

    def _finish_round(self) -> None:
        self.built[self.round] = self.record[self.round]
        self.round += 1

    def _begin_joint(self, share: float) -> None:
        self.joint_from = share
        kernels.load(self.frame, self.state, self._complete())
        self._start_record()
        if self.record_total[0] + self.frame.offset < self.best_total:
            self._take(self.record, int(self.record_total[0]))

    def _complete(self) -> Array:
        seats = self.built.copy()
        seats[: self.frame.played] = np.maximum(self.frame.start[: self.frame.played], -1)
        return seats
