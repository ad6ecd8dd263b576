"""Who sits where, over several rounds, so that people meet and rules hold: a pure library."""

from seating.bounds import Bound, Reason, Why, bound
from seating.explain import Explanation, Kind, Obstacle, Remedy, Swap, Trouble, explain, troubles
from seating.orders import Orders, RoomOrder, order_room, order_turns
from seating.problem import Problem
from seating.repair import Move, Reseat, Step, reseat
from seating.score import Score, score
from seating.search.solve import Progress, Result, Stop, solve, warm_up
from seating.values import (
    EVENING,
    LINEAR,
    Absence,
    Lock,
    Person,
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
    "Kind",
    "Lock",
    "Move",
    "Obstacle",
    "Orders",
    "Person",
    "Plan",
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
    "Trouble",
    "Weights",
    "Why",
    "bound",
    "explain",
    "order_room",
    "order_turns",
    "reseat",
    "score",
    "solve",
    "troubles",
    "warm_up",
]
