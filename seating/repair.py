"""Reseat people after no-shows, late arrivals and changed tables, changing little of a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from seating.bounds import Bound, bound
from seating.core import kernels
from seating.core.arrays import ANYWHERE, ProblemArrays, arrays_of, plan_of, seats_of
from seating.core.pairs import Array
from seating.problem import Problem
from seating.score import Score, score
from seating.table_sizes import TableSizes, present, table_sizes
from seating.values import Plan


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody whose table in a round is not the planned one; None is no seat."""

    person: str
    round: int
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """A plan on the way: how many seats of people already planned have changed, and its score."""

    moved: int
    score: Score


@dataclass(frozen=True, slots=True)
class Reseat:
    """A plan made from an earlier one, every difference, and the plans with fewer differences.

    `curve` starts with only what had to change and ends with this plan.
    """

    plan: Plan
    score: Score
    bound: Bound
    moves: tuple[Move, ...]
    curve: tuple[Step, ...]


def reseat(problem: Problem, plan: Plan, *, most: int | None = None) -> Reseat:
    """Fit an earlier plan to a changed problem, moving few people.

    Everybody who can keeps their seat; new people get the cheapest free one. Then the best swap is
    made again and again while it lowers the weight by at least 1 for each seat it changes, and no
    more than `most` seats of people already planned are changed in all.
    """
    sizes = {number: sizes_as_planned(problem, plan, number) for number in problem.open_rounds}
    arrays = arrays_of(problem, sizes)
    kept = _kept(problem, plan, arrays)
    state = kernels.empty_state(arrays, 0)
    kernels.clear(arrays, state)
    keeping = arrays._replace(fixed=np.where(kept >= 0, kept, arrays.fixed))
    kernels.seat_rounds(arrays, state, np.maximum(arrays.fixed, -1), arrays.played)
    for r in range(arrays.played, problem.rounds):
        kernels.deal(keeping, state, r)
    for r in range(problem.rounds):
        kernels.price_round(state, r)
    old = seats_of(problem, plan)
    curve = [_step(problem, state, old)]
    while _improve(arrays, state, old, most):
        curve.append(_step(problem, state, old))
    new = plan_of(problem, state.seat[:, : arrays.real])
    return Reseat(
        plan=new,
        score=score(problem, new),
        bound=bound(problem),
        moves=_moves(problem, plan, new),
        curve=tuple(curve),
    )


def sizes_as_planned(problem: Problem, plan: Plan, number: int) -> TableSizes:
    """Give each table as many seats as even tables have at most, or as many as were planned.

    Where a table has fewer than others, the rest are closed, so that all are of one size.
    """
    people = present(problem, number)
    here = set(people)
    seated = _seated(plan, number)
    highest = max(table_sizes(problem, number).open)
    sizes = []
    for table in problem.tables:
        stay = sum(person in here for person in seated.get(table.id, ()))
        locked = sum(x.round == number and x.table == table.id for x in problem.locked)
        sizes.append(min(table.seats, max(highest, stay, locked)))
    largest = max(sizes)
    return TableSizes(
        seats=(largest,) * len(sizes),
        flexible=tuple(range(len(sizes))),
        empty=sum(sizes) - len(people),
        closed=tuple(largest - size for size in sizes),
    )


def _seated(plan: Plan, number: int) -> Mapping[str, tuple[str, ...]]:
    return plan.rounds[number - 1] if number <= len(plan.rounds) else {}


def _kept(problem: Problem, plan: Plan, arrays: ProblemArrays) -> Array:
    """Return the tables that people keep, int16[r, n]: their old ones if there are seats.

    Locks come first, then leaders; -1 where somebody keeps none.
    """
    seats = seats_of(problem, plan)
    kept = np.where(arrays.fixed >= 0, arrays.fixed, np.int16(-1))
    for r in range(arrays.played, problem.rounds):
        room = arrays.size[r] - np.bincount(kept[r][kept[r] >= 0], minlength=arrays.size.shape[1])
        for i in sorted(range(arrays.real), key=lambda i: not arrays.leader[i]):
            t = seats[r, i]
            if arrays.fixed[r, i] == ANYWHERE and t >= 0 and room[t] > 0:
                kept[r, i] = t
                room[t] -= 1
    return kept


def _improve(
    arrays: ProblemArrays, state: kernels.SearchState, old: Array, most: int | None
) -> bool:
    """Make the best swap if it saves enough for its moves; return whether it did."""
    nobody_barred = np.zeros((*arrays.fixed.shape, arrays.size.shape[1]), np.int32)
    span = arrays.played, len(arrays.fixed)
    r, i, j, _ = kernels.best_swap(arrays, state, nobody_barred, 0, 0, *span)
    if i < 0:
        return False
    saved = -kernels.swap_change(arrays, state, r, i, j)
    before = _moved(state, old)
    kernels.swap(arrays, state, r, i, j, *span)
    after = _moved(state, old)
    if saved < max(1, after - before) or (most is not None and after > most):
        kernels.swap(arrays, state, r, i, j, *span)
        return False
    return True


def _moved(state: kernels.SearchState, old: Array) -> int:
    """Count the seats of people planned before who are now at another table."""
    seats = state.seat[:, : old.shape[1]]
    return int(((old >= 0) & (seats >= 0) & (seats != old)).sum())


def _step(problem: Problem, state: kernels.SearchState, old: Array) -> Step:
    plan = plan_of(problem, state.seat[:, : len(problem.people)])
    return Step(moved=_moved(state, old), score=score(problem, plan))


def _moves(problem: Problem, old: Plan, new: Plan) -> tuple[Move, ...]:
    moves = []
    for number in problem.open_rounds:
        before, after = (
            {p: t for t, ps in _seated(plan, number).items() for p in ps} for plan in (old, new)
        )
        for person in problem.people:
            was, now = before.get(person.id), after.get(person.id)
            if was != now:
                moves.append(Move(person=person.id, round=number, old=was, new=now))
    return tuple(moves)
