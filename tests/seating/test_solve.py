"""Solved problems whose best plan is known without a search."""

from __future__ import annotations

import pytest

from seating import Absence, Lock, Participant, Problem, Stop, Table, score, solve, warm_up
from tests.seating.random_problems import people, tables


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    warm_up()


def test_nobody_meets_twice_where_that_can_be_avoided() -> None:
    problem = Problem(people=people(16), tables=tables(4, seats=4), rounds=5)
    result = solve(problem, Stop.iterations(3000))
    assert result.score.repeats == 0
    assert result.proved


def test_an_industry_is_spread_over_the_tables() -> None:
    problem = Problem(people=people(24, industries=4), tables=tables(6, seats=4), rounds=3)
    result = solve(problem, Stop.iterations(2000))
    assert (result.score.repeats, result.score.same_industry) == (0, 0)


def test_colleagues_and_competitors_are_kept_apart() -> None:
    crowd = tuple(
        Participant(id=f"p{i}", company=f"c{i // 3}", conflict_group="tax" if i < 3 else None)
        for i in range(12)
    )
    result = solve(Problem(people=crowd, tables=tables(3, seats=4), rounds=2), Stop.iterations(500))
    assert (result.score.same_company, result.score.conflicts) == (0, 0)


def test_one_person_sits_alone() -> None:
    result = solve(
        Problem(people=people(1), tables=tables(2, seats=4), rounds=2), Stop.iterations(5)
    )
    assert [sum(map(len, seated.values())) for seated in result.plan.rounds] == [1, 1]


def test_more_seats_than_people_fill_evenly() -> None:
    problem = Problem(people=people(17), tables=tables(5, seats=8), rounds=3)
    for seated in solve(problem, Stop.iterations(200)).plan.rounds:
        assert sorted(len(sitting) for sitting in seated.values()) == [3, 3, 3, 4, 4]


def test_a_table_with_locked_people_may_be_larger_than_others() -> None:
    locks = tuple(Lock(f"p{i}", 1, "T0") for i in range(4))
    problem = Problem(people=people(7), tables=tables(2, seats=5), rounds=1, locked=locks)
    seated = solve(problem, Stop.iterations(50)).plan.rounds[0]
    assert len(seated["T0"]) == 4


def test_every_occupied_table_has_a_leader() -> None:
    problem = Problem(
        people=people(18, industries=3),
        tables=tables(3, seats=6),
        rounds=3,
        leaders=("p0", "p3", "p6", "p9"),
    )
    result = solve(problem, Stop.iterations(1000))
    assert result.score.violations == 0
    for seated in result.plan.rounds:
        assert all(set(sitting) & set(problem.leaders) for sitting in seated.values())


def test_a_leader_who_is_locked_stays_at_one_table() -> None:
    locks = tuple(Lock("p0", number, "T1") for number in (1, 2, 3))
    problem = Problem(people=people(12), tables=tables(3, seats=4), rounds=3, locked=locks)
    plan = solve(problem, Stop.iterations(300)).plan
    assert {plan.table_of("p0", round=number) for number in (1, 2, 3)} == {"T1"}


def test_a_pair_that_sits_together_costs_no_repeat() -> None:
    problem = Problem(
        people=people(12),
        tables=tables(3, seats=4),
        rounds=3,
        together=(("p0", "p1"), ("p1", "p2")),
        apart=(("p0", "p5"),),
        absent=(Absence("p1", 2),),
    )
    result = solve(problem, Stop.iterations(500))
    assert result.score.violations == 0
    assert result.plan.table_of("p0", round=1) == result.plan.table_of("p2", round=1)
    assert result.plan.table_of("p1", round=2) is None


def test_rounds_already_played_stay_as_they_were_and_count() -> None:
    played = ({"T0": ("p0", "p1", "p2", "p3"), "T1": ("p4", "p5", "p6")},)
    problem = Problem(people=people(8), tables=tables(2, seats=4), rounds=2, played=played)
    result = solve(problem, Stop.iterations(500))
    assert dict(result.plan.rounds[0]) == played[0]
    assert result.score.repeats == 3  # two and two at one table, two and one at the other
    assert result.score.violations == 0


def test_a_want_is_met_where_nothing_prevents_it() -> None:
    problem = Problem(
        people=people(12), tables=tables(4, seats=3), rounds=1, wants=(("p0", "p7"), ("p7", "p0"))
    )
    assert solve(problem, Stop.iterations(300)).score.wants_met == 2


def test_a_search_can_be_cancelled_and_still_gives_a_plan() -> None:
    problem = Problem(people=people(60), tables=tables(10, seats=6), rounds=9)
    seen = []
    result = solve(
        problem,
        Stop.iterations(10**9, stop_when=lambda now: now.iterations > 0),
        progress=seen.append,
    )
    assert result.cancelled
    assert seen[-1].score == score(problem, result.plan)


def test_no_iterations_at_all_give_a_plan() -> None:
    problem = Problem(people=people(30, industries=4), tables=tables(5, seats=6), rounds=6)
    assert solve(problem, Stop.iterations(0)).score.violations == 0


def test_a_target_stops_the_search() -> None:
    problem = Problem(people=people(30), tables=tables(5, seats=6), rounds=6)
    result = solve(problem, Stop.iterations(10**9, target=1000))
    assert result.score.weight <= 1000


def test_a_hall_of_people_is_seated_in_few_iterations() -> None:
    crowd = tuple(Participant(id=f"p{i}", industry=f"i{i % 20}") for i in range(300))
    room = tuple(Table(id=f"T{t}", seats=8) for t in range(38))
    result = solve(Problem(people=crowd, tables=room, rounds=4), Stop.iterations(50))
    assert result.score.violations == 0


def test_a_search_stopped_early_returns_the_rounds_searched_so_far() -> None:
    crowd = tuple(Participant(id=f"p{i}", industry=f"i{i % 12}") for i in range(60))
    leaders = tuple(f"p{i}" for i in range(10))  # so that no cyclic plan is looked for
    problem = Problem(people=crowd, tables=tables(10, seats=6), rounds=8, leaders=leaders)
    dealt = solve(problem, Stop.iterations(0))
    weights: list[int] = []
    solve(
        problem,
        Stop.iterations(400_000, stop_when=lambda now: now.iterations > 100_000),
        progress=lambda now: weights.append(now.score.weight),
    )
    assert weights[-1] < dealt.score.weight - 100
