"""How an attendee's texts, and times of day, are written on paper."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from organizer.registration.details import SPELT_FIELDS
from organizer.registration.models import Registration


def name_of(attendee: Registration) -> str:
    """Return how an attendee's name is printed: as it is, unless another spelling was chosen."""
    return attendee.print_name or attendee.name


def company_of(attendee: Registration) -> str:
    """Return how an attendee's company is printed."""
    return attendee.print_company or attendee.company


def title_of(attendee: Registration) -> str:
    """Return how an attendee's title is printed."""
    return attendee.print_title or attendee.title


SPELT: Mapping[str, Callable[[Registration], str]] = dict(
    zip(SPELT_FIELDS, (name_of, company_of, title_of), strict=True)
)
"""How each field is printed that can have another spelling for print."""


@lru_cache(maxsize=1024)  # thousands of people share a few moments
def time_of_day(moment: datetime, timezone: str) -> str:
    """Return the time of day at the event's place; seconds only where a turn needs them."""
    local = moment.astimezone(ZoneInfo(timezone))
    return local.strftime("%H:%M:%S" if local.second else "%H:%M")


def numbered(characters: tuple[str, ...]) -> Mapping[str, str]:
    """Return characters that the typeface lacks, each with its number (U+9AD9).

    A screen may not show them either.
    """
    return {character: f"U+{ord(character):04X}" for character in characters}
