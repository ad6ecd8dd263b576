"""The values that a table plan is read as: rounds, their tables, and the people in seat order."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from organizer.people.keys import search_words
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
    """Return the routes of people who are found by a search, as in the list of attendees.

    Those whose name, furigana or company begins with the first word come first.
    """
    words = search_words(query)
    if not words:
        return []
    found = [
        route
        for route in routes_of(rounds)
        if all(word in route.registration.search_key for word in words)
    ]
    return sorted(found, key=lambda route: not _begins_with(route.registration, words[0]))


def _begins_with(person: Registration, word: str) -> bool:
    return any(text.startswith(word) for text in person.search_key.splitlines())
