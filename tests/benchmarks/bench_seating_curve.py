"""Measure seating from 24 to 5,000 people: `python -m tests.benchmarks.bench_seating_curve`.

Tables of 8, six rounds, and industries as the public problems draw them. For each number of people
three problems are solved, each in a process of its own: how long until the plan is within 1 % of
the bound, or how far it is from it after ten seconds. With a folder as argument, draws the curve.
"""

import argparse
import multiprocessing
import random
import resource
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from seating import Participant, Problem, Stop, Table, bound, solve, warm_up
from tests.benchmarks.plots import Axis, Panel, Series, save_plots

SIZES = (24, 60, 120, 300, 600, 1000, 2000, 5000)
SEEDS = (1, 2, 3)
SECONDS = 10.0
INDUSTRIES = range(20)
SHARES = [(rank + 1) ** -0.9 for rank in INDUSTRIES]
"""From 24 % in the commonest industry to 2 % in the rarest, as in the public problems."""


@dataclass(frozen=True, slots=True)
class Run:
    """One problem solved in a fresh process; memory is the most that the process ever took."""

    weight: int
    bound: int
    seconds: float
    near: bool
    proved: bool
    before: float
    """Megabytes of Python, NumPy and the compiled kernels, before there was a problem."""
    peak: float
    """Megabytes of everything, at the highest."""


def draw_problem(people: int, *, seed: int) -> Problem:
    """Return a random evening of so many people."""
    dice = random.Random(f"{people} people, {seed}")
    drawn = dice.choices(INDUSTRIES, SHARES, k=people)
    return Problem(
        people=tuple(Participant(id=str(i), industry=str(x)) for i, x in enumerate(drawn)),
        tables=tuple(Table(id=str(t), seats=8) for t in range(-(-people // 8))),
        rounds=6,
    )


def run(people: int, seed: int) -> Run:
    """Solve one problem until it is within 1 % of its bound."""
    warm_up()
    before = _megabytes()
    problem = draw_problem(people, seed=seed)
    near = bound(problem).weight * 101 // 100
    result = solve(problem, Stop.seconds(SECONDS, target=near), seed=seed)
    return Run(
        weight=result.score.weight,
        bound=result.bound.weight,
        seconds=result.seconds,
        near=result.score.weight <= near,
        proved=result.proved,
        before=before,
        peak=_megabytes(),
    )


def _megabytes() -> float:
    """Return the most memory this process has taken so far; Linux counts in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="where to draw the curve")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    options = parser.parse_args()
    _write("| people | weight / bound | within 1 % | proved | time | peak memory |")
    _write("|---|---|---|---|---|---|")
    curve = {}
    for people in options.sizes:
        curve[people] = [_fresh(people, seed) for seed in SEEDS]
        _write(_row(people, curve[people]))
    if options.folder:
        save_plots([_times(curve), _memory(curve)], options.folder / "curve.svg")


def _fresh(people: int, seed: int) -> Run:
    with multiprocessing.get_context("spawn").Pool(1) as process:
        return process.apply(run, (people, seed))


def _row(people: int, runs: list[Run]) -> str:
    weights = ", ".join(f"{r.weight} / {r.bound}" for r in runs)
    near, proved = sum(r.near for r in runs), sum(r.proved for r in runs)
    shown = f"{_typical(runs):.2f} s" if near else f"not in {SECONDS:.0f} s"
    memory = f"{max(r.peak for r in runs):.0f} MB ({median(r.before for r in runs):.0f} before)"
    of = len(runs)
    return f"| {people:,} | {weights} | {near} of {of} | {proved} of {of} | {shown} | {memory} |"


def _typical(runs: list[Run]) -> float:
    """Return the median time; runs that did not come near took all the time they had."""
    return median(r.seconds if r.near else SECONDS for r in runs)


def _times(curve: dict[int, list[Run]]) -> Panel:
    runs = [(n, r) for n, several in curve.items() for r in several]
    reached = {n: _typical(several) for n, several in curve.items() if any(r.near for r in several)}
    return Panel(
        "Time until the plan is within 1 % of the bound",
        Axis("people", [*curve], log=True),
        Axis("seconds (hollow: not in ten)", [0.001, 0.01, 0.1, 1, 10, 100], log=True),
        [
            Series("", [*reached.items()], dots=False),
            *(Series("", [(n, r.seconds)]) for n, r in runs if r.near),
            Series("", [], hollow=[(n, SECONDS) for n, r in runs if not r.near]),
        ],
    )


def _memory(curve: dict[int, list[Run]]) -> Panel:
    peaks = [(n, max(r.peak for r in runs)) for n, runs in curve.items()]
    before = [(n, median(r.before for r in runs)) for n, runs in curve.items()]
    return Panel(
        "Peak memory of the process",
        Axis("people", [*curve], log=True),
        Axis("megabytes", [0, 200, 400, 600, 800, 1000]),
        [
            Series("with the problem solved", peaks),
            Series("before there is a problem", before, 3, label_at=(max(curve), 80)),
        ],
    )


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
