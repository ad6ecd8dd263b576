"""The plain values that badges, table sheets and PR-time sheets are laid out from."""

from dataclasses import dataclass
from enum import StrEnum


class Ribbon(StrEnum):
    """What the ribbon of a badge says: the wearer's role at the event, or that they are new."""

    SPEAKER = "speaker"
    STAFF = "staff"
    LEADER = "leader"
    VISITOR = "visitor"
    FIRST_TIME = "first-time"


@dataclass(frozen=True, slots=True)
class SeatStop:
    """Where a badge's wearer sits in one round, and with whom: a line of the seat card."""

    round: int
    table: str
    starts_at: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Badge:
    """One attendee's badge.

    `url` goes into the QR code: written in upper case it needs fewer modules.
    `route` names the wearer's table in each round, in order; `stops` say the same at length,
    for the seat card on the back. `tags` are what the wearer likes to talk about.
    """

    name: str
    url: str
    name_kana: str = ""
    company: str = ""
    title: str = ""
    industry: str = ""
    event: str = ""
    route: tuple[str, ...] = ()
    ribbon: Ribbon | None = None
    tags: tuple[str, ...] = ()
    stops: tuple[SeatStop, ...] = ()


@dataclass(frozen=True, slots=True)
class SeatLine:
    """Somebody who sits at a table: a line of its sheet. The industry is a word, not a code."""

    name: str
    name_kana: str = ""
    company: str = ""
    title: str = ""
    industry: str = ""
    leader: bool = False


@dataclass(frozen=True, slots=True)
class TableSheet:
    """Who sits at one table in one round; times are printed as they come ("18:30")."""

    event: str
    round: int
    table: str
    starts_at: str
    ends_at: str
    seats: tuple[SeatLine, ...]


@dataclass(frozen=True, slots=True)
class TurnLine:
    """One person's PR time: a line of a schedule. It ends with questions, if there are any.

    `questions_at` is when they begin, or empty.
    """

    starts_at: str
    ends_at: str
    questions_at: str
    name: str
    company: str = ""


@dataclass(frozen=True, slots=True)
class PrTimeTable:
    """The order of speaking at one table in one round."""

    event: str
    round: int
    table: str
    round_starts_at: str
    round_ends_at: str
    turns: tuple[TurnLine, ...]
