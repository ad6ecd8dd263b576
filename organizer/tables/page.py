"""The part of a table plan that its page shows at a time: some tables of one round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from organizer.tables.marks import Marks, marks_of
from organizer.tables.mix import Segment, colours_of, segments_of
from organizer.tables.models import TablePlan
from organizer.tables.plans import count_occupied, meetings_before, tables_of
from organizer.tables.rounds import TableSeating

TABLES_AT_A_TIME = 30


@dataclass(frozen=True, slots=True)
class PlanPart:
    """Some tables of one round, with what is to be known about them."""

    round: int
    number: int
    """Which part of the round it is, from 1."""
    occupied: int
    """How many tables of the round are occupied."""
    names: Sequence[tuple[str, str]]
    """The first and the last table of each part of the round."""
    tables: Sequence[TableSeating]
    marks: Mapping[int, Marks]
    """By registration id."""
    colours: Mapping[str, int]
    mixes: Sequence[Sequence[Segment]]
    """The industries at each of the tables."""


def part_with(table_number: int) -> int:
    """Return the part in which a table is shown."""
    return (table_number - 1) // TABLES_AT_A_TIME + 1


def read_part(plan: TablePlan, round_number: int, number: int) -> PlanPart:
    """Return a part of a round; the first one if there is no such part."""
    occupied = count_occupied(plan, round_number)
    names = _names(plan, occupied)
    number = number if 1 <= number <= len(names) else 1
    last = number * TABLES_AT_A_TIME
    first = last - TABLES_AT_A_TIME + 1
    tables = tables_of(plan, round_number, first=first, last=last)
    met = meetings_before(plan, round_number, first=first, last=last)
    colours = colours_of(plan.industries)
    return PlanPart(
        round=round_number,
        number=number,
        occupied=occupied,
        names=names,
        tables=tables,
        marks=marks_of(tables, met),
        colours=colours,
        mixes=[segments_of(table, colours) for table in tables],
    )


def _names(plan: TablePlan, occupied: int) -> Sequence[tuple[str, str]]:
    names = [table["name"] for table in plan.tables[:occupied]]
    parts = [names[i : i + TABLES_AT_A_TIME] for i in range(0, occupied, TABLES_AT_A_TIME)]
    return [(part[0], part[-1]) for part in parts]
