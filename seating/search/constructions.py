"""Plans without any repeat, written down at once: round robins and lines over finite fields.

With g tables of p people and g a prime power not below p, number people (a, b): a < p, b in the
field of g elements. In round m, table c seats (a, c + m x_a) for all a, where the x_a are distinct
elements. Two people with different a share a table in exactly one round, those with equal a in none
(resolvable transversal designs; Bose 1938, Bush 1952). The columns of equal a can then be seated
among themselves in further rounds. Two people at a table are a round robin (Kirkman 1850). Some
further sizes turn in circles or shift (`circles.py`).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

import numpy as np

from seating.core.arrays import INDUSTRY, Array, Frame
from seating.search.designs import CIRCLES, SHIFTS, Shift

LARGEST_FIELD = 128


def without_repeats(tables: int, size: int, rounds: int) -> Array | None:
    """Return tables of each person in each round (int16[rounds, tables * size]), or None.

    Where a field or a shift of all tables is used, people come column by column: `tables` people
    next to each other never meet in the first `tables` rounds.
    """
    if rounds == 1 or size == 1:
        row = np.tile(np.arange(tables, dtype=np.int16), size)
        return np.repeat(row[None, :], rounds, axis=0)
    if size == 2 and rounds <= 2 * tables - 1:
        return _round_robin(tables, rounds)
    for construct in (_in_columns, _in_shifts, _in_circles):
        seats = construct(tables, size, rounds)
        if seats is not None:
            return seats
    return None


def _in_columns(tables: int, size: int, rounds: int) -> Array | None:
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
    """Return all rounds in which nobody meets anybody of his own column."""
    field = _field(tables) if size <= tables <= LARGEST_FIELD else None
    if field is not None:
        return _lines(field, size)
    shift = SHIFTS.get((tables, size))
    if shift is None or shift.period != tables:
        return None
    return _shifted(shift, tables * size)


def _in_shifts(tables: int, size: int, rounds: int) -> Array | None:
    shift = SHIFTS.get((tables, size))
    if shift is None or rounds > len(shift.rounds):
        return None
    return _shifted(shift, tables * size)[:rounds]


def _shifted(shift: Shift, people: int) -> Array:
    base = np.array([[int(digit) for digit in digits] for digits in shift.rounds], np.int16)
    first = base[:, : shift.circles, None]
    moved = (first + np.arange(shift.period, dtype=np.int16)) % shift.period
    turning = np.where(first < shift.period, moved, first).reshape(len(base), -1)
    return np.concatenate([turning, base[:, shift.circles :]], axis=1)[:, :people]


def _in_circles(tables: int, size: int, rounds: int) -> Array | None:
    circle = CIRCLES.get((tables, size))
    if circle is None or rounds > circle.period * len(circle.bases):
        return None
    people = tables * size
    circles = people // circle.period * circle.period
    seats = np.zeros((len(circle.bases), circle.period, people), np.int16)
    for b, digits in enumerate(circle.bases):
        base = np.array([int(digit) for digit in digits], np.int16)
        for turn in range(circle.period):
            seats[b, turn] = base
            turned = np.roll(base[:circles].reshape(-1, circle.period), turn, axis=1)
            seats[b, turn, :circles] = turned.reshape(-1)
    return seats.reshape(-1, people)[:rounds]


def _round_robin(tables: int, rounds: int) -> Array:
    """Return the circle method's rounds: one person stays, the others turn around them."""
    people = 2 * tables
    seats = np.zeros((rounds, people), np.int16)
    for r in range(rounds):
        for t in range(1, tables):
            seats[r, [(r + t) % (people - 1), (r - t) % (people - 1)]] = t
    return seats


def _lines(field: tuple[Array, Array], size: int) -> Array:
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


def constructed_seats(frame: Frame) -> Array | None:
    """Return seats without repeats for a problem of equal tables, or None if none is known.

    Whoever is alike goes into one column, where people do not meet; ghosts too, so that tables
    one short of the others are no obstacle. Other rules are left for the search to mend.
    """
    size = int(frame.size.max())
    if (frame.start != -1).any() or (frame.size != size).any():
        return None
    rounds, tables = frame.size.shape
    rows = without_repeats(tables, size, rounds)
    if rows is None:
        return None
    seats = np.zeros_like(frame.start)
    seats[:, _columns(frame, tables)] = rows
    return seats


def _columns(frame: Frame, length: int) -> list[int]:
    """Order people so that industries, the largest first, fall into as few columns as can be."""
    people = len(frame.order)
    columns: list[list[int]] = [[] for _ in range(people // length)]
    seen: set[int] = set()
    crowds: list[list[int]] = []
    for i in range(frame.real):
        if i not in seen:
            alike = np.flatnonzero((frame.kind[i] & INDUSTRY) > 0)
            crowds.append([i, *(int(j) for j in alike if j < frame.real and j != i)])
            seen.update(crowds[-1])
    ghosts = list(range(frame.real, people))
    for crowd in [ghosts, *sorted(crowds, key=len, reverse=True)]:
        rest = list(crowd)
        while rest:
            fits = [c for c in columns if len(c) + len(rest) <= length]
            column = max(fits, key=len) if fits else min(columns, key=len)
            room = length - len(column)
            column += rest[:room]
            rest = rest[room:]
    return [i for column in columns for i in column]
