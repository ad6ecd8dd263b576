"""The score of plans small enough to count by hand."""

from __future__ import annotations

from dataclasses import replace

from seating import EVENING, LINEAR, Participant, Plan, Problem, Table, Weights, score

ALICE = Participant(id="alice", industry="law", company="Sakura", conflict_group="lawyers")
BOB = Participant(id="bob", industry="law", company="Sakura")
CHARLIE = Participant(id="charlie", industry="food", conflict_group="lawyers")
TABLES = (Table(id="A", seats=3), Table(id="B", seats=3))
TRIO = Problem(people=(ALICE, BOB, CHARLIE), tables=TABLES, rounds=3)
ALWAYS = Plan(({"A": ("alice", "bob", "charlie")},) * 3)


def test_meetings_after_the_first_are_repeats_and_later_ones_cost_further() -> None:
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


def test_people_of_one_profession_and_first_timers_at_a_table_are_counted_each_round() -> None:
    lawyers = tuple(replace(person, profession="tax") for person in (ALICE, BOB))
    crowd = (*lawyers, replace(CHARLIE, first_time=True), Participant(id="dan", first_time=True))
    plan = Plan(({"A": ("alice", "bob"), "B": ("charlie", "dan")},))
    counted = score(Problem(people=crowd, tables=TABLES, rounds=1), plan)
    assert (counted.same_profession, counted.first_timers) == (1, 1)


def test_a_first_timer_at_a_table_of_others_counts_nothing() -> None:
    crowd = (replace(ALICE, first_time=True), BOB, CHARLIE)
    assert score(replace(TRIO, people=crowd), ALWAYS).first_timers == 0


def test_pairs_beyond_even_tables_are_counted_each_round() -> None:
    assert score(TRIO, ALWAYS).uneven == 6  # three pairs at one table where one would do
    assert score(TRIO, Plan(({"A": ("alice", "bob"), "B": ("charlie",)},) * 3)).uneven == 0


def test_tables_are_as_even_as_their_seats_allow() -> None:
    tables = (Table(id="A", seats=1), Table(id="B", seats=9))
    plan = Plan(({"A": ("alice",), "B": ("bob", "charlie")},))
    assert score(replace(TRIO, tables=tables, rounds=1), plan).uneven == 0


def test_the_first_meeting_of_a_pair_that_met_long_ago_costs_less() -> None:
    weights = replace(EVENING, fade=70)
    assert [weights.discount(ago) for ago in (1, 2, 3, 4, 99)] == [0, 3, 5, 7, 10]
    old = replace(TRIO, met=(("alice", "bob", 3),), weights=weights)
    recent = replace(TRIO, met=(("alice", "bob"),), weights=weights)
    assert score(old, ALWAYS).repeats == score(recent, ALWAYS).repeats == 7
    assert score(old, ALWAYS).weight == score(recent, ALWAYS).weight - 5


def test_of_several_earlier_meetings_the_last_one_counts() -> None:
    met = (("alice", "bob", 9), ("bob", "alice", 2), ("alice", "bob", 5))
    assert score(replace(TRIO, met=met), ALWAYS).discount == 3


def test_old_meetings_do_not_fade_with_linear_weights() -> None:
    plain = replace(TRIO, met=(("alice", "bob", 50),), weights=LINEAR)
    assert score(plain, ALWAYS).discount == 0


def test_the_weight_of_uneven_tables_counts_in_the_weight_of_a_plan() -> None:
    counted = score(replace(TRIO, weights=Weights(uneven=7)), ALWAYS)
    assert counted.weight - replace(counted, uneven=0).weight == 42
