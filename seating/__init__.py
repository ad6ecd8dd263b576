"""Who sits where, over several rounds, so that people meet and rules hold: a pure library."""

from seating.bounds import Bound, bound
from seating.problem import (
    EVENING,
    LINEAR,
    Absence,
    Lock,
    Person,
    Plan,
    Problem,
    ProblemError,
    Table,
    Weights,
)
from seating.repair import Move, Reseat, Step, reseat
from seating.score import Score, score
from seating.search import Progress, Result, Stop, solve, warm_up

__all__ = [
    "EVENING",
    "LINEAR",
    "Absence",
    "Bound",
    "Lock",
    "Move",
    "Person",
    "Plan",
    "Problem",
    "ProblemError",
    "Progress",
    "Reseat",
    "Result",
    "Score",
    "Step",
    "Stop",
    "Table",
    "Weights",
    "bound",
    "reseat",
    "score",
    "solve",
    "warm_up",
]
