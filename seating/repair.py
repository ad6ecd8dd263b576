"""Reseating after no-shows, late arrivals and changed tables: keep what was printed, mostly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from seating.bounds import Bound, bound
from seating.core import kernels
from seating.core.arrays import Array, Frame, build_frame, plan_of
from seating.problem import Problem
from seating.score import Score, score
from seating.table_sizes import Fill, fill, present
from seating.values import Plan


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody sits elsewhere than planned in a round; None is no seat."""

    person: str
    round: int
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """A point on the way: how many seats of people already planned have changed, and the score."""

    moved: int
    score: Score


@dataclass(frozen=True, slots=True)
class Reseat:
    """A plan made from an earlier one, every difference, and what fewer moves would have given.

    `curve` starts with only what had to change and ends with this plan.
    """

    plan: Plan
    score: Score
    bound: Bound
    moves: tuple[Move, ...]
    curve: tuple[Step, ...]


def reseat(problem: Problem, plan: Plan, *, most: int | None = None, worth: int = 1) -> Reseat:
    """Fit an earlier plan to a changed problem, moving few people.

    Whoever can keep their seat does; new people get the cheapest free one. Then the best swap is
    made again and again while it gains at least `worth` for each seat it changes, and no more than
    `most` seats of people already planned are changed in all.
    """
    fills = {
        number: roomy(problem, plan, number)
        for number in range(len(problem.played) + 1, problem.rounds + 1)
    }
    frame = build_frame(problem, fills)
    kept = _kept(problem, plan, frame)
    state = kernels.empty_state(frame, 0)
    kernels.clear(frame, state)
    first = frame._replace(start=np.where(kept >= 0, kept, frame.start))
    kernels.seat_rounds(frame, state, np.maximum(frame.start, -1), frame.played)
    for r in range(frame.played, problem.rounds):
        kernels.deal(first, state, r)
    for r in range(problem.rounds):
        kernels.price_round(state, r)
    old = _seats(problem, plan, frame)
    curve = [_step(problem, state, old)]
    while _improve(frame, state, old, most, worth):
        curve.append(_step(problem, state, old))
    new = plan_of(problem, state.seat[:, : frame.real])
    return Reseat(
        plan=new,
        score=score(problem, new),
        bound=bound(problem),
        moves=_moves(problem, plan, new),
        curve=tuple(curve),
    )


def roomy(problem: Problem, plan: Plan, number: int) -> Fill:
    """Give each table as many seats as even filling would at most, or as many as were planned.

    Where a table has fewer than others, the rest are closed, so that all are of one size.
    """
    even = fill(problem, number)
    people = present(problem, number)
    here = set(people)
    seated = _seated(plan, number)
    highest = max(even.open)
    sizes = []
    for table in problem.tables:
        stay = sum(person in here for person in seated.get(table.id, ()))
        locked = sum(x.round == number and x.table == table.id for x in problem.locked)
        sizes.append(min(table.seats, max(highest, stay, locked)))
    largest, tables = max(sizes), range(len(sizes))
    return Fill(
        sizes=(largest,) * len(sizes),
        flexible=tuple(tables),
        spare=sum(sizes) - len(people),
        closed=tuple(largest - size for size in sizes),
    )


def _seated(plan: Plan, number: int) -> Mapping[str, tuple[str, ...]]:
    return plan.rounds[number - 1] if number <= len(plan.rounds) else {}


def _seats(problem: Problem, plan: Plan, frame: Frame) -> Array:
    """Return where the problem's people sit in the old plan: int16[r, n], -1 nowhere."""
    index = {person.id: i for i, person in enumerate(problem.people)}
    table = {item.id: t for t, item in enumerate(problem.tables)}
    seats = np.full(frame.start.shape, -1, np.int16)
    for r in range(problem.rounds):
        for name, sitting in _seated(plan, r + 1).items():
            known = [index[person] for person in sitting if person in index]
            seats[r, known] = table.get(name, -1)
    return seats


def _kept(problem: Problem, plan: Plan, frame: Frame) -> Array:
    """Return the tables that people keep: their old ones while seats last, locks before others."""
    seats = _seats(problem, plan, frame)
    kept = np.where(frame.start >= 0, frame.start, np.int16(-1))
    for r in range(frame.played, problem.rounds):
        room = frame.size[r] - np.bincount(kept[r][kept[r] >= 0], minlength=frame.size.shape[1])
        for i in sorted(range(frame.real), key=lambda i: not frame.leader[i]):
            t = seats[r, i]
            if frame.start[r, i] == -1 and t >= 0 and room[t] > 0:
                kept[r, i] = t
                room[t] -= 1
    return kept


def _improve(frame: Frame, state: kernels.State, old: Array, most: int | None, worth: int) -> bool:
    """Make the best swap that is worth its changes; return whether there was one."""
    nothing = np.zeros((*frame.start.shape, frame.size.shape[1]), np.int32)
    r, i, j, _ = kernels.best_swap(frame, state, nothing, 0, 0, frame.played, frame.start.shape[0])
    if i < 0:
        return False
    gain = -kernels.swap_change(frame, state, r, i, j)
    before = _moved(state.seat, old)
    kernels.swap(frame, state, r, i, j, frame.played, frame.start.shape[0])
    after = _moved(state.seat, old)
    if gain <= 0 or gain < worth * (after - before) or (most is not None and after > most):
        kernels.swap(frame, state, r, i, j, frame.played, frame.start.shape[0])
        return False
    return True


def _moved(seats: Array, old: Array) -> int:
    """Count seats of people planned before who now sit elsewhere."""
    return int(((old >= 0) & (seats >= 0) & (seats != old)).sum())


def _step(problem: Problem, state: kernels.State, old: Array) -> Step:
    plan = plan_of(problem, state.seat[:, : len(problem.people)])
    return Step(moved=_moved(state.seat, old), score=score(problem, plan))


def _moves(problem: Problem, old: Plan, new: Plan) -> tuple[Move, ...]:
    moves = []
    for number in range(len(problem.played) + 1, problem.rounds + 1):
        before, after = (
            {p: t for t, ps in _seated(plan, number).items() for p in ps} for plan in (old, new)
        )
        for person in problem.people:
            was, now = before.get(person.id), after.get(person.id)
            if was != now:
                moves.append(Move(person=person.id, round=number, old=was, new=now))
    return tuple(moves)
