"""What each seat changed buys after a late change: `python -m tests.benchmarks.bench_seating_late`.

The public problem ev300-38-5 is solved; two rounds are played; then 15 people go and 9 come. Prints
the curve that `reseat` returns for four draws of who goes and who comes, and with a folder as
argument draws it.
"""

import argparse
import random
import sys
import time
from dataclasses import replace
from pathlib import Path

from seating import (
    EVENING,
    Absence,
    Participant,
    Plan,
    Problem,
    Reseat,
    Stop,
    reseat,
    solve,
    warm_up,
)
from seating.files import read_problem
from tests.benchmarks.bench_seating import PROBLEMS
from tests.benchmarks.plots import Axis, Panel, Series, marks_between, save_plots

NAME = "ev300-38-5"
PLAYED = 2
GONE, NEW = 15, 9
DRAWS = (1, 2, 3, 4)


def late_change(problem: Problem, plan: Plan, *, draw: int) -> Problem:
    """Return the problem after some rounds, with a few people gone and a few come."""
    dice = random.Random(draw)
    rounds = range(PLAYED + 1, problem.rounds + 1)
    gone = dice.sample(problem.people, GONE)
    trades = dice.choices([person.industry for person in problem.people], k=NEW)
    new = tuple(
        Participant(id=f"new {i}", industry=trade) for i, trade in enumerate(trades, start=1)
    )
    early = [Absence(person.id, number) for person in new for number in range(1, PLAYED + 1)]
    late = [Absence(person.id, number) for person in gone for number in rounds]
    return replace(
        problem,
        people=(*problem.people, *new),
        absent=(*problem.absent, *early, *late),
        played=plan.rounds[:PLAYED],
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="where to draw the curve")
    options = parser.parse_args()
    warm_up()
    problem = read_problem((PROBLEMS / f"{NAME}.json").read_text(encoding="utf-8"))
    even = replace(problem.weights, uneven=EVENING.uneven)  # tables stay about as large as before
    problem = replace(problem, weights=even)
    plan = solve(problem, Stop.iterations(10_000), seed=1).plan
    sys.stdout.write(
        "| draw | weight, by seats changed | bound | the whole curve in |\n|---|---|---|---|\n"
    )
    results = []
    for draw in DRAWS:
        changed = late_change(problem, plan, draw=draw)
        started = time.perf_counter()
        results.append(reseat(changed, plan))
        seconds = time.perf_counter() - started
        sys.stdout.write(f"| {draw} | {_line(results[-1])} | {seconds:.2f} s |\n")
    if options.folder:
        save_plots([_panel(results)], options.folder / "late-change.svg")


def _line(result: Reseat) -> str:
    steps = ", ".join(f"{step.moved}: {step.score.weight}" for step in result.curve)
    return f"{steps} | {result.bound.weight}"


def _panel(results: list[Reseat]) -> Panel:
    curves = [[(s.moved, s.score.weight - r.bound.weight) for s in r.curve] for r in results]
    return Panel(
        f"{NAME}: two rounds played, {GONE} people gone, {NEW} new",
        Axis("seats changed", marks_between(0, max(curve[-1][0] for curve in curves))),
        Axis("weight above the bound", marks_between(0, max(curve[0][1] for curve in curves))),
        [Series("", curve, number) for number, curve in enumerate(curves)],
    )


if __name__ == "__main__":
    main()
