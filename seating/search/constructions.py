"""Construct plans without any repeat, without a search: by finite fields, round robins, designs.

With g tables of p people and g a prime power not below p, number people (a, b): a < p, b in the
field of g elements. In round m, table c seats (a, c + m x_a) for all a, where the x_a are distinct
elements. Two people with different a share a table in exactly one round, those with equal a in none
(resolvable transversal designs; Bose 1938, Bush 1952). The columns of equal a can then be seated
among themselves in further rounds. Two people at a table are a round robin (Kirkman 1850). Some
further sizes are kept as data (`designs.py`).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

import numpy as np

from seating.core.arrays import ANYWHERE, ProblemArrays
from seating.core.pairs import INDUSTRY, Array
from seating.search.designs import ROTATED, SHIFTED, ShiftedDesign

LARGEST_FIELD = 128
"""With more tables than this no field is looked for: its multiplication table would be large."""


def without_repeats(tables: int, size: int, rounds: int) -> Array | None:
    """Return the table of each person in each round (int16[rounds, tables * size]), or None.

    Where a field or a shifted design over all tables is used, each `tables` people in a row are a
    column, whose people do not meet in the first `tables` rounds.
    """
    if rounds == 1 or size == 1:
        row = np.tile(np.arange(tables, dtype=np.int16), size)
        return np.repeat(row[None, :], rounds, axis=0)
    if size == 2 and rounds <= 2 * tables - 1:
        return _round_robin(tables, rounds)
    for construct in (_by_columns, _by_shifted_design, _by_rotated_design):
        seats = construct(tables, size, rounds)
        if seats is not None:
            return seats
    return None


def _by_columns(tables: int, size: int, rounds: int) -> Array | None:
    """Seat people across columns; in further rounds the people of each column among themselves."""
    across = _across(tables, size)
    if across is None:
        return None
    further = rounds - len(across)
    if further <= 0:
        return across[:rounds]
    column = None if tables % size else without_repeats(tables // size, size, further)
    if column is None:
        return None
    shift = np.arange(size, dtype=np.int16)[:, None] * np.int16(tables // size)
    return np.concatenate([across, (column[:, None, :] + shift).reshape(further, -1)])


def _across(tables: int, size: int) -> Array | None:
    """Return all rounds in which nobody meets anybody of their own column."""
    field = _field(tables) if size <= tables <= LARGEST_FIELD else None
    if field is not None:
        return _lines(field, size)
    design = SHIFTED.get((tables, size))
    if design is None or design.period != tables:
        return None
    return _shifted(design, tables * size)


def _by_shifted_design(tables: int, size: int, rounds: int) -> Array | None:
    design = SHIFTED.get((tables, size))
    if design is None or rounds > len(design.rounds):
        return None
    return _shifted(design, tables * size)[:rounds]


def _shifted(design: ShiftedDesign, people: int) -> Array:
    base = np.array([[int(digit) for digit in digits] for digits in design.rounds], np.int16)
    first = base[:, : design.circles, None]
    further = (first + np.arange(design.period, dtype=np.int16)) % design.period
    circles = np.where(first < design.period, further, first).reshape(len(base), -1)
    return np.concatenate([circles, base[:, design.circles :]], axis=1)[:, :people]


def _by_rotated_design(tables: int, size: int, rounds: int) -> Array | None:
    design = ROTATED.get((tables, size))
    if design is None or rounds > design.period * len(design.bases):
        return None
    people = tables * size
    inside = people // design.period * design.period
    seats = np.zeros((len(design.bases), design.period, people), np.int16)
    for b, digits in enumerate(design.bases):
        base = np.array([int(digit) for digit in digits], np.int16)
        circles = base[:inside].reshape(-1, design.period)
        for places in range(design.period):
            seats[b, places] = base
            seats[b, places, :inside] = np.roll(circles, places, axis=1).reshape(-1)
    return seats.reshape(-1, people)[:rounds]


def _round_robin(tables: int, rounds: int) -> Array:
    """Return rounds of two people at a table by the circle method: one stays, the others rotate."""
    people = 2 * tables
    seats = np.zeros((rounds, people), np.int16)
    for r in range(rounds):
        for t in range(1, tables):
            seats[r, [(r + t) % (people - 1), (r - t) % (people - 1)]] = t
    return seats


def _lines(field: tuple[Array, Array], size: int) -> Array:
    """Return as many rounds as the field has elements, each table a line of the plane over it."""
    add, times = field
    order = len(add)
    seats = np.zeros((order, size, order), np.int16)
    for m, a in product(range(order), range(size)):
        seats[m, a, add[np.arange(order), times[m, a]]] = np.arange(order)
    return seats.reshape(order, -1)


@lru_cache
def _field(order: int) -> tuple[Array, Array] | None:
    """Return the tables of addition and multiplication of a field, or None if there is none.

    An element is a polynomial over the prime field, its coefficients the digits of a number.
    """
    prime = next((d for d in range(2, order + 1) if order % d == 0), 0)
    degree = next((k for k in range(1, 8) if prime**k == order), 0)
    if not degree:
        return None
    places = prime ** np.arange(degree)
    digits = np.arange(order)[:, None] // places % prime
    add = (digits[:, None, :] + digits[None, :, :]) % prime @ places
    for tail in range(order):  # x^degree = tail; the right one leaves no divisors of zero
        times = _products(digits, digits[tail], prime) @ places
        if (times[1:, 1:] > 0).all():
            return add, times
    raise AssertionError("every prime power has a field")


def _products(digits: Array, tail: Array, prime: int) -> Array:
    """Multiply all polynomials with each other, where x^degree is replaced by `tail`."""
    total = np.zeros((len(digits), len(digits), digits.shape[1]), np.int64)
    power = digits
    for k in range(digits.shape[1]):
        total += digits[:, None, k, None] * power[None]
        over = power[:, -1:]
        power = (np.roll(power, 1, axis=1) * (np.arange(digits.shape[1]) > 0) + over * tail) % prime
    return np.asarray(total % prime)


def constructed_seats(arrays: ProblemArrays) -> Array | None:
    """Return seats without repeats for a problem of equal tables, or None if none are known.

    People of one industry go into one column, where they do not meet; so do placeholders, so that
    some tables may have one person less. All other rules are left to the search.
    """
    size = int(arrays.size.max())
    if (arrays.fixed != ANYWHERE).any() or (arrays.size != size).any():
        return None
    rounds, tables = arrays.size.shape
    rows = without_repeats(tables, size, rounds)
    if rows is None:
        return None
    seats = np.zeros_like(arrays.fixed)
    seats[:, _columns(arrays, tables)] = rows
    return seats


def _columns(arrays: ProblemArrays, length: int) -> list[int]:
    """Order people by columns, so that each industry, the largest first, has as few as can be."""
    people = len(arrays.deal_order)
    columns: list[list[int]] = [[] for _ in range(people // length)]
    seen: set[int] = set()
    industries: list[list[int]] = []
    for i in range(arrays.real):
        if i not in seen:
            alike = np.flatnonzero((arrays.kind[i] & INDUSTRY) > 0)
            industries.append([i, *(int(j) for j in alike if j < arrays.real and j != i)])
            seen.update(industries[-1])
    placeholders = list(range(arrays.real, people))
    for members in [placeholders, *sorted(industries, key=len, reverse=True)]:
        rest = members
        while rest:
            fits = [c for c in columns if len(c) + len(rest) <= length]
            column = max(fits, key=len) if fits else min(columns, key=len)
            room = length - len(column)
            column += rest[:room]
            rest = rest[room:]
    return [i for column in columns for i in column]
