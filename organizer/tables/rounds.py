"""The values that a table plan is read as: rounds, their tables, and the people in seat order."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from organizer.people.kana import search_key
from organizer.registration.models import Registration


@dataclass(frozen=True, slots=True)
class TableSeating:
    """Who sits at a table in one round, in the order of their PR turns."""

    name: str
    registrations: tuple[Registration, ...]


@dataclass(frozen=True, slots=True)
class RoundSeating:
    """One round (from 1) and its occupied tables, in the event's order."""

    number: int
    tables: tuple[TableSeating, ...]


def fullest_table(rounds: Sequence[RoundSeating]) -> int:
    """Return how many people sit at the fullest table of all rounds; 0 without any."""
    return max((len(t.registrations) for r in rounds for t in r.tables), default=0)


@dataclass(frozen=True, slots=True)
class Route:
    """Where one person sits from round to round."""

    registration: Registration
    stops: tuple[tuple[int, str], ...]
    """The number of each round in which they have a seat, and the name of the table."""


def routes_of(rounds: Sequence[RoundSeating]) -> Sequence[Route]:
    """Return everybody's route, in the order in which they sit in their first round."""
    people: dict[int, Registration] = {}
    stops: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for seated in rounds:
        for table in seated.tables:
            for person in table.registrations:
                people[person.id] = person
                stops[person.id].append((seated.number, table.name))
    return [Route(person, tuple(stops[person.id])) for person in people.values()]


def find_routes(rounds: Sequence[RoundSeating], query: str) -> Sequence[Route]:
    """Return the routes of people whose name, furigana or company contains the query.

    Those whose name or company begins with it come first.
    """
    wanted = search_key(query)
    if not wanted:
        return []
    found = [r for r in routes_of(rounds) if any(wanted in key for key in _search_keys(r))]
    return sorted(found, key=lambda r: not any(k.startswith(wanted) for k in _search_keys(r)))


def _search_keys(route: Route) -> tuple[str, ...]:
    person = route.registration
    return tuple(search_key(text) for text in (person.name, person.name_kana, person.company))
