"""The public benchmark problems, whole: too long for every run (`make slow`)."""

from pathlib import Path

import pytest

from seating import Stop, bound, score, solve
from seating.files import read_problem

PROBLEMS = sorted((Path(__file__).parents[1] / "benchmarks" / "problems").glob("*.json"))


@pytest.mark.slow
@pytest.mark.parametrize("path", PROBLEMS, ids=lambda path: path.stem)
def test_a_plan_keeps_every_rule_and_its_bound(path: Path) -> None:
    problem = read_problem(path.read_text())
    result = solve(problem, Stop.iterations(300), seed=1)
    assert result.score == score(problem, result.plan)
    assert result.score.violations == 0
    assert bound(problem).weight <= result.score.weight
