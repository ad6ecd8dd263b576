"""Late changes move few people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seating import Absence, Participant, Plan, Problem, Stop, reseat, score, solve, warm_up
from tests.seating.random_problems import people, tables

EVENING = Problem(people=people(48, industries=8), tables=tables(8, seats=7), rounds=4)


@pytest.fixture(scope="module")
def plan() -> Plan:
    warm_up()
    return solve(EVENING, Stop.iterations(1500)).plan


def test_a_plan_without_changes_stays_as_it_was(plan: Plan) -> None:
    again = reseat(EVENING, plan, most=0)
    assert again.plan == plan
    assert again.moves == ()


def test_no_shows_lose_their_seats_and_others_keep_theirs(plan: Plan) -> None:
    absent = tuple(Absence(f"p{i}", number) for i in (3, 20) for number in (2, 3, 4))
    changed = replace(EVENING, absent=absent, played=plan.rounds[:1])
    result = reseat(changed, plan, most=0)
    assert {move.person for move in result.moves} == {"p3", "p20"}
    assert all(move.new is None for move in result.moves)
    assert result.score.violations == 0


def test_walk_ins_get_a_seat_in_every_round_still_to_come(plan: Plan) -> None:
    crowd = (*EVENING.people, Participant(id="late", industry="i2"), Participant(id="later"))
    changed = replace(EVENING, people=crowd, played=plan.rounds[:2])
    result = reseat(changed, plan, most=0)
    assert [(move.person, move.round, move.old) for move in result.moves] == [
        ("late", 3, None),
        ("later", 3, None),
        ("late", 4, None),
        ("later", 4, None),
    ]
    assert result.score.violations == 0


def test_people_of_a_table_taken_away_sit_elsewhere(plan: Plan) -> None:
    changed = replace(EVENING, tables=EVENING.tables[:-1], played=())
    result = reseat(changed, plan, most=0)
    assert all(move.old == "T7" for move in result.moves)
    assert result.score.violations == 0


def test_more_moves_buy_a_better_plan(plan: Plan) -> None:
    absent = tuple(Absence(f"p{i}", n) for i in range(0, 48, 6) for n in (2, 3, 4))
    crowd = EVENING.people + tuple(Participant(id=f"late{i}", industry="i0") for i in range(6))
    changed = replace(EVENING, people=crowd, absent=absent, played=plan.rounds[:1])
    result = reseat(changed, plan)
    few = reseat(changed, plan, most=4)
    assert sum(move.old is not None and move.new is not None for move in few.moves) <= 4
    assert result.score.weight <= few.score.weight <= result.curve[0].score.weight
    assert result.score == score(changed, result.plan) == result.curve[-1].score
    assert result.bound.weight <= result.score.weight
