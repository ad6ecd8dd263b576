"""The programme: how long it takes, whether it fits, and when each round is."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.events.agenda import (
    Agenda,
    AgendaPart,
    ItemKind,
    Span,
    as_many_spans,
    minutes_to_spare,
    round_spans,
)
from organizer.events.details import EventDetails, agenda_by
from tests.conftest import event_details

START = datetime(2026, 10, 8, 9, 30, tzinfo=UTC)
ORDINARY = agenda_by(event_details(closing_minutes=15))
UNEVEN = Agenda(
    (
        AgendaPart(ItemKind.PRESENTATION, 3, 1),
        AgendaPart(ItemKind.QUESTIONS, 2, 1),
        AgendaPart(ItemKind.CHANGE, 4, 1),
        AgendaPart(ItemKind.PRESENTATION, 1, 2),
    ),
    people_per_table=6,
)


def _minutes(count: float) -> datetime:
    return START + timedelta(minutes=count)


def _spans(*minutes: tuple[float, float]) -> list[Span]:
    return [Span(_minutes(begin), _minutes(end)) for begin, end in minutes]


DETAILS = st.builds(
    event_details,
    rounds=st.integers(1, 20),
    table_count=st.integers(1, 50),
    seats_per_table=st.integers(2, 100),
    pr_minutes=st.integers(1, 120).map(lambda halves: halves / 2),
    question_minutes=st.integers(0, 120).map(lambda halves: halves / 2),
    change_minutes=st.integers(0, 60),
    opening_minutes=st.integers(0, 240),
    closing_minutes=st.integers(0, 240),
)


def test_everyone_at_a_table_has_a_turn_in_each_round() -> None:
    assert ORDINARY.turn_minutes(1) == 5
    assert round_spans(ORDINARY, starts_at=START)[0] == Span(_minutes(10), _minutes(10 + 6 * 5))


def test_people_change_seats_between_rounds_only() -> None:
    assert ORDINARY.total_minutes == 10 + 3 * 30 + 2 * 5 + 15


def test_rounds_begin_after_the_opening_and_wait_for_the_changes() -> None:
    assert round_spans(ORDINARY, starts_at=START) == _spans((10, 40), (45, 75), (80, 110))


def test_a_round_may_have_minutes_of_its_own() -> None:
    assert [UNEVEN.turn_minutes(number) for number in (1, 2)] == [5, 1]
    assert round_spans(UNEVEN, starts_at=START) == _spans((0, 30), (34, 40))
    assert UNEVEN.total_minutes == 40


def test_a_round_that_the_programme_does_not_have_is_like_the_last() -> None:
    assert UNEVEN.turn_minutes(7) == 1


def test_more_rounds_than_planned_go_on_as_the_last_ones_did() -> None:
    spans = _spans((10, 40), (45, 75))
    assert as_many_spans(spans, rounds=4) == _spans((10, 40), (45, 75), (80, 110), (115, 145))
    assert as_many_spans(spans[:1], rounds=2) == _spans((10, 40), (40, 70))


def test_fewer_rounds_than_planned_leave_the_last_ones_out() -> None:
    assert as_many_spans(_spans((10, 40), (45, 75)), rounds=1) == _spans((10, 40))


@pytest.mark.parametrize(("length", "spare"), [(125, 0), (150, 25), (124, -1), (60, -65)])
def test_the_rest_of_the_evening_is_to_spare(length: int, spare: int) -> None:
    assert minutes_to_spare(ORDINARY, starts_at=START, ends_at=_minutes(length)) == spare


def test_half_minutes_count() -> None:
    assert Agenda((AgendaPart(ItemKind.PRESENTATION, 1.5, 1),), 5).total_minutes == 7.5


@given(DETAILS)
def test_rounds_never_overlap_and_lie_within_the_programme(details: EventDetails) -> None:
    agenda = agenda_by(details)
    spans = round_spans(agenda, starts_at=START)
    assert len(spans) == agenda.rounds == details.rounds
    assert spans[0].starts_at == _minutes(details.opening_minutes)
    for before, after in pairwise(spans):
        assert before.starts_at < before.ends_at
        assert after.starts_at - before.ends_at == timedelta(minutes=details.change_minutes)
    assert spans[-1].ends_at == _minutes(agenda.total_minutes - details.closing_minutes)


@given(DETAILS)
def test_what_takes_as_long_as_the_evening_fits_exactly(details: EventDetails) -> None:
    agenda = agenda_by(details)
    ends_at = _minutes(agenda.total_minutes)
    assert minutes_to_spare(agenda, starts_at=START, ends_at=ends_at) == 0
