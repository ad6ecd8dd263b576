"""A problem as the arrays that the compiled kernels work on.

Empty seats of a round that cannot be spread exactly evenly are filled by ghosts: extra people
without any cost, of whom no two may share a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from seating.bounds import least_by_round
from seating.fill import Fill, fill, groups, present
from seating.problem import Problem
from seating.values import Plan, Weights, pairs_of

Array = NDArray[Any]

HARD = 10_000
"""What breaking one hard rule costs in the search: more than any swap can gain elsewhere."""

# What a pair is, in the bits of one byte.
MET, WANT, WANTED, INDUSTRY, COMPANY, CONFLICT, APART, TOGETHER = (1 << bit for bit in range(8))
FREE = APART | TOGETHER  # cannot be both: a pair with a ghost, which costs nothing
UNEVEN = FREE | MET  # two ghosts at one table in a reseat, where even filling is only a wish

UNEVEN_PRICE = 6
"""What it costs in a reseat that a table lacks two people while others are full."""


class Frame(NamedTuple):
    """What stays fixed during a search, for n people (ghosts last), t tables, r rounds."""

    kind: Array  # uint8[n, n]: what a pair is
    price: Array  # int16[256, r + 2]: cost of the k-th meeting of a pair of each kind
    start: Array  # int16[r, n]: table if played or locked, -1 free to sit, -2 not in this round
    movable: Array  # int32[r, n]: the people who may move in a round come first
    movables: Array  # int32[r]: how many of them there are
    size: Array  # int16[r, t]: seats in use, ghosts included
    leader: Array  # bool[n]; nobody if there are no leaders
    order: Array  # int32[n]: in which order the greedy deal seats people
    need: Array  # int16[n]: seats that the rest of a group takes, counted from each in the order
    played: int  # rounds before this one, from 0, do not change
    real: int  # people who are not ghosts
    offset: int  # total of the kernels + offset = weight + HARD x violations
    base: Array  # int32[r, n]: what somebody pays in a round who sits as the rules demand
    least: Array  # int64[r]: what a round costs at least, wants aside


def build_frame(problem: Problem, fills: Mapping[int, Fill] | None = None) -> Frame:
    """Turn a problem into arrays. With other `fills` than even ones, evenness is only a wish."""
    played, strict = len(problem.played), fills is None
    if fills is None:
        fills = {number: fill(problem, number) for number in range(played + 1, problem.rounds + 1)}
    ghosts = max((item.spare for item in fills.values()), default=0)
    real = len(problem.people)
    start = _start(problem, fills, real + ghosts)
    size = np.zeros((problem.rounds, len(problem.tables)), np.int16)
    for number in range(1, problem.rounds + 1):
        row = start[number - 1]
        counts = np.bincount(row[row >= 0], minlength=len(problem.tables))
        size[number - 1] = fills[number].sizes if number in fills else counts
    order, need = _order(problem, real + ghosts)
    leader = np.zeros(real + ghosts, np.bool_)
    leader[:real] = [person.id in set(problem.leaders) for person in problem.people]
    kind = _kinds(problem, real + ghosts)
    kind[real:, real:] = APART if strict else UNEVEN
    np.fill_diagonal(kind, FREE)
    tied = ((kind & FREE) == TOGETHER).astype(np.int32)
    return Frame(
        kind=kind,
        price=_prices(problem.weights, problem.rounds),
        start=start,
        movable=np.argsort(start != -1, axis=1, kind="stable").astype(np.int32),
        movables=(start == -1).sum(axis=1).astype(np.int32),
        size=size,
        leader=leader,
        order=order,
        need=need,
        played=played,
        real=real,
        offset=_offset(problem),
        base=-HARD * ((start > -2).astype(np.int32) @ tied) - _hopes(kind, problem.weights),
        least=np.array(least_by_round(problem), np.int64),
    )


def _hopes(kind: Array, weights: Weights) -> Array:
    """Return what each person could still gain by wants, theirs or of others, at most."""
    wanted = ((kind & WANT) > 0).astype(np.int32) + ((kind & WANTED) > 0)
    wanted[(kind & FREE) == FREE] = 0
    return np.asarray(weights.want * wanted.sum(axis=1, dtype=np.int32))


def _offset(problem: Problem) -> int:
    """Return what turns the kernels' total, in which a kept `together` earns HARD, into a cost."""
    kept = 0
    for number in range(len(problem.played) + 1, problem.rounds + 1):
        here = set(present(problem, number))
        kept += sum(pair <= here for pair in pairs_of(problem.together))
    for seated in problem.played:
        close = {frozenset(pair) for people in seated.values() for pair in combinations(people, 2)}
        kept += len(close & pairs_of(problem.together)) - len(close & pairs_of(problem.apart))
    return HARD * kept


def _kinds(problem: Problem, n: int) -> Array:
    index = {person.id: i for i, person in enumerate(problem.people)}
    real = len(index)
    kind = np.zeros((n, n), np.uint8)
    for bit, key in (
        (INDUSTRY, "industry"),
        (COMPANY, "company"),
        (CONFLICT, "conflict_group"),
    ):
        codes = _codes(getattr(person, key) for person in problem.people)
        same = (codes[:, None] == codes[None, :]) & (codes >= 0)[:, None]
        kind[:real, :real] |= same.astype(np.uint8) * np.uint8(bit)
    for bit, pairs in ((MET, problem.met), (APART, problem.apart), (TOGETHER, problem.together)):
        for a, b in pairs:
            kind[index[a], index[b]] |= bit
            kind[index[b], index[a]] |= bit
    for a, b in problem.wants:
        i, j = index[a], index[b]
        bit = WANT if i < j else WANTED  # one bit for each direction
        kind[i, j] |= bit
        kind[j, i] |= bit
    kind[real:, :] = FREE
    kind[:, real:] = FREE
    return kind


def _codes(values: Iterable[str | None]) -> Array:
    """Number equal texts equally; -1 stands for none."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(v, len(numbers)) if v else -1 for v in values], np.int32)


def _prices(weights: Weights, rounds: int) -> Array:
    price = np.zeros((256, rounds + 2), np.int16)
    for kind in range(256):
        for meeting in range(1, rounds + 2):
            price[kind, meeting] = _price(weights, kind, meeting)
    return price


def _price(weights: Weights, kind: int, meeting: int) -> int:
    if kind & FREE == FREE:
        return UNEVEN_PRICE if kind == UNEVEN else 0
    cost = weights.same_industry * bool(kind & INDUSTRY)
    cost += weights.same_company * bool(kind & COMPANY) + weights.conflict * bool(kind & CONFLICT)
    cost += HARD * (bool(kind & APART) - bool(kind & TOGETHER))
    repeat = meeting - 1 + bool(kind & MET)
    if repeat and not kind & TOGETHER:
        cost += weights.repeat + weights.further * (repeat - 1)
    if meeting == 1:
        cost -= weights.want * (bool(kind & WANT) + bool(kind & WANTED))
    return cost


def _start(problem: Problem, fills: Mapping[int, Fill], n: int) -> Array:
    index = {person.id: i for i, person in enumerate(problem.people)}
    table = {item.id: t for t, item in enumerate(problem.tables)}
    start = np.full((problem.rounds, n), -2, np.int16)
    for r, seated in enumerate(problem.played):
        for t, sitting in seated.items():
            start[r, [index[person] for person in sitting]] = table[t]
    for number, item in fills.items():
        start[number - 1, [index[person] for person in present(problem, number)]] = -1
        start[number - 1, len(index) : len(index) + item.spare] = -1
    for lock in problem.locked:
        if lock.round in fills:
            start[lock.round - 1, index[lock.person]] = table[lock.table]
    return start


def _order(problem: Problem, n: int) -> tuple[Array, Array]:
    """Groups first, then ghosts, then leaders, then the largest industries."""
    index = {person.id: i for i, person in enumerate(problem.people)}
    need = np.ones(n, np.int16)
    first: list[int] = []
    for group in groups(problem, index):
        members = [index[person] for person in group]
        need[members] = np.arange(len(members), 0, -1)
        first += members
    first += range(len(index), n)
    codes = _codes(person.industry for person in problem.people)
    counts = np.bincount(codes + 1)
    counts[0] = 0
    size = counts[codes + 1]
    leaders = set(problem.leaders)
    rest = sorted(
        set(range(len(index))) - set(first),
        key=lambda i: (problem.people[i].id not in leaders, -size[i], codes[i], i),
    )
    return np.array(first + rest, np.int32), need


def plan_of(problem: Problem, seat: Array) -> Plan:
    """Turn seats (int16[r, n], -1 for nobody's) back into a plan; table leaders sit first."""
    leaders = set(problem.leaders)
    ids = [person.id for person in problem.people]
    ordered = sorted(range(len(ids)), key=lambda i: (ids[i] not in leaders, i))
    rounds = []
    for row in seat:
        seated: dict[str, list[str]] = {table.id: [] for table in problem.tables}
        for i in ordered:
            if row[i] >= 0:
                seated[problem.tables[row[i]].id].append(ids[i])
        rounds.append({table: tuple(people) for table, people in seated.items()})
    for r, played in enumerate(problem.played):
        rounds[r] = {table: tuple(played.get(table, ())) for table in rounds[r]}
    return Plan(tuple(rounds))


def seats_of(problem: Problem, plan: Plan) -> Array:
    """Turn a plan into seats: int16[r, people], -1 where somebody does not sit."""
    index = {person.id: i for i, person in enumerate(problem.people)}
    table = {item.id: t for t, item in enumerate(problem.tables)}
    seat = np.full((problem.rounds, len(index)), -1, np.int16)
    for r, seated in enumerate(plan.rounds):
        for t, sitting in seated.items():
            seat[r, [index[person] for person in sitting]] = table[t]
    return seat
