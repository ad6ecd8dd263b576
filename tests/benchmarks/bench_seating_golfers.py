"""Count the social golfer cells that come out without a repeat, at the most rounds known.

`python tests/benchmarks/bench_seating_golfers.py`: g tables of p people, g, p = 2 to 10, at most
ten seconds each; `--only 10-` narrows it down. The rounds are in `golfers_best_known.json`.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from seating import Participant, Problem, Stop, Table, solve, warm_up

KNOWN = Path(__file__).parent / "golfers_best_known.json"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    warm_up()
    cells = json.loads(KNOWN.read_text(encoding="utf-8"))["cells"]
    asked = {name: cell["weeks"] for name, cell in cells.items() if name.startswith(options.only)}
    missed = []
    for name, rounds in asked.items():
        repeats, seconds = _repeats(name, rounds, options.seconds)
        if repeats:
            missed.append(name)
            sys.stdout.write(f"{name}: {rounds} rounds, {repeats} repeats, {seconds:.1f} s\n")
            sys.stdout.flush()
    reached = len(asked) - len(missed)
    sys.stdout.write(f"{reached} of {len(asked)} cells without a repeat\n")


def _repeats(name: str, rounds: int, seconds: float) -> tuple[int, float]:
    tables, size = map(int, name.split("-"))
    problem = Problem(
        people=tuple(Participant(id=str(i)) for i in range(tables * size)),
        tables=tuple(Table(id=str(t), seats=size) for t in range(tables)),
        rounds=rounds,
    )
    result = solve(problem, Stop.seconds(seconds), seed=1)
    return result.score.repeats, result.seconds


if __name__ == "__main__":
    main()
