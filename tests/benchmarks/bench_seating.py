"""Solve the public problems and print one table: `python tests/benchmarks/bench_seating.py`.

Two seeds, ten seconds each, two threads. `--only ev60 --seconds 2 --seeds 1` narrows it down.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from seating import Problem, Progress, Result, Stop, score, solve, warm_up
from seating.files import read_problem

PROBLEMS = Path(__file__).parent / "problems"

# Weights of the best open peer measured and of a compiled prototype, ten seconds on two cores.
EARLIER: dict[str, tuple[int | None, int]] = {
    "ev24-4-3": (197, 187),
    "ev30-5-6": (793, 514),
    "ev40-6-4": (331, 293),
    "ev60-10-4": (None, 0),
    "ev60-10-8": (387, 244),
    "ev120-15-5": (180, 165),
    "ev120-15-10": (1554, 983),
    "ev120-15-5-h4": (2338, 1581),
    "ev300-38-5": (780, 780),
    "ev300-38-12": (1896, 1872),
    "ev1000-125-4": (1656, 1656),
    "ev5000-625-6": (None, 10818),
    "full60-10-4": (None, 147),
    "full120-15-5": (None, 291),
    "full300-38-5": (None, -64),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    warm_up()
    _write(
        "| problem | weight | repeats / same industry / wants | bound | to best | peer | earlier |"
    )
    _write("|---|---|---|---|---|---|---|")
    for file in sorted(PROBLEMS.glob(f"{options.only}*.json"), key=lambda file: file.stem):
        problem = read_problem(file.read_text(encoding="utf-8"))
        for seed in range(1, options.seeds + 1):
            _write(_line(problem, options.seconds, seed))


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _line(problem: Problem, seconds: float, seed: int) -> str:
    reached: dict[int, float] = {}

    def note(progress: Progress) -> None:
        reached.setdefault(progress.score.weight, progress.seconds)

    result = solve(problem, Stop.seconds(seconds), seed=seed, progress=note)
    assert result.score == score(problem, result.plan)
    assert result.score.violations == 0
    peer, earlier = EARLIER.get(problem.name, (None, 0))
    when = reached.get(result.score.weight, result.seconds)
    return _row(problem.name, result, when) + f" {'-' if peer is None else peer} | {earlier} |"


def _row(name: str, result: Result, when: float) -> str:
    counted = result.score
    parts = f"{counted.repeats} / {counted.same_industry} / {counted.wants_met}"
    least = f"{result.bound.weight}, {'proved' if result.proved else 'open'}"
    return f"| {name} | {counted.weight} | {parts} | {least} | {when:.2f} s |"


if __name__ == "__main__":
    main()
