"""The programme: how long it takes, whether it fits, and when each round is."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.events.agenda import Agenda, minutes_to_spare, round_spans
from organizer.events.details import agenda_of
from tests.conftest import event_details

START = datetime(2026, 10, 8, 9, 30, tzinfo=UTC)
ORDINARY = Agenda(
    rounds=3,
    people_per_table=6,
    pr_minutes=3,
    question_minutes=2,
    change_minutes=5,
    opening_minutes=10,
    closing_minutes=15,
)


def _minutes(count: float) -> datetime:
    return START + timedelta(minutes=count)


AGENDAS = st.builds(
    Agenda,
    rounds=st.integers(1, 20),
    people_per_table=st.integers(2, 100),
    pr_minutes=st.integers(1, 120).map(lambda halves: halves / 2),
    question_minutes=st.integers(0, 120).map(lambda halves: halves / 2),
    change_minutes=st.integers(0, 60),
    opening_minutes=st.integers(0, 240),
    closing_minutes=st.integers(0, 240),
)


def test_everyone_at_a_table_has_a_turn_in_each_round() -> None:
    assert ORDINARY.turn_minutes == 5
    assert ORDINARY.round_minutes == 6 * 5


def test_people_change_seats_between_rounds_only() -> None:
    assert ORDINARY.total_minutes == 10 + 3 * 30 + 2 * 5 + 15


def test_rounds_begin_after_the_opening_and_wait_for_the_changes() -> None:
    spans = [(span.starts_at, span.ends_at) for span in round_spans(ORDINARY, starts_at=START)]
    assert spans == [
        (_minutes(10), _minutes(40)),
        (_minutes(45), _minutes(75)),
        (_minutes(80), _minutes(110)),
    ]


@pytest.mark.parametrize(("length", "spare"), [(125, 0), (150, 25), (124, -1), (60, -65)])
def test_the_rest_of_the_evening_is_to_spare(length: int, spare: int) -> None:
    assert minutes_to_spare(ORDINARY, starts_at=START, ends_at=_minutes(length)) == spare


def test_half_minutes_count() -> None:
    brief = Agenda(
        rounds=1, people_per_table=5, pr_minutes=1.5, question_minutes=0, change_minutes=5
    )
    assert brief.total_minutes == 7.5


@given(AGENDAS)
def test_rounds_never_overlap_and_lie_within_the_programme(agenda: Agenda) -> None:
    spans = round_spans(agenda, starts_at=START)
    assert len(spans) == agenda.rounds
    assert spans[0].starts_at == _minutes(agenda.opening_minutes)
    for before, after in pairwise(spans):
        assert before.starts_at < before.ends_at
        assert after.starts_at - before.ends_at == timedelta(minutes=agenda.change_minutes)
    assert spans[-1].ends_at == _minutes(agenda.total_minutes - agenda.closing_minutes)


@given(AGENDAS)
def test_what_takes_as_long_as_the_evening_fits_exactly(agenda: Agenda) -> None:
    ends_at = _minutes(agenda.total_minutes)
    assert minutes_to_spare(agenda, starts_at=START, ends_at=ends_at) == 0


@pytest.mark.parametrize(
    ("capacity", "tables", "seats", "fullest"),
    [(60, 10, 6, 6), (55, 10, 6, 6), (50, 10, 6, 5), (41, 10, 6, 5), (99, 10, 6, 6), (1, 10, 6, 1)],
)
def test_the_fullest_table_sets_the_length_of_a_round(
    capacity: int, tables: int, seats: int, fullest: int
) -> None:
    details = event_details(capacity=capacity, table_count=tables, seats_per_table=seats)
    assert agenda_of(details).people_per_table == fullest
