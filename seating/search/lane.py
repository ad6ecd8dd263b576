"""One of the searches that run side by side: which rounds it searches next, and for how long."""

from __future__ import annotations

import numpy as np

from seating.core import kernels
from seating.core.arrays import ProblemArrays
from seating.core.pairs import Array
from seating.search.constructions import constructed_seats
from seating.search.cyclic import CyclicSearch, allows_cyclic
from seating.search.role_assignment import RoleAssignment

TRIES = 1000
"""Swaps weighed in one iteration of a tabu search."""

SMALL = 300
"""People times rounds up to which many short searches of a round find more than one long one."""

STALL = 10_000
"""Moves without a better round after which the round is shaken."""

QUICK_STALL = 500
"""The same for small problems and for a round seated anew, which is then done."""

JOINT_STALLS = (500, 2000)
"""The same for all rounds together, after which one of them is seated anew; one for each lane."""

SLACKS = (0, 3)
"""How much worse than the plan before a plan may be for the search to go on with it, by lane."""

CYCLIC_UNTIL = (0.2, 0.5)
"""Share of the search at which the search for a cyclic plan ends; one for each lane."""

ROLES_SHARE = 0.05
"""Share of the search for assigning people to the roles of a plan."""

_ALONE_TENURES = ((2, 6), (2, 8))  # moves for which a seat is barred; one pair for each lane
_JOINT_TENURES = ((3, 15), (2, 8), (2, 6), (4, 30))  # used in turn


class Lane:
    """A search with its own seed, independent of the other one: threads cannot change its plan.

    First every round is dealt greedily. Then each round is searched alone, in order, with the
    meetings of those before it: early rounds come out without repeats, which gather in the last
    ones; a joint search does not find such plans. Then all rounds are searched together; when that
    stalls, one round is emptied and seated alone anew, with the meetings of all others, and the
    joint search goes on. Where a design is known, or where a round alone stays above its least cost
    and a cyclic plan is found, people are assigned to its roles, and the search goes on from there.
    """

    def __init__(self, arrays: ProblemArrays, *, seed: int, number: int) -> None:
        self.arrays, self.number = arrays, number
        self.seed = seed * 1_000_003 + number
        self.state = kernels.empty_state(arrays, self.seed)
        self.rounds, self.people = arrays.fixed.shape
        self.step: int = max(20, 400_000 // (self.people + 1000))
        self.until = np.zeros((self.rounds, self.people, arrays.size.shape[1]), np.int32)
        self.clock = np.zeros(2, np.int64)
        self.best_seats = self.state.seat.copy()
        self.best_total: int = 0
        self.built = np.maximum(arrays.fixed, -1)  # the rounds played or seated alone so far
        self.built[arrays.played :] = -1
        self.pending = list(range(arrays.played, self.rounds))  # to be seated alone, in this order
        self.again = False  # whether rounds of a whole plan are being seated anew
        self.rebuilt = 0  # how often one was
        self.kept, self.kept_total = self.best_seats, 0  # the plan that rounds are taken from
        self.since = 0.0  # share of the search at which this round or the joint search began
        self.before = 0  # total of the rounds before this one
        self.try_cyclic = False  # whether a round above its least cost starts a cyclic search
        self.cyclic: CyclicSearch | None = None
        self.roles: RoleAssignment | None = None
        self.small = self.people * self.rounds <= SMALL
        # Where people have wants, nothing is known about the least cost of a round.
        self.goals = arrays.least_cost - (1 << 40 if arrays.wants else 0)
        self.alone = 0.5 if arrays.wants else 0.8  # share of the search for rounds alone

    def deal(self) -> None:
        """Make a first plan: dealt greedily, or by a design if one is known and better."""
        self._seat_built()
        self._deal_rest()
        designed = constructed_seats(self.arrays)
        if designed is not None:
            self._begin_roles(designed, 0.0)
        else:
            self.try_cyclic = allows_cyclic(self.arrays) and not (self.small and self.number)
        if self.pending and self.roles is None:
            self._begin_round(0.0)

    def advance(self, iterations: int, share: float) -> None:
        """Search for so many iterations; `share` says how much of the search is over."""
        if self.arrays.played == self.rounds:
            return
        if self.cyclic is not None:
            self._advance_cyclic(self.cyclic, iterations, share)
        elif self.roles is not None:
            self._advance_roles(self.roles, iterations, share)
        elif self.pending:
            self._advance_alone(iterations, share)
        else:
            self._advance_joint(iterations, share)

    def _advance_cyclic(self, cyclic: CyclicSearch, iterations: int, share: float) -> None:
        cyclic.advance(iterations)
        if cyclic.cost == 0 or share >= CYCLIC_UNTIL[self.number]:
            self.cyclic = None
            roles = cyclic.seats()
            if roles is not None:
                self._begin_roles(roles, share)

    def _begin_roles(self, roles: Array, share: float) -> None:
        """Begin to assign people to the roles of a plan, int16[r, n]."""
        self._load(roles)
        self.before, self.since = int(self.state.total[0]), share
        self.roles = RoleAssignment(self.arrays, roles, seed=self.seed)

    def _advance_roles(self, roles: RoleAssignment, iterations: int, share: float) -> None:
        done = (share - self.since) / ROLES_SHARE
        roles.advance(iterations, done)
        if done < 1 and self.before + roles.change > int(self.goals.sum()):
            return
        self.roles = None
        self._load(roles.seats())
        if self.best_total == int(self.state.total[0]) + self.arrays.offset:
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
        if self.try_cyclic and (over or stalled) and not reached:
            self.try_cyclic = False
            self.cyclic = CyclicSearch(self.arrays, seed=self.seed)
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
            self._load(self.built)
            self.since = share

    def _advance_joint(self, iterations: int, share: float) -> None:
        self._tabu(iterations, _JOINT_TENURES[self.rebuilt % len(_JOINT_TENURES)])
        self._take_record()
        if self.clock[1] > JOINT_STALLS[self.number]:
            self._rebuild(share)

    def _rebuild(self, share: float) -> None:
        """Go on with the plan just found or the one before: empty one round to seat it anew."""
        total = int(self.record_total[0])
        if not self.again or total <= self.kept_total + SLACKS[self.number]:
            self.kept, self.kept_total = self.record.copy(), total
        self.built = self.kept.copy()
        self.again = True
        self.rebuilt += 1
        open_rounds = self.rounds - self.arrays.played
        self.pending = [self.arrays.played + kernels.draw(self.state.random, open_rounds)]
        self.built[self.pending] = -1
        self._begin_round(share)

    def _span(self) -> tuple[int, int]:
        """Return the rounds being searched: the one alone, or all that are open."""
        if self.pending:
            return self.pending[0], self.pending[0] + 1
        return self.arrays.played, self.rounds

    def _tabu(self, iterations: int, tenure: tuple[int, int]) -> None:
        kernels.tabu(
            self.arrays,
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
        kernels.shake(self.arrays, self.state, 5, *self._span())
        self.clock[1] = 0

    def _seat_built(self) -> None:
        """Seat the played rounds and those built so far, and nobody else."""
        kernels.clear(self.arrays, self.state)
        kernels.seat_rounds(self.arrays, self.state, self.built, self.rounds)

    def _begin_round(self, share: float) -> None:
        self._seat_built()
        if self.built[self.arrays.played :].max() >= 0 and not self.again:
            self._deal_rest()
            self._seat_built()
        self.before = int(self.state.total[0])
        kernels.deal(self.arrays, self.state, self.pending[0])
        kernels.price_round(self.state, self.pending[0])
        self._start_record()
        self.since = share

    def _deal_rest(self) -> None:
        """Complete the rounds built so far by a deal: the plan if the search stops now."""
        for r in self.pending:
            kernels.deal(self.arrays, self.state, r)
        self._start_record()
        self._take_record()

    def _load(self, seats: Array) -> None:
        """Go on from these seats; they are the lane's plan if they are the best so far."""
        kernels.load(self.arrays, self.state, seats)
        self._start_record()
        self._take_record()

    def _start_record(self) -> None:
        """Take the present seats as the best ones of the search that begins now."""
        self.record = self.state.seat.copy()
        self.record_total = self.state.total.copy()
        self.clock[1] = 0

    def _take_record(self) -> None:
        """Make the record the lane's plan if it is the first or the best."""
        total = int(self.record_total[0]) + self.arrays.offset
        if self.best_seats[-1].max() < 0 or total < self.best_total:
            self.best_seats, self.best_total = self.record.copy(), total
