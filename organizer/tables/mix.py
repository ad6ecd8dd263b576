"""How industries mix at a table, as a bar: one mark per person, equal industries side by side."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from organizer.tables.rounds import TableSeating

COLOURS = 8
"""So many industries, the most frequent ones, have a colour of their own."""
OTHER = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """The people of one industry at a table."""

    industry: str
    colour: int
    count: int


def colours_of(industries: Mapping[str, int]) -> Mapping[str, int]:
    """Return a colour, from 1, for each of the most frequent industries of a plan."""
    return {i: colour for colour, i in enumerate(_ranked(industries)[:COLOURS], start=1)}


def segments_of(table: TableSeating, colours: Mapping[str, int]) -> Sequence[Segment]:
    """Return the industries at a table, those of several people first."""
    counts = Counter(r.industry for r in table.registrations if r.industry)
    return [Segment(i, colours.get(i, OTHER), counts[i]) for i in _ranked(counts)]


def crowded_industry(industries: Mapping[str, int], *, tables: int) -> tuple[str, int] | None:
    """Return the largest industry if it has more people than there are tables, and how many.

    People of such an industry must share tables, whatever the plan.
    """
    largest = next(iter(_ranked(industries)), "")
    people = industries.get(largest, 0)
    return (largest, people) if people > tables else None


def _ranked(counts: Mapping[str, int]) -> Sequence[str]:
    return sorted(counts, key=lambda industry: (-counts[industry], industry))
