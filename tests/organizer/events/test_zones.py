"""Wall clocks and the moments they name."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.events.zones import is_skipped, moment_of, time_zones

NEW_YORK = "America/New_York"
SPRING, AUTUMN = date(2026, 3, 8), date(2026, 11, 1)
DAYS = st.dates(date(2000, 1, 1), date(2199, 12, 31))
CLOCKS = st.builds(time, st.integers(0, 23), st.integers(0, 59))
ZONES = st.sampled_from(time_zones())


def test_japan_is_nine_hours_ahead() -> None:
    moment = moment_of(date(2026, 10, 8), time(18, 30), zone="Asia/Tokyo")
    assert moment == datetime(2026, 10, 8, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wall", "skipped"),
    [(time(1, 59), False), (time(2, 0), True), (time(2, 59), True), (time(3, 0), False)],
)
def test_clocks_put_forward_never_show_the_hour_between(wall: time, skipped: bool) -> None:
    assert is_skipped(SPRING, wall, zone=NEW_YORK) is skipped


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    moment = moment_of(AUTUMN, time(1, 30), zone=NEW_YORK)
    assert moment == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert not is_skipped(AUTUMN, time(1, 30), zone=NEW_YORK)


@given(DAYS, CLOCKS, ZONES)
def test_what_is_not_skipped_is_what_clocks_show(day: date, wall: time, zone: str) -> None:
    if not is_skipped(day, wall, zone=zone):
        shown = moment_of(day, wall, zone=zone).astimezone(ZoneInfo(zone))
        assert (shown.date(), shown.time()) == (day, wall)


@given(DAYS, CLOCKS, CLOCKS, ZONES)
def test_on_one_day_a_later_clock_is_a_later_moment(
    day: date, one: time, other: time, zone: str
) -> None:
    earlier, later = sorted((one, other))
    shown = not (is_skipped(day, earlier, zone=zone) or is_skipped(day, later, zone=zone))
    if shown and earlier < later:
        assert moment_of(day, earlier, zone=zone) < moment_of(day, later, zone=zone)


def test_the_places_offered_are_places() -> None:
    assert "Asia/Tokyo" in time_zones()
    assert "UTC" in time_zones()
    assert not {"localtime", "Factory", "Etc/GMT+9", "Japan"} & set(time_zones())
