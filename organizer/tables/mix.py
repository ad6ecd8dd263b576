"""How industries mix at a table, as a bar: one mark per person, equal industries side by side."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from organizer.registration.models import Registration
from organizer.tables.rounds import RoundSeating, TableSeating

COLOURS = 8
"""So many industries, the most frequent ones, have a colour of their own."""
OTHER = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """The people of one industry at a table."""

    industry: str
    colour: int
    count: int


def colours_of(rounds: Sequence[RoundSeating]) -> Mapping[str, int]:
    """Return a colour, from 1, for each of the most frequent industries of a plan."""
    counts = Counter(r.industry for r in _people(rounds) if r.industry)
    ranked = sorted(counts, key=lambda industry: (-counts[industry], industry))
    return {industry: colour for colour, industry in enumerate(ranked[:COLOURS], start=1)}


def segments_of(table: TableSeating, colours: Mapping[str, int]) -> Sequence[Segment]:
    """Return the industries at a table, those of several people first."""
    counts = Counter(r.industry for r in table.registrations if r.industry)
    ranked = sorted(counts, key=lambda industry: (-counts[industry], industry))
    return [Segment(i, colours.get(i, OTHER), counts[i]) for i in ranked]


def crowded_industry(rounds: Sequence[RoundSeating]) -> tuple[str, int] | None:
    """Return the largest industry with more people than there are tables, and how many they are.

    People of such an industry must share tables, whatever the plan.
    """
    tables = max((len(r.tables) for r in rounds), default=0)
    counts = Counter(r.industry for r in _people(rounds) if r.industry)
    return next(((i, n) for i, n in counts.most_common(1) if n > tables), None)


def _people(rounds: Sequence[RoundSeating]) -> Sequence[Registration]:
    return [r for table in rounds[0].tables for r in table.registrations] if rounds else []
