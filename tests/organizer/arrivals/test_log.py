"""The fold over the door's log."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from organizer.arrivals.log import (
    BELIEVABLE_DELAY,
    Arrival,
    LogEntry,
    believable_time,
    fold,
    standing,
)

EVENING = datetime(2026, 10, 8, 9, 30, tzinfo=UTC)


def arrive(scan_id: str, registration_id: int = 1, *, minute: int = 0) -> LogEntry:
    return LogEntry(scan_id, registration_id, EVENING + timedelta(minutes=minute))


def undo(
    scan_id: str, undoes: str, registration_id: int | None = 1, *, minute: int = 0
) -> LogEntry:
    return LogEntry(scan_id, registration_id, EVENING + timedelta(minutes=minute), undoes)


def test_the_earliest_scan_counts_even_if_it_is_uploaded_last() -> None:
    log = [arrive("b", minute=5), arrive("a", minute=3)]
    assert fold(log) == {1: Arrival(EVENING + timedelta(minutes=3), "a")}


def test_scans_of_the_same_moment_are_told_apart_by_their_ids() -> None:
    assert fold([arrive("b"), arrive("a")])[1].scan_id == "a"


def test_an_undone_scan_does_not_count() -> None:
    assert fold([arrive("a"), undo("u", "a")]) == {}


def test_an_undo_that_comes_before_its_scan_still_works() -> None:
    assert fold([undo("u", "a"), arrive("a")]) == {}
    assert fold([undo("u", "a", registration_id=None), arrive("a")]) == {}


def test_somebody_who_was_undone_can_arrive_again() -> None:
    log = [arrive("a"), undo("u", "a", minute=1), arrive("b", minute=2)]
    assert fold(log)[1].scan_id == "b"


def test_undoing_one_person_leaves_the_others_in() -> None:
    log = [arrive("a", 1), arrive("b", 2), undo("u", "a", 1)]
    assert list(fold(log)) == [2]


ids = st.sampled_from("abcdefgh")
logs = st.dictionaries(
    ids,
    st.tuples(st.none() | st.integers(1, 3), st.integers(0, 4), st.none() | ids),
).map(
    lambda rows: [
        LogEntry(i, person, EVENING + timedelta(minutes=minute), undoes)
        for i, (person, minute, undoes) in rows.items()
    ]
)


@given(logs, st.data())
def test_order_and_repetition_change_nothing(log: list[LogEntry], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(log))) if log else []
    shuffled = data.draw(st.permutations(log + again))
    assert fold(shuffled) == fold(log)
    assert standing(shuffled) == standing(log)


def test_a_device_whose_clock_is_a_little_slow_is_believed() -> None:
    for claimed in (EVENING - timedelta(minutes=4), EVENING - BELIEVABLE_DELAY):
        assert believable_time(claimed, now=EVENING) == claimed


def test_a_time_to_come_or_of_another_day_is_replaced_by_the_servers() -> None:
    for wrong in (timedelta(seconds=1), timedelta(days=-1)):
        assert believable_time(EVENING + wrong, now=EVENING) == EVENING
    assert believable_time(datetime.min.replace(tzinfo=UTC), now=EVENING) == EVENING
    assert believable_time(None, now=EVENING) == EVENING
