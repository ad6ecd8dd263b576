"""Lower bounds that can be counted by hand."""

from __future__ import annotations

from seating import Absence, Problem, bound
from tests.seating.random_problems import people, tables


def test_somebody_who_stays_away_is_nobody_left_to_meet() -> None:
    problem = Problem(
        people=people(2),
        tables=tables(1, seats=1),
        rounds=1,
        met=(("p0", "p1"),),
        absent=(Absence("p0", 1),),
    )
    assert bound(problem).repeats == 0


def test_a_table_drawn_from_too_few_earlier_tables_must_repeat() -> None:
    least = bound(Problem(people=people(24), tables=tables(4, seats=6), rounds=2))
    assert least.repeats == 8  # each table of six takes two pairs from four tables
