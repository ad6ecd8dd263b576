"""Lower bounds that can be counted by hand."""

from __future__ import annotations

from dataclasses import replace

from seating import EVENING, Absence, Lock, Participant, Problem, bound
from tests.seating.random_problems import people, tables


def test_somebody_absent_cannot_be_met_again() -> None:
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


def test_of_unavoidable_repeats_the_cheapest_count() -> None:
    met = (("p0", "p1", 1), ("p0", "p2", 2), ("p1", "p2", 3))
    trio = Problem(people=people(3), tables=tables(1, seats=3), rounds=1, met=met)
    assert bound(trio).weight == 10 + 7 + 5
    later = replace(trio, tables=tables(2, seats=2), met=met[1:])
    assert bound(later).weight == 0


def test_first_timers_and_people_of_one_profession_are_spread_evenly_at_best() -> None:
    crowd = tuple(Participant(id=f"p{i}", profession="tax", first_time=i < 3) for i in range(4))
    least = bound(Problem(people=crowd, tables=tables(2, seats=2), rounds=1))
    assert least.weight == 2 * EVENING.same_profession + EVENING.first_timers


def test_tables_that_locks_make_uneven_cannot_be_even() -> None:
    locks = tuple(Lock(f"p{i}", 1, "T0") for i in range(4))
    room = tables(2, seats=4)
    least = bound(Problem(people=people(4), tables=room, rounds=1, locked=locks))
    assert least.weight == 4 * EVENING.uneven


def test_where_all_must_meet_fewer_repeats_mean_more_people_of_one_industry() -> None:
    crowd = people(30, industries=15)
    least = bound(Problem(people=crowd, tables=tables(5, seats=6), rounds=6))
    assert (least.repeats, least.same_industry) == (25, 0)
    # 450 meetings, 420 pairs of two industries: 30 repeats, or 25 and five pairs of colleagues
    assert least.weight == 25 * 10 + 5 * 3
