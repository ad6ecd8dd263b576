"""`python -m seating`: solve, score, bound, reseat and show problems and plans in JSON files."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from seating import Bound, ProblemError, Progress, Stop, bound, reseat, score, solve
from seating.files import read_plan, read_problem, write_plan
from seating.score import Score


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0, or 2 if a file is wrong."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except ProblemError as error:
        place = f"{error.place}: " if error.place else ""
        print(f"{options.file}: {place}{error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m seating", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    command = commands.add_parser("solve", help="search for a good plan")
    command.add_argument("file", type=Path, metavar="problem.json")
    command.add_argument("--seconds", type=float, default=10.0, help="default: 10")
    command.add_argument("--iterations", type=int, help="instead of --seconds; repeatable exactly")
    command.add_argument("--seed", type=int, default=0)
    command.add_argument("-o", "--output", type=Path, metavar="plan.json")
    command.set_defaults(run=_solve)
    command = commands.add_parser("score", help="score a plan")
    command.add_argument("file", type=Path, metavar="problem.json")
    command.add_argument("plan", type=Path, metavar="plan.json")
    command.set_defaults(run=_score)
    command = commands.add_parser("bound", help="print lower bounds on the score")
    command.add_argument("file", type=Path, metavar="problem.json")
    command.set_defaults(run=_bound)
    command = commands.add_parser(
        "reseat", help="fit a plan to a changed problem, moving few people"
    )
    command.add_argument("file", type=Path, metavar="problem.json")
    command.add_argument("plan", type=Path, metavar="plan.json")
    command.add_argument("--most", type=int, help="seats of people already planned that may change")
    command.add_argument("-o", "--output", type=Path, metavar="new-plan.json")
    command.set_defaults(run=_reseat)
    command = commands.add_parser("show", help="print a plan as text")
    command.add_argument("file", type=Path, metavar="plan.json")
    command.set_defaults(run=_show)
    return parser


def _solve(options: argparse.Namespace) -> None:
    problem = read_problem(_read(options.file))
    stop = Stop.seconds(options.seconds)
    if options.iterations is not None:
        stop = Stop.iterations(options.iterations)
    terminal = sys.stderr.isatty()
    result = solve(problem, stop, seed=options.seed, progress=_report if terminal else None)
    if terminal:
        print(file=sys.stderr)
    summary = {
        "score": _score_record(result.score),
        "bound": _bound_record(result.bound),
        "proved": result.proved,
        "seconds": round(result.seconds, 3),
        "iterations": result.iterations,
    }
    if options.output:
        options.output.write_text(write_plan(result.plan, **summary), encoding="utf-8")
    print(json.dumps(summary))


def _report(progress: Progress) -> None:
    line = f"{progress.seconds:6.1f} s  {progress.score.weight}, at least {progress.bound.weight}"
    print(f"\r{line:<60}", end="", file=sys.stderr, flush=True)


def _score(options: argparse.Namespace) -> None:
    problem = read_problem(_read(options.file))
    plan = read_plan(_read(options.plan))
    try:
        print(json.dumps(_score_record(score(problem, plan))))
    except KeyError as error:
        raise ProblemError(f"The plan seats {error}, who is not in the problem.") from error


def _bound(options: argparse.Namespace) -> None:
    print(json.dumps(_bound_record(bound(read_problem(_read(options.file))))))


def _reseat(options: argparse.Namespace) -> None:
    problem = read_problem(_read(options.file))
    result = reseat(problem, read_plan(_read(options.plan)), most=options.most)
    summary = {
        "score": _score_record(result.score),
        "bound": _bound_record(result.bound),
        "moves": [asdict(move) for move in result.moves],
        "curve": [[step.moved, step.score.weight] for step in result.curve],
    }
    if options.output:
        options.output.write_text(write_plan(result.plan, **summary), encoding="utf-8")
    print(json.dumps(summary, ensure_ascii=False))


def _show(options: argparse.Namespace) -> None:
    for number, seated in enumerate(read_plan(_read(options.file)).rounds, start=1):
        print(f"Round {number}")
        width = max((len(table) for table in seated), default=0)
        for table, people in seated.items():
            print(f"  {table:<{width}}  {', '.join(people) or '-'}")


def _score_record(value: Score) -> dict[str, object]:
    record = asdict(value)
    del record["weights"]
    return {"weight": value.weight, **record}


def _bound_record(value: Bound) -> dict[str, object]:
    return {**asdict(value), "reasons": value.reasons}


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProblemError("This file is not UTF-8 text.") from error


if __name__ == "__main__":
    sys.exit(main())
