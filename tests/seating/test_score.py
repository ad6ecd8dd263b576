"""The score's definition, on plans small enough to count by hand."""

from __future__ import annotations

from dataclasses import replace

from seating import LINEAR, Person, Plan, Problem, Table, score

ALICE = Person(id="alice", industry="law", company="Sakura", conflict_group="lawyers")
BOB = Person(id="bob", industry="law", company="Sakura")
CHARLIE = Person(id="charlie", industry="food", conflict_group="lawyers")
TABLES = (Table(id="A", seats=3), Table(id="B", seats=3))
TRIO = Problem(people=(ALICE, BOB, CHARLIE), tables=TABLES, rounds=3)
ALWAYS = Plan(({"A": ("alice", "bob", "charlie")},) * 3)


def test_meetings_after_the_first_are_repeats_and_pile_up() -> None:
    counted = score(TRIO, ALWAYS)
    assert (counted.repeats, counted.further) == (6, 3)


def test_having_met_before_makes_the_first_meeting_a_repeat() -> None:
    assert score(replace(TRIO, met=(("bob", "alice"),)), ALWAYS).repeats == 7


def test_a_pair_that_must_sit_together_repeats_nothing() -> None:
    assert score(replace(TRIO, together=(("alice", "bob"),)), ALWAYS).repeats == 4


def test_people_alike_at_a_table_are_counted_each_round() -> None:
    counted = score(TRIO, ALWAYS)
    assert (counted.same_industry, counted.same_company, counted.conflicts) == (3, 3, 3)


def test_a_want_counts_once_and_has_a_direction() -> None:
    wants = (("alice", "bob"), ("bob", "alice"), ("alice", "bob"))
    assert score(replace(TRIO, wants=wants), ALWAYS).wants_met == 2


def test_broken_rules_are_violations() -> None:
    bad = Plan(({"A": ("alice", "alice"), "B": ("charlie",)}, ALWAYS.rounds[0], ALWAYS.rounds[0]))
    assert score(TRIO, bad).violations == 2  # alice sits twice, bob nowhere
    assert score(replace(TRIO, apart=(("alice", "bob"),)), ALWAYS).violations == 3


def test_the_weight_sums_the_parts() -> None:
    plain = replace(TRIO, weights=LINEAR, wants=(("alice", "bob"),))
    assert score(plain, ALWAYS).weight == 60 + 3 * 3 + 3 * 40 + 3 * 40 - 1
