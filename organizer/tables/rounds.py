"""The values that a table plan is read as: rounds, their tables, and the people in seat order."""

from dataclasses import dataclass

from organizer.registration.models import Registration


@dataclass(frozen=True, slots=True)
class TableSeating:
    """Who sits at a table in one round, in the order of their PR turns."""

    number: int
    """Where it comes in the plan's list of tables, from 1."""
    name: str
    registrations: tuple[Registration, ...]


@dataclass(frozen=True, slots=True)
class RoundSeating:
    """One round (from 1) and its occupied tables, in the event's order."""

    number: int
    tables: tuple[TableSeating, ...]


@dataclass(frozen=True, slots=True)
class RouteStop:
    """The table of one person in one round."""

    round: int
    table_number: int
    table_name: str


@dataclass(frozen=True, slots=True)
class Route:
    """Where one person sits from round to round."""

    registration: Registration
    stops: tuple[RouteStop, ...]
