"""What the seating library is told of an event."""

from collections.abc import Sequence

import pytest

from organizer.registration.models import Registration
from organizer.tables.models import PlannedTable
from organizer.tables.problem import problem_of, rules_of
from seating import EVENING


def _tables(*seats: int) -> Sequence[PlannedTable]:
    return [
        PlannedTable(name=name, seats=count) for name, count in zip("ABCDE", seats, strict=False)
    ]


def _crowd(people: int) -> list[Registration]:
    return [Registration(id=number, company="", profession="") for number in range(1, people + 1)]


def test_the_search_knows_who_is_new_and_who_does_the_same_work() -> None:
    crowd = [
        Registration(id=1, company="", profession="tax-accountant", first_time=True),
        Registration(id=2, company="", profession="", first_time=False),
    ]
    new, old = problem_of(_tables(3), crowd, rounds=1).people
    assert (new.first_time, old.first_time) == (True, False)
    assert (new.profession, old.profession) == ("tax-accountant", None)


def test_tables_of_different_size_keep_their_names_and_seats() -> None:
    tables = problem_of(_tables(8, 4, 6), _crowd(18), rounds=2).tables
    assert [(table.id, table.seats) for table in tables] == [("A", 8), ("B", 4), ("C", 6)]


@pytest.mark.parametrize(
    ("seats", "people", "used"),
    [((6, 6, 6, 6), 5, 2), ((2, 2, 2, 2), 5, 3), ((3, 8, 2), 4, 2), ((2, 2, 9), 5, 3)],
)
def test_tables_stay_empty_where_somebody_would_sit_alone(
    seats: tuple[int, ...], people: int, used: int
) -> None:
    assert len(problem_of(_tables(*seats), _crowd(people), rounds=1).tables) == used


def test_a_plan_keeps_the_weights_that_the_search_was_given() -> None:
    rules = rules_of(problem_of(_tables(3), _crowd(2), rounds=1))
    assert rules["weights"]["repeat"] == EVENING.repeat
