"""What two people are to each other, as a number, and what each of their meetings costs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seating.problem import Problem
from seating.values import ALIKE, Weights, met_ago

Array = NDArray[Any]

HARD = 10_000
"""What breaking one hard rule costs in the search: more than any swap can save elsewhere."""

# The kind of a pair: flags in the lower bits, and in the upper ones how many events ago they met.
WANT, WANTED, INDUSTRY, COMPANY, CONFLICT, PROFESSION, FIRST_TIME, APART, TOGETHER, AGO = (
    1 << bit for bit in range(10)
)
MET = 127 * AGO  # at whatever event
FREE = APART | TOGETHER  # no pair is both: this one is a pair with a placeholder, and costs nothing
UNEVEN = FREE | WANT  # two placeholders in a reseat, where even tables are only a wish

_FLAG = dict(zip(ALIKE, (INDUSTRY, COMPANY, CONFLICT, PROFESSION, FIRST_TIME), strict=True))


def kinds_of(problem: Problem, n: int, *, placeholders: int) -> Array:
    """Return the kind of each pair, uint16[n, n]; `placeholders` is that of two placeholders."""
    index = {person.id: i for i, person in enumerate(problem.people)}
    real = len(index)
    kind = np.full((n, n), FREE, np.uint16)
    kind[real:, real:] = placeholders
    kind[:real, :real] = 0
    for key, flag in _FLAG.items():
        numbers = numbered(getattr(person, key) for person in problem.people)
        for number in range(numbers.max() + 1):
            members = np.flatnonzero(numbers == number)
            kind[np.ix_(members, members)] |= np.uint16(flag)
    for (a, b), flag in _named_pairs(problem, index):
        kind[index[a], index[b]] |= np.uint16(flag)
        kind[index[b], index[a]] |= np.uint16(flag)
    np.fill_diagonal(kind, FREE)
    return kind


def _named_pairs(problem: Problem, index: Mapping[str, int]) -> Iterator[tuple[Iterable[str], int]]:
    """Yield the pairs that the problem lists, and their flags."""
    for pair, ago in met_ago(problem.met).items():
        yield pair, ago * AGO
    for flag, pairs in ((APART, problem.apart), (TOGETHER, problem.together)):
        for named in pairs:
            yield named, flag
    for a, b in problem.wants:
        yield (a, b), WANT if index[a] < index[b] else WANTED  # one flag for each direction


def numbered(values: Iterable[str | bool | None]) -> Array:
    """Give equal values equal numbers from 0 on, and -1 to no value."""
    numbers: dict[str | bool, int] = {}
    return np.array([numbers.setdefault(v, len(numbers)) if v else -1 for v in values], np.int32)


def prices_of(weights: Weights, rounds: int, longest: int) -> Array:
    """Return what the k-th meeting in this plan costs a pair of each kind, as `score` counts it.

    int16[kinds, rounds + 2]; `longest` is how many events ago a pair met at most.
    """
    kind, meeting = np.arange(AGO)[:, None], np.arange(rounds + 2)
    each = HARD * (_has(kind, APART) - _has(kind, TOGETHER))
    for key, name in ALIKE.items():
        each = each + getattr(weights, name) * _has(kind, _FLAG[key])
    wants = weights.want * (_has(kind, WANT) + _has(kind, WANTED)) * (meeting == 1)
    counted = 1 - _has(kind, TOGETHER)  # who must sit together repeats nothing
    tables = []
    for ago in range(longest + 1):
        repeat = meeting - 1 + (ago > 0)
        again = (repeat > 0) * (weights.repeat + weights.further * (repeat - 1))
        again[1] -= weights.discount(ago) if ago else 0
        tables.append(each - wants + counted * again)
    price = np.stack(tables)
    price[:, (kind[:, 0] & FREE) == FREE] = 0
    price[:, UNEVEN] = weights.uneven
    price[:, :, 0] = 0
    highest = np.iinfo(np.int16).max  # reached only by weights of many hundreds
    return np.asarray(np.minimum(price, highest).reshape(-1, rounds + 2), np.int16)


def _has(kind: Array, flag: int) -> Array:
    return np.where(kind & flag, 1, 0)
