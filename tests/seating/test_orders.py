"""Orders of turns at tables and before the whole room."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from seating import Participant, Plan, Problem, Stop, order_room, order_turns, solve
from seating.orders import back_to_back
from tests.seating.random_problems import people, tables


def test_nobody_speaks_first_or_last_more_often_than_necessary() -> None:
    problem = Problem(people=people(24), tables=tables(4, seats=6), rounds=6)
    ordered = order_turns(problem, solve(problem, Stop.iterations(50)).plan)
    assert (ordered.most_first, ordered.most_last) == (1, 1)  # 24 firsts for 24 people


def test_in_a_hall_of_1600_everybody_speaks_first_once() -> None:
    crowd = people(1600)
    rounds = tuple(
        {
            f"T{t}": tuple(crowd[(t + i * (1 + r * 7)) % 200 + 200 * i].id for i in range(8))
            for t in range(200)
        }
        for r in range(8)
    )
    problem = Problem(people=crowd, tables=tables(200, seats=8), rounds=8)
    ordered = order_turns(problem, Plan(rounds))
    assert (ordered.most_first, ordered.most_last) == (1, 1)


def test_people_keep_their_tables() -> None:
    problem = Problem(people=people(20, industries=3), tables=tables(4, seats=5), rounds=3)
    plan = solve(problem, Stop.iterations(50)).plan
    for old, new in zip(plan.rounds, order_turns(problem, plan).plan.rounds, strict=True):
        assert {t: set(sitting) for t, sitting in old.items()} == {
            t: set(sitting) for t, sitting in new.items()
        }


def test_industries_do_not_speak_back_to_back_where_others_can_stand_between() -> None:
    crowd = tuple(Participant(id=f"p{i}", industry="law" if i < 3 else None) for i in range(6))
    problem = Problem(people=crowd, tables=tables(1, seats=6), rounds=1)
    plan = Plan(({"T0": tuple(p.id for p in crowd)},))
    ordered = order_turns(problem, plan)
    assert (ordered.back_to_back, ordered.least_back_to_back) == (0, 0)


def test_the_orders_of_played_rounds_stay() -> None:
    played = ({"T0": ("p0", "p1", "p2"), "T1": ("p3", "p4", "p5")},)
    problem = Problem(people=people(6), tables=tables(2, seats=3), rounds=2, played=played)
    plan = Plan((played[0], played[0]))
    ordered = order_turns(problem, plan)
    assert ordered.plan.rounds[0] == played[0]
    assert ordered.most_first == 1


def test_tables_of_one_and_of_none_need_no_order() -> None:
    problem = Problem(people=people(1), tables=tables(2, seats=2), rounds=1)
    ordered = order_turns(problem, Plan(({"T0": ("p0",), "T1": ()},)))
    assert (ordered.most_first, ordered.back_to_back) == (0, 0)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["a", "b", "c", None]), max_size=6))
def test_no_order_of_the_room_has_fewer_neighbours_of_one_industry(
    industries: list[str | None],
) -> None:
    crowd = [Participant(id=str(i), industry=name) for i, name in enumerate(industries)]
    known = {person.id: person.industry for person in crowd if person.industry}
    ordered = order_room(crowd)
    assert Counter(ordered.people) == Counter(person.id for person in crowd)
    best = min(back_to_back(order, known) for order in permutations(ordered.people))
    assert ordered.back_to_back == ordered.least_back_to_back == best
