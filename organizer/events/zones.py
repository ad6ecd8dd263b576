"""Time zones, and the moments at which the clocks of a zone show a time."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo, available_timezones


@cache
def time_zones() -> Sequence[str]:
    """Return the names of the places that clocks are set by, such as Asia/Tokyo; and UTC."""
    places = {name for name in available_timezones() if "/" in name}
    return sorted({name for name in places if not name.startswith("Etc/")} | {"UTC"})


def moment_of(day: date, wall: time, *, zone: str) -> datetime:
    """Return the moment, in UTC, at which clocks show this; the first where they show it twice."""
    return datetime.combine(day, wall, ZoneInfo(zone)).astimezone(UTC)


def is_skipped(day: date, wall: time, *, zone: str) -> bool:
    """Whether clocks skip this time on that day, because they are put forward over it."""
    shown = moment_of(day, wall, zone=zone).astimezone(ZoneInfo(zone))
    return shown.replace(tzinfo=None) != datetime.combine(day, wall)
