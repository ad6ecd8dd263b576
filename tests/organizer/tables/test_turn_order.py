"""The order of turns is fair over the rounds."""

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from organizer.tables.turn_order import Round, turn_orders


def _rounds(seed: int, *, tables: int, size: int, rounds: int) -> list[Round]:
    rng = random.Random(seed)
    people = [str(i) for i in range(tables * size)]
    mixed = [rng.sample(people, len(people)) for _round in range(rounds)]
    return [{str(t): order[t * size : (t + 1) * size] for t in range(tables)} for order in mixed]


shapes = {
    "seed": st.integers(0, 10_000),
    "tables": st.integers(1, 6),
    "size": st.integers(1, 7),
    "rounds": st.integers(1, 5),
}


@given(**shapes)
def test_each_table_keeps_its_people(seed: int, tables: int, size: int, rounds: int) -> None:
    asked = _rounds(seed, tables=tables, size=size, rounds=rounds)
    for before, after in zip(asked, turn_orders(asked), strict=True):
        assert {t: sorted(p) for t, p in before.items()} == {t: sorted(p) for t, p in after.items()}


@given(**{**shapes, "size": st.integers(3, 7), "rounds": st.integers(2, 5)})
def test_nobody_is_first_or_last_in_every_round(
    seed: int, tables: int, size: int, rounds: int
) -> None:
    orders = turn_orders(_rounds(seed, tables=tables, size=size, rounds=rounds))
    firsts = Counter(people[0] for seated in orders for people in seated.values())
    lasts = Counter(people[-1] for seated in orders for people in seated.values())
    assert max(firsts.values()) < rounds
    assert max(lasts.values()) < rounds


def test_at_six_to_a_table_nobody_opens_twice_in_three_rounds() -> None:
    orders = turn_orders(_rounds(1, tables=10, size=6, rounds=3))
    firsts = Counter(people[0] for seated in orders for people in seated.values())
    assert set(firsts.values()) == {1}


def test_the_same_tables_give_the_same_order() -> None:
    asked = _rounds(2, tables=4, size=5, rounds=3)
    assert turn_orders(asked) == turn_orders(asked)


def test_no_rounds_have_no_order() -> None:
    assert list(turn_orders([])) == []
