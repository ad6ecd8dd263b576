"""What removing a flaw of a plan would take."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seating import (
    Hindrance,
    Participant,
    Plan,
    PlanFlaw,
    PlanFlawKind,
    Problem,
    Remedy,
    Stop,
    Table,
    explain,
    find_flaws,
    score,
    solve,
    warm_up,
)
from tests.seating.random_problems import people, tables

ROUNDS = (
    {"T0": ("p0", "p1", "p2"), "T1": ("p3", "p4", "p5"), "T2": ("p6", "p7", "p8")},
    {"T0": ("p0", "p1", "p6"), "T1": ("p3", "p2", "p7"), "T2": ("p4", "p5", "p8")},
)
NINE = Problem(people=people(9), tables=tables(3, seats=3), rounds=2)
AGAIN = PlanFlaw(PlanFlawKind.REPEAT, ("p0", "p1"), (1, 2))


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    warm_up()


def after(plan: Plan, remedy: Remedy) -> Plan:
    """Return the plan with the swaps of a remedy made."""
    rounds = [dict(seated) for seated in plan.rounds]
    for swap in remedy.swaps:
        other = {swap.first: swap.second, swap.second: swap.first}
        seated = rounds[swap.round - 1]
        rounds[swap.round - 1] = {
            t: tuple(other.get(person, person) for person in sitting)
            for t, sitting in seated.items()
        }
    return Plan(tuple(rounds))


def test_every_repeat_same_industry_pair_and_unmet_want_is_found() -> None:
    crowd = tuple(replace(p, industry="law" if p.id in {"p6", "p8"} else None) for p in NINE.people)
    problem = replace(NINE, people=crowd, wants=(("p0", "p8"), ("p0", "p1")))
    assert set(find_flaws(problem, Plan(ROUNDS))) == {
        AGAIN,
        PlanFlaw(PlanFlawKind.REPEAT, ("p4", "p5"), (1, 2)),
        PlanFlaw(PlanFlawKind.SAME_INDUSTRY, ("p6", "p8"), (1,)),
        PlanFlaw(PlanFlawKind.UNMET_WANT, ("p0", "p8")),
    }


def test_nothing_hinders_the_removal_of_a_repeat_by_a_swap() -> None:
    found = explain(NINE, Plan(ROUNDS), AGAIN)
    assert found.hindrance is Hindrance.NOTHING
    assert found.swap is not None
    better = after(Plan(ROUNDS), found.swap)
    assert AGAIN.people not in [flaw.people for flaw in find_flaws(NINE, better)]


def test_the_cost_of_a_remedy_is_what_the_score_says_afterwards() -> None:
    crowd = people(24, industries=4)
    problem = Problem(
        people=crowd, tables=tables(4, seats=6), rounds=3, wants=(("p0", "p23"), ("p2", "p9"))
    )
    plan = solve(problem, Stop.iterations(50)).plan
    before = score(problem, plan).weight
    for flaw in find_flaws(problem, plan)[::7]:
        found = explain(problem, plan, flaw)
        for remedy in filter(None, (found.swap, found.chain)):
            better = after(plan, remedy)
            assert score(problem, better).weight - before == remedy.cost
            assert flaw not in find_flaws(problem, better)


def test_a_repeat_that_every_plan_has_is_arithmetic() -> None:
    problem = Problem(people=people(4), tables=tables(2, seats=2), rounds=4)
    plan = solve(problem, Stop.iterations(5000)).plan
    found = explain(problem, plan, find_flaws(problem, plan)[0])
    assert score(problem, plan).repeats == 2
    assert found.hindrance is Hindrance.ARITHMETIC
    assert str(found) == "No plan has fewer: another would take its place."


def test_an_industry_too_large_for_the_tables_is_arithmetic() -> None:
    crowd = tuple(Participant(id=f"p{i}", industry="law") for i in range(4))
    problem = Problem(people=crowd, tables=tables(2, seats=2), rounds=1)
    plan = Plan(({"T0": ("p0", "p1"), "T1": ("p2", "p3")},))
    flaw = PlanFlaw(PlanFlawKind.SAME_INDUSTRY, ("p0", "p1"), (1,))
    assert explain(problem, plan, flaw).hindrance is Hindrance.ARITHMETIC


def test_a_want_of_people_kept_apart_is_hindered_by_the_rules() -> None:
    problem = replace(NINE, wants=(("p0", "p8"),), apart=(("p0", "p8"),))
    found = explain(problem, Plan(ROUNDS), PlanFlaw(PlanFlawKind.UNMET_WANT, ("p0", "p8")))
    assert (found.hindrance, found.swap, found.chain) == (Hindrance.RULES, None, None)


def test_what_was_played_cannot_be_removed() -> None:
    problem = replace(NINE, played=ROUNDS[:1], met=(("p0", "p1"),))
    found = explain(problem, Plan(ROUNDS), replace(AGAIN, rounds=(1,)))
    assert found.hindrance is Hindrance.PLAYED


def test_a_plan_may_have_empty_tables() -> None:
    room = (*NINE.tables, Table(id="more", seats=3))
    problem = replace(NINE, tables=room)
    assert explain(problem, Plan(ROUNDS), AGAIN).swap is not None
