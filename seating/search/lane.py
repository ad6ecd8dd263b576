"""One of the searches that run side by side: what it does next, and with what patience."""

from __future__ import annotations

import numpy as np

from seating.core import kernels
from seating.core.arrays import Array, Frame
from seating.search.constructions import constructed_seats
from seating.search.cyclic import Turning, can_turn
from seating.search.role_assignment import Exchange

TRIES = 1000
"""Changes weighed in one iteration of a tabu search."""

SMALL = 300
"""People times rounds up to which seating rounds anew pays more than searching one for longer."""

STALL = 10_000
"""Moves without a better round after which a round is shaken, while it is given its time."""

QUICK_STALL = 500
"""The same for a round seated anew, which is then done; small problems always go this way."""

JOINT_STALLS = (500, 2000)
"""The same for all rounds together, after which one of them is seated anew; one for each lane."""

SLACKS = (0, 3)
"""How much worse a plan may be than the one before it to be carried on; one for each lane."""

TURNING = (0.2, 0.5)
"""Share of the search at which a plan that turns must be found; one for each lane."""

EXCHANGING = 0.05
"""Share of the search for giving out its parts."""

_ALONE_TENURES = ((2, 6), (2, 8))  # moves for which a seat is barred; one pair for each lane
_JOINT_TENURES = ((3, 15), (2, 8), (2, 6), (4, 30))  # used in turn


class Lane:
    """A search with its own seed. It never looks at the other one, so threads cannot matter.

    First every round is dealt greedily. Then each round is searched alone, in order, knowing those
    before it: early rounds come out perfect and the trouble gathers in the last ones, which a joint
    search does not find. Then all rounds are searched together; when that stalls, one round is
    emptied and seated alone anew, knowing all others, and the search together goes on from there.
    Where a design exists, or where a round alone meets trouble and people are not tied to anything,
    the parts of a design or of a plan that turns are given out, and the search goes on from there.
    """

    def __init__(self, frame: Frame, *, seed: int, number: int) -> None:
        self.frame, self.number = frame, number
        self.seed = seed * 1_000_003 + number
        self.state = kernels.empty_state(frame, self.seed)
        self.rounds, self.people = frame.start.shape
        self.step: int = max(20, 400_000 // (self.people + 1000))
        self.until = np.zeros((self.rounds, self.people, frame.size.shape[1]), np.int32)
        self.clock = np.zeros(2, np.int64)
        self.best_seats = self.state.seat.copy()
        self.best_total: int = 0
        self.built = np.maximum(frame.start, -1)  # rounds seated alone so far
        self.built[frame.played :] = -1
        self.pending = list(range(frame.played, self.rounds))  # to be seated alone, in this order
        self.again = False  # whether rounds of a whole plan are being seated anew
        self.rebuilt = 0  # how often one was
        self.kept, self.kept_total = self.best_seats, 0  # the plan that rounds are taken from
        self.since = 0.0  # share of the search at which this round or the joint search began
        self.before = 0  # total of the rounds before this one
        self.may_turn = False  # whether a plan that turns is to be looked for in trouble
        self.turning: Turning | None = None
        self.exchange: Exchange | None = None
        self.small = self.people * self.rounds <= SMALL
        # Nothing is known of the least that rounds cost where people have wants.
        self.goals = frame.least - (1 << 40 if frame.wants else 0)
        self.alone = 0.5 if frame.wants else 0.8  # share of the search for rounds alone

    def deal(self) -> None:
        """Seat everybody greedily, or by a design where that is better: the first complete plan."""
        self._seat_built()
        self._deal_rest()
        designed = constructed_seats(self.frame)
        if designed is not None:
            self._begin_exchange(designed, 0.0)
        else:
            self.may_turn = can_turn(self.frame) and not (self.small and self.number)
        if self.pending and self.exchange is None:
            self._begin_round(0.0)

    def advance(self, iterations: int, share: float) -> None:
        """Weigh so many thousand changes; `share` says how much of the search is over."""
        if self.frame.played == self.rounds:
            return
        if self.turning is not None:
            self._advance_turning(self.turning, iterations, share)
        elif self.exchange is not None:
            self._advance_exchange(self.exchange, iterations, share)
        elif self.pending:
            self._advance_alone(iterations, share)
        else:
            self._advance_joint(iterations, share)

    def _advance_turning(self, turning: Turning, iterations: int, share: float) -> None:
        turning.advance(iterations)
        if turning.cost == 0 or share >= TURNING[self.number]:
            self.turning = None
            seats = turning.seats()
            if seats is not None:
                self._begin_exchange(seats, share)

    def _begin_exchange(self, seats: Array, share: float) -> None:
        """Load a plan whose parts are yet to be given out; keep it if it is good as it is."""
        kernels.load(self.frame, self.state, seats)
        self._start_record()
        self._take_record()
        self.before, self.since = int(self.state.total[0]), share
        self.exchange = Exchange(self.frame, seats, seed=self.seed)

    def _advance_exchange(self, exchange: Exchange, iterations: int, share: float) -> None:
        done = (share - self.since) / EXCHANGING
        exchange.advance(iterations, done)
        if done < 1 and self.before + exchange.gain > int(self.goals.sum()):
            return
        self.exchange = None
        kernels.load(self.frame, self.state, exchange.seats())
        self._start_record()
        self._take_record()
        if self.best_total == int(self.state.total[0]) + self.frame.offset:
            self.pending = []
            self.since = share
        else:
            self._begin_round(share)

    def _advance_alone(self, iterations: int, share: float) -> None:
        until = self.since + (self.alone - self.since) / len(self.pending)
        self._tabu(iterations, _ALONE_TENURES[self.number])
        cost = int(self.record_total[0]) - self.before
        quick = self.small or self.again
        stalled = self.clock[1] > (QUICK_STALL if quick else STALL)
        over = stalled if quick else share >= until
        reached = cost <= self.goals[self.pending[0]]
        if self.may_turn and (over or stalled) and not reached:
            self.may_turn = False
            self.turning = Turning(self.frame, seed=self.seed)
        elif over or reached:
            self._finish_round(share)
        elif stalled:
            self.shake()

    def _finish_round(self, share: float) -> None:
        r = self.pending.pop(0)
        self.built[r] = self.record[r]
        if self.pending:
            self._begin_round(share)
        else:
            self._begin_joint(share)

    def _advance_joint(self, iterations: int, share: float) -> None:
        self._tabu(iterations, _JOINT_TENURES[self.rebuilt % len(_JOINT_TENURES)])
        self._take_record()
        if self.clock[1] > JOINT_STALLS[self.number]:
            self._rebuild(share)

    def _rebuild(self, share: float) -> None:
        """Keep the plan just found or go back to the one before; seat one round of it anew."""
        total = int(self.record_total[0])
        if not self.again or total <= self.kept_total + SLACKS[self.number]:
            self.kept, self.kept_total = self.record.copy(), total
        self.built = self.kept.copy()
        self.again = True
        self.rebuilt += 1
        open_rounds = self.rounds - self.frame.played
        self.pending = [self.frame.played + kernels.draw(self.state.random, open_rounds)]
        self.built[self.pending] = -1
        self._begin_round(share)

    def _span(self) -> tuple[int, int]:
        """Return the rounds being searched: the one alone, or all that are open."""
        if self.pending:
            return self.pending[0], self.pending[0] + 1
        return self.frame.played, self.rounds

    def _tabu(self, iterations: int, tenure: tuple[int, int]) -> None:
        kernels.tabu(
            self.frame,
            self.state,
            self.until,
            self.clock,
            self.record,
            self.record_total,
            iterations * TRIES,
            *self._span(),
            *tenure,
        )

    def shake(self) -> None:
        """Make a few random swaps."""
        kernels.shake(self.frame, self.state, 5, *self._span())
        self.clock[1] = 0

    def _seat_built(self) -> None:
        """Seat the played rounds and those built so far, and nobody else."""
        kernels.clear(self.frame, self.state)
        kernels.seat_rounds(self.frame, self.state, self.built, self.rounds)

    def _begin_round(self, share: float) -> None:
        self._seat_built()
        if self.built[self.frame.played :].max() >= 0 and not self.again:
            self._deal_rest()
            self._seat_built()
        self.before = int(self.state.total[0])
        kernels.deal(self.frame, self.state, self.pending[0])
        kernels.price_round(self.state, self.pending[0])
        self._start_record()
        self.since = share

    def _deal_rest(self) -> None:
        """Complete the rounds built so far by a deal: whoever stops now gets this plan."""
        for r in self.pending:
            kernels.deal(self.frame, self.state, r)
        self._start_record()
        self._take_record()

    def _begin_joint(self, share: float) -> None:
        kernels.load(self.frame, self.state, self.built)
        self._start_record()
        self._take_record()
        self.since = share

    def _start_record(self) -> None:
        self.record = self.state.seat.copy()
        self.record_total = self.state.total.copy()
        self.clock[1] = 0

    def _take_record(self) -> None:
        """Keep the record as the lane's plan if it is the first or the best."""
        total = int(self.record_total[0]) + self.frame.offset
        if self.best_seats[-1].max() < 0 or total < self.best_total:
            self.best_seats, self.best_total = self.record.copy(), total
