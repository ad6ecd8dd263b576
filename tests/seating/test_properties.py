"""What holds for every problem."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from seating import Lock, Plan, Problem, Stop, bound, score, solve, warm_up
from tests.seating.random_problems import problems

few = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    warm_up()


@few
@given(problem=problems())
def test_everybody_present_sits_exactly_once_and_no_table_overflows(problem: Problem) -> None:
    plan = solve(problem, Stop.iterations(20)).plan
    room = {table.id: table.seats for table in problem.tables}
    for number, seated in enumerate(plan.rounds, start=1):
        away = {absence.person for absence in problem.absent if absence.round == number}
        times = Counter(person for sitting in seated.values() for person in sitting)
        assert times == Counter(p.id for p in problem.people if p.id not in away)
        assert all(len(sitting) <= room[table] for table, sitting in seated.items())


@few
@given(problem=problems())
def test_the_score_reported_is_the_score_counted_and_never_below_the_bound(
    problem: Problem,
) -> None:
    result = solve(problem, Stop.iterations(20))
    assert result.score == score(problem, result.plan)
    least = bound(problem)
    assert least.repeats <= result.score.repeats
    assert least.same_industry <= result.score.same_industry
    # A plan that breaks a hard rule may be cheaper than any that keeps them all.
    assert result.score.violations or least.weight <= result.score.weight


@few
@given(problem=problems())
def test_equal_seeds_and_iterations_give_equal_plans(problem: Problem) -> None:
    first, second = (solve(problem, Stop.iterations(30), seed=7) for _ in range(2))
    assert first.plan == second.plan


@few
@given(problem=problems())
def test_new_names_change_nothing_but_names(problem: Problem) -> None:
    renamed = _renamed(problem)
    plan, other = (solve(p, Stop.iterations(20)).plan for p in (problem, renamed))
    assert _numbers(problem, plan) == _numbers(renamed, other)


def _numbers(problem: Problem, plan: Plan) -> list[list[list[int]]]:
    """Write a plan with places in the list of people instead of ids."""
    index = {person.id: i for i, person in enumerate(problem.people)}
    order = [table.id for table in problem.tables]
    return [[[index[p] for p in seated[t]] for t in order] for seated in plan.rounds]


def _renamed(problem: Problem) -> Problem:
    """Give people, tables and industries other names, whose order is the reverse."""

    def new(name: str) -> str:
        return f"{1000 - int(name[1:]) if name[1:].isdigit() else ''}{name}"

    def pairs(key: str) -> tuple[tuple[str, str], ...]:
        return tuple((new(a), new(b)) for a, b in getattr(problem, key))

    return replace(
        problem,
        people=tuple(
            replace(
                p,
                id=new(p.id),
                industry=p.industry and "of " + p.industry,
                profession=p.profession and "as " + p.profession,
            )
            for p in problem.people
        ),
        tables=tuple(replace(table, id=new(table.id)) for table in problem.tables),
        met=tuple((new(a), new(b), *ago) for a, b, *ago in problem.met),
        apart=pairs("apart"),
        together=pairs("together"),
        wants=pairs("wants"),
        leaders=tuple(map(new, problem.leaders)),
        locked=tuple(Lock(new(x.person), x.round, new(x.table)) for x in problem.locked),
        absent=tuple(replace(x, person=new(x.person)) for x in problem.absent),
    )
