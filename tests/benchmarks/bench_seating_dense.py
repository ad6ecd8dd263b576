"""Follow the search on dense public problems, where no plan is proved: weight over time.

`python -m tests.benchmarks.bench_seating_dense docs/images/seating` prints what was reached after
a second, three and ten, and draws it beside the best open peer and our prototype after ten seconds.
"""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from seating import Progress, Stop, solve, warm_up
from seating.files import read_problem
from tests.benchmarks.bench_seating import EARLIER, PROBLEMS
from tests.benchmarks.plots import Axis, Panel, Point, Series, marks_between, save_plots

NAMES = ("ev30-5-6", "ev120-15-10", "ev120-15-5-h4")
SEEDS = (1, 2)
SECONDS = 10.0
BEGIN = 0.1


@dataclass(frozen=True, slots=True)
class Course:
    """How the weight of the best plan fell: (seconds, weight) whenever it did, and the bound."""

    points: list[Point]
    bound: int

    def after(self, seconds: float) -> float:
        """Return the weight at that time, or the first that was reported."""
        early = [weight for at, weight in self.points if at <= seconds]
        return early[-1] if early else self.points[0][1]


def follow(name: str, seed: int) -> Course:
    """Solve a public problem, noting every better plan as it is reported."""
    problem = read_problem((PROBLEMS / f"{name}.json").read_text(encoding="utf-8"))
    points: list[Point] = []

    def note(progress: Progress) -> None:
        if not points or progress.score.weight < points[-1][1]:
            points.append((max(BEGIN, progress.seconds), progress.score.weight))

    result = solve(problem, Stop.seconds(SECONDS), seed=seed, progress=note)
    return Course([*points, (SECONDS, result.score.weight)], result.bound.weight)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="where to draw")
    options = parser.parse_args()
    warm_up()
    write = sys.stdout.write
    write("| problem | after 1 s | 3 s | 10 s | bound | peer, 10 s | prototype, 10 s |\n")
    write("|---|---|---|---|---|---|---|\n")
    panels = []
    for name in NAMES:
        courses = [follow(name, seed) for seed in SEEDS]
        reached = (
            ", ".join(f"{course.after(seconds):.0f}" for course in courses)
            for seconds in (1, 3, SECONDS)
        )
        peer, earlier = EARLIER[name]
        write(f"| {name} | {' | '.join(reached)} | {courses[0].bound} | {peer} | {earlier} |\n")
        panels.append(_panel(name, courses))
    if options.folder:
        save_plots(panels, options.folder / "dense.svg")


def _panel(name: str, courses: list[Course]) -> Panel:
    peer, earlier = EARLIER[name]
    assert peer is not None
    levels = {"peer": peer, "prototype": earlier, "bound": courses[0].bound}
    highest = max(peer, *(course.points[0][1] for course in courses))
    return Panel(
        name,
        Axis("seconds", [BEGIN, 0.3, 1, 3, SECONDS], log=True),
        Axis("weight", marks_between(0, highest * 1.1)),
        [
            *(_level(label, height) for label, height in levels.items()),
            *(
                Series("", course.points, number, dots=False, stairs=True)
                for number, course in enumerate(courses)
            ),
        ],
    )


def _level(label: str, height: float) -> Series:
    return Series(label, [(BEGIN, height), (SECONDS, height)], 3, dots=False, dashed=True)


if __name__ == "__main__":
    main()
