"""What the seating library is told of an event."""

from organizer.registration.models import Registration
from organizer.tables.problem import Furniture, problem_of


def test_the_search_knows_who_is_new_and_who_does_the_same_work() -> None:
    furniture = Furniture(rounds=1, table_count=1, seats_per_table=3, table_naming="letters")
    crowd = [
        Registration(id=1, company="", profession="tax-accountant", first_time=True),
        Registration(id=2, company="", profession="", first_time=False),
    ]
    new, old = problem_of(furniture, crowd).people
    assert (new.first_time, old.first_time) == (True, False)
    assert (new.profession, old.profession) == ("tax-accountant", None)
