"""A problem as the arrays that the compiled kernels work on.

Empty seats of a round that cannot be spread exactly evenly are filled by ghosts: extra people
without any cost, of whom no two may share a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from seating.bounds import least_by_round
from seating.problem import Problem
from seating.table_sizes import Fill, even, fill, groups, pairs_at, present, unevenness
from seating.values import ALIKE, Plan, Weights, met_ago, pairs_of

Array = NDArray[Any]

HARD = 10_000
"""What breaking one hard rule costs in the search: more than any swap can gain elsewhere."""

# What a pair is: flags in the lower bits, and in the upper ones how many events ago they met.
WANT, WANTED, INDUSTRY, COMPANY, CONFLICT, PROFESSION, FIRST_TIME, APART, TOGETHER, AGO = (
    1 << bit for bit in range(10)
)
MET = 127 * AGO  # at whatever event
FREE = APART | TOGETHER  # cannot be both: a pair with a ghost, which costs nothing
UNEVEN = FREE | WANT  # two ghosts at one table in a reseat, where even filling is only a wish

_FLAG = dict(zip(ALIKE, (INDUSTRY, COMPANY, CONFLICT, PROFESSION, FIRST_TIME), strict=True))


class Frame(NamedTuple):
    """What stays fixed during a search, for n people (ghosts last), t tables, r rounds."""

    kind: Array  # uint16[n, n]: what a pair is
    price: Array  # int16[kinds, r + 2]: cost of the k-th meeting of a pair of each kind
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
    wants: bool  # whether meetings can be worth something


def build_frame(problem: Problem, fills: Mapping[int, Fill] | None = None) -> Frame:
    """Turn a problem into arrays. With other `fills` than even ones, evenness is only a wish."""
    played, strict = len(problem.played), fills is None
    if fills is None:
        fills = {number: fill(problem, number) for number in range(played + 1, problem.rounds + 1)}
    ghosts = max((item.spare + sum(item.closed) for item in fills.values()), default=0)
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
    longest = max(met_ago(problem.met).values(), default=0)
    return Frame(
        kind=kind,
        price=_prices(problem.weights, problem.rounds, longest),
        start=start,
        movable=np.argsort(start != -1, axis=1, kind="stable").astype(np.int32),
        movables=(start == -1).sum(axis=1).astype(np.int32),
        size=size,
        leader=leader,
        order=order,
        need=need,
        played=played,
        real=real,
        offset=_offset(problem) + problem.weights.uneven * _uneven(problem, fills, strict=strict),
        base=_base(problem, start),
        least=np.array(least_by_round(problem), np.int64),
        wants=bool(problem.wants and problem.weights.want),
    )


def _base(problem: Problem, start: Array) -> Array:
    """Return what each person pays as the rules demand, if all wants, also of others, were met."""
    index = {person.id: i for i, person in enumerate(problem.people)}
    base = np.zeros(start.shape, np.int32)
    for a, b in pairs_of(problem.together):
        for i, j in ((index[a], index[b]), (index[b], index[a])):
            base[:, i] -= HARD * (start[:, j] > -2)
    for want in set(problem.wants):
        base[:, [index[person] for person in want]] -= problem.weights.want
    return base


def _uneven(problem: Problem, fills: Mapping[int, Fill], *, strict: bool) -> int:
    """Return how uneven the tables are, less what ghosts pay for sharing a table in a reseat.

    Where all tables are of one size, ghosts included, the pairs of ghosts and those of people
    differ by a constant: each is the other's mirror image.
    """
    seats = [table.seats for table in problem.tables]
    total = sum(unevenness(problem, [len(x) for x in seated.values()]) for seated in problem.played)
    for number, item in fills.items():
        if strict or not item.closed:
            total += unevenness(problem, item.used)
        else:
            best = even(len(present(problem, number)), seats)
            total -= pairs_at(item.sizes[0] - size for size in best)
    return total


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
    kind = np.zeros((n, n), np.uint16)
    people = kind[:real, :real]
    for key, flag in _FLAG.items():
        codes = _codes(getattr(person, key) for person in problem.people)
        for code in range(codes.max() + 1):
            members = np.flatnonzero(codes == code)
            people[np.ix_(members, members)] |= np.uint16(flag)
    for (a, b), mark in _marks(problem, index):
        kind[index[a], index[b]] |= np.uint16(mark)
        kind[index[b], index[a]] |= np.uint16(mark)
    kind[real:, :] = FREE
    kind[:, real:] = FREE
    return kind


def _marks(problem: Problem, index: Mapping[str, int]) -> Iterator[tuple[Iterable[str], int]]:
    """Yield pairs and what they are, by problem's lists of them."""
    for pair, ago in met_ago(problem.met).items():
        yield pair, ago * AGO
    for mark, pairs in ((APART, problem.apart), (TOGETHER, problem.together)):
        for close in pairs:
            yield close, mark
    for a, b in problem.wants:
        yield (a, b), WANT if index[a] < index[b] else WANTED  # one flag for each direction


def _codes(values: Iterable[str | bool | None]) -> Array:
    """Number equal texts equally; -1 stands for none."""
    numbers: dict[str | bool, int] = {}
    return np.array([numbers.setdefault(v, len(numbers)) if v else -1 for v in values], np.int32)


def _prices(weights: Weights, rounds: int, longest: int) -> Array:
    """Return the price of each kind's k-th meeting in this plan, as `score` counts it."""
    kind, meeting = np.arange(AGO)[:, None], np.arange(rounds + 2)
    once = HARD * (_has(kind, APART) - _has(kind, TOGETHER))
    for key, name in ALIKE.items():
        once = once + getattr(weights, name) * _has(kind, _FLAG[key])
    wants = weights.want * (_has(kind, WANT) + _has(kind, WANTED)) * (meeting == 1)
    counted = 1 - _has(kind, TOGETHER)  # who must sit together repeats nothing
    rows = []
    for ago in range(longest + 1):
        repeat = meeting - 1 + (ago > 0)
        again = (repeat > 0) * (weights.repeat + weights.further * (repeat - 1))
        again[1] -= weights.discount(ago) if ago else 0
        rows.append(once - wants + counted * again)
    price = np.stack(rows)
    price[:, (kind[:, 0] & FREE) == FREE] = 0
    price[:, UNEVEN] = weights.uneven
    price[:, :, 0] = 0
    highest = np.iinfo(np.int16).max  # reached only by weights of many hundreds
    return np.asarray(np.minimum(price, highest).reshape(-1, rounds + 2), np.int16)


def _has(kind: Array, flag: int) -> Array:
    return np.where(kind & flag, 1, 0)


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
        held = np.repeat(np.arange(len(item.closed)), item.closed)
        first = len(index) + item.spare
        start[number - 1, first : first + len(held)] = held
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
