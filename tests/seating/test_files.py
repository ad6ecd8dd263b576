"""The JSON files and the command line."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from seating import LINEAR, Problem, ProblemError
from seating.__main__ import main
from seating.files import read_plan, read_problem
from tests.seating.random_problems import problems

SMALL: dict[str, Any] = {
    "rounds": 2,
    "tables": [{"id": "T1", "seats": 2}, {"id": "T2", "seats": 2}],
    "people": [{"id": f"p{i}", "industry": "i1", "shoe": 42} for i in range(4)],
    "locked": [{"person": "p0", "round": 1, "table": "T2"}],
}


@settings(max_examples=50, deadline=None)
@given(problem=problems())
def test_every_value_of_a_problem_is_read(problem: Problem) -> None:
    assert read_problem(json.dumps(asdict(problem))) == problem


def test_a_file_without_weights_counts_repeats_linearly() -> None:
    assert read_problem(json.dumps(SMALL)).weights == LINEAR


def test_weights_that_a_file_does_not_name_are_the_linear_ones() -> None:
    some = json.dumps({**SMALL, "weights": {"repeat": 20, "uneven": 2}})
    assert read_problem(some).weights == replace(LINEAR, repeat=20, uneven=2)


def test_a_meeting_says_how_long_ago_it_was() -> None:
    some = json.dumps({**SMALL, "met": [["p0", "p1", 4], ["p1", "p2"]]})
    assert read_problem(some).met == (("p0", "p1", 4), ("p1", "p2"))


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"rounds": "two"}, "rounds"),
        ({"people": {}}, "people"),
        ({"people": ["p0"]}, "people[0]"),
        ({"people": [{"name": "x"}]}, "people[0]"),
        ({"people": [{"id": 3}]}, "people[0].id"),
        ({"tables": [{"id": "T1", "seats": "2"}]}, "tables[0].seats"),
        ({"met": [["p0"]]}, "met[0]"),
        ({"met": [["p0", 1]]}, "met[0]"),
        ({"met": [["p0", "p1", "long"]]}, "met[0]"),
        ({"met": [["p0", "p1", True]]}, "met[0]"),
        ({"met": [["p0", "p1", 100]]}, "met[0]"),
        ({"people": [{"id": "p0", "first_time": "yes"}]}, "people[0].first_time"),
        ({"weights": []}, "weights"),
        ({"weights": {"fade": 101}}, "weights.fade"),
        ({"weights": {"repeat": None}}, "weights.repeat"),
        ({"leaders": [1]}, "leaders[0]"),
        ({"played": [[]]}, "played[0]"),
        ({"weights": {"repeat": -1}}, "weights.repeat"),
    ],
)
def test_what_is_wrong_in_a_file_is_named_with_its_place(
    change: dict[str, Any], place: str
) -> None:
    with pytest.raises(ProblemError) as caught:
        read_problem(json.dumps({**SMALL, **change}))
    assert caught.value.place == place


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000, '{"people": []}'])
def test_text_that_is_no_problem_is_refused(text: str) -> None:
    with pytest.raises(ProblemError):
        read_problem(text)


def test_the_command_line_solves_scores_and_shows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    problem, plan = str(tmp_path / "problem.json"), str(tmp_path / "plan.json")
    Path(problem).write_text(json.dumps(SMALL), encoding="utf-8")
    assert main(["solve", problem, "--iterations", "50", "-o", plan]) == 0
    solved = json.loads(capsys.readouterr().out)
    assert main(["score", problem, plan]) == 0
    assert json.loads(capsys.readouterr().out) == solved["score"]
    assert main(["bound", problem]) == 0
    assert json.loads(capsys.readouterr().out) == solved["bound"]
    assert main(["show", plan]) == 0
    assert "Round 2" in capsys.readouterr().out
    assert "p0" in read_plan(Path(plan).read_text(encoding="utf-8")).rounds[0]["T2"]


def test_a_wrong_file_ends_with_2_and_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "problem.json"
    file.write_text(json.dumps({**SMALL, "rounds": 0}), encoding="utf-8")
    assert main(["solve", str(file)]) == 2
    message = capsys.readouterr().err
    assert "rounds: The number of rounds" in message
    assert message.count("\n") == 1
    assert main(["bound", str(tmp_path / "nothing.json")]) == 2
