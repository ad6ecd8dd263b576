"""Table plans over several rounds in which people meet and rules hold: a pure library."""

from seating.bounds import Bound, bound
from seating.explain import (
    Explanation,
    Hindrance,
    PlanFlaw,
    PlanFlawKind,
    Remedy,
    Swap,
    explain,
    find_flaws,
)
from seating.orders import Orders, RoomOrder, order_room, order_turns
from seating.problem import Problem
from seating.reasons import Reason, Why
from seating.repair import Move, Reseat, Step, reseat
from seating.score import Score, score
from seating.search.solve import Progress, Result, Stop, solve, warm_up
from seating.values import (
    EVENING,
    LINEAR,
    Absence,
    Lock,
    Participant,
    Plan,
    ProblemError,
    Table,
    Weights,
)

__all__ = [
    "EVENING",
    "LINEAR",
    "Absence",
    "Bound",
    "Explanation",
    "Hindrance",
    "Lock",
    "Move",
    "Orders",
    "Participant",
    "Plan",
    "PlanFlaw",
    "PlanFlawKind",
    "Problem",
    "ProblemError",
    "Progress",
    "Reason",
    "Remedy",
    "Reseat",
    "Result",
    "RoomOrder",
    "Score",
    "Step",
    "Stop",
    "Swap",
    "Table",
    "Weights",
    "Why",
    "bound",
    "explain",
    "find_flaws",
    "order_room",
    "order_turns",
    "reseat",
    "score",
    "solve",
    "warm_up",
]
