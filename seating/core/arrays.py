"""A problem as the arrays that the compiled kernels work on.

Seats that stay empty are taken by placeholders: extra people who cost nothing, and of whom no two
may share a table.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import NamedTuple

import numpy as np

from seating.bounds import least_by_round
from seating.core.pairs import APART, HARD, UNEVEN, Array, kinds_of, numbered, prices_of
from seating.problem import Problem
from seating.table_sizes import (
    TableSizes,
    even,
    groups,
    pairs_at,
    present,
    table_sizes,
    unevenness,
)
from seating.values import Plan, met_ago, pairs_of

ANYWHERE = -1  # in `fixed`: free to sit at any table
AWAY = -2  # in `fixed`: not in this round


class ProblemArrays(NamedTuple):
    """A problem of n people (placeholders last), t tables and r rounds; the search changes none."""

    kind: Array  # uint16[n, n]: what a pair is
    price: Array  # int16[kinds, r + 2]: cost of the k-th meeting of a pair of each kind
    fixed: Array  # int16[r, n]: the table if played, locked or closed; else ANYWHERE or AWAY
    movable: Array  # int32[r, n]: the people who may move in a round come first
    movable_count: Array  # int32[r]: how many of them there are
    size: Array  # int16[r, t]: seats in use, those of placeholders included
    leader: Array  # bool[n]; all false if there are no leaders
    deal_order: Array  # int32[n]: in which order the greedy deal seats people
    need: Array  # int16[n]: seats for a person and those of the group who are dealt after them
    played: int  # rounds before this one, from 0, do not change
    real: int  # people who are no placeholders
    offset: int  # total of the kernels + offset = weight + HARD x violations
    ideal: Array  # int32[r, n]: cost of a person whose rules are kept and whose wants are all met
    least_cost: Array  # int64[r]: what a round costs at least, wants aside
    wants: bool  # whether a meeting can lower the weight


def arrays_of(problem: Problem, sizes: Mapping[int, TableSizes] | None = None) -> ProblemArrays:
    """Turn a problem into arrays: tables are filled evenly, or as `sizes` of open rounds say.

    With given `sizes` placeholders may share a table; that costs what uneven tables cost.
    """
    strict = sizes is None
    if sizes is None:
        sizes = {number: table_sizes(problem, number) for number in problem.open_rounds}
    real = len(problem.people)
    n = real + max((item.empty + sum(item.closed) for item in sizes.values()), default=0)
    fixed = _fixed(problem, sizes, n)
    order, need = _deal_order(problem, n)
    leader = np.zeros(n, np.bool_)
    leader[:real] = [person.id in set(problem.leaders) for person in problem.people]
    longest = max(met_ago(problem.met).values(), default=0)
    return ProblemArrays(
        kind=kinds_of(problem, n, placeholders=APART if strict else UNEVEN),
        price=prices_of(problem.weights, problem.rounds, longest),
        fixed=fixed,
        movable=np.argsort(fixed != ANYWHERE, axis=1, kind="stable").astype(np.int32),
        movable_count=(fixed == ANYWHERE).sum(axis=1).astype(np.int32),
        size=_sizes(problem, sizes, fixed),
        leader=leader,
        deal_order=order,
        need=need,
        played=len(problem.played),
        real=real,
        offset=_offset(problem) + problem.weights.uneven * _uneven(problem, sizes, strict=strict),
        ideal=_ideal(problem, fixed),
        least_cost=np.array(least_by_round(problem), np.int64),
        wants=bool(problem.wants and problem.weights.want),
    )


def _fixed(problem: Problem, sizes: Mapping[int, TableSizes], n: int) -> Array:
    index = {person.id: i for i, person in enumerate(problem.people)}
    table = {item.id: t for t, item in enumerate(problem.tables)}
    fixed = np.full((problem.rounds, n), AWAY, np.int16)
    for r, seated in enumerate(problem.played):
        for t, sitting in seated.items():
            fixed[r, [index[person] for person in sitting]] = table[t]
    for number, item in sizes.items():
        fixed[number - 1, [index[person] for person in present(problem, number)]] = ANYWHERE
        first_closed = len(index) + item.empty
        fixed[number - 1, len(index) : first_closed] = ANYWHERE
        closed = np.repeat(np.arange(len(item.closed)), item.closed)
        fixed[number - 1, first_closed : first_closed + len(closed)] = closed
    for lock in problem.locked:
        if lock.round in sizes:
            fixed[lock.round - 1, index[lock.person]] = table[lock.table]
    return fixed


def _sizes(problem: Problem, sizes: Mapping[int, TableSizes], fixed: Array) -> Array:
    """Return the seats in use, in played rounds those that were taken: int16[r, t]."""
    tables = len(problem.tables)
    rows = [
        sizes[number].seats if number in sizes else np.bincount(row[row >= 0], minlength=tables)
        for number, row in enumerate(fixed, start=1)
    ]
    return np.array(rows, np.int16)


def _deal_order(problem: Problem, n: int) -> tuple[Array, Array]:
    """Return `deal_order` and `need`: groups, placeholders, leaders, the largest industries."""
    index = {person.id: i for i, person in enumerate(problem.people)}
    need = np.ones(n, np.int16)
    first: list[int] = []
    for group in groups(problem, index):
        members = [index[person] for person in group]
        need[members] = np.arange(len(members), 0, -1)
        first += members
    first += range(len(index), n)
    industry = numbered(person.industry for person in problem.people)
    counts = np.bincount(industry + 1)
    counts[0] = 0
    size = counts[industry + 1]
    leaders = set(problem.leaders)
    rest = sorted(
        set(range(len(index))) - set(first),
        key=lambda i: (problem.people[i].id not in leaders, -size[i], industry[i], i),
    )
    return np.array(first + rest, np.int32), need


def _offset(problem: Problem) -> int:
    """Return what turns the kernels' total, in which a kept `together` earns HARD, into a cost."""
    together, apart = pairs_of(problem.together), pairs_of(problem.apart)
    kept = 0
    for number in problem.open_rounds:
        here = set(present(problem, number))
        kept += sum(pair <= here for pair in together)
    for seated in problem.played:
        met = {frozenset(pair) for people in seated.values() for pair in combinations(people, 2)}
        kept += len(met & together) - len(met & apart)
    return HARD * kept


def _uneven(problem: Problem, sizes: Mapping[int, TableSizes], *, strict: bool) -> int:
    """Return how uneven the tables are, less what placeholders pay for sharing one in a reseat.

    Where all tables are of one size, placeholders included, the pairs of placeholders and those of
    people differ by a constant: each is the other's mirror image.
    """
    seats = [table.seats for table in problem.tables]
    total = sum(unevenness(problem, [len(x) for x in seated.values()]) for seated in problem.played)
    for number, item in sizes.items():
        if strict or not item.closed:
            total += unevenness(problem, item.people)
        else:
            best = even(len(present(problem, number)), seats)
            total -= pairs_at(item.seats[0] - people for people in best)
    return total


def _ideal(problem: Problem, fixed: Array) -> Array:
    """Return what people cost who sit with all they must and want to, and who want them."""
    index = {person.id: i for i, person in enumerate(problem.people)}
    ideal = np.zeros(fixed.shape, np.int32)
    for a, b in pairs_of(problem.together):
        for i, j in ((index[a], index[b]), (index[b], index[a])):
            ideal[:, i] -= HARD * (fixed[:, j] > AWAY)
    for want in set(problem.wants):
        ideal[:, [index[person] for person in want]] -= problem.weights.want
    return ideal


def plan_of(problem: Problem, seat: Array) -> Plan:
    """Turn seats (int16[r, n], -1 for none) into a plan; table leaders come first."""
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
    """Turn a plan into seats: int16[r, people], -1 for none.

    People and tables that the problem does not know are left out.
    """
    index = {person.id: i for i, person in enumerate(problem.people)}
    table = {item.id: t for t, item in enumerate(problem.tables)}
    seat = np.full((problem.rounds, len(index)), -1, np.int16)
    for row, seated in zip(seat, plan.rounds, strict=False):
        for t, sitting in seated.items():
            row[[index[person] for person in sitting if person in index]] = table.get(t, -1)
    return seat
