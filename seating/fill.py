"""How many people sit at each table of a round when there are more seats than people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from seating.values import Statement


@dataclass(frozen=True, slots=True)
class Fill:
    """The sizes of the tables in one round.

    `sizes` are seats to use; `spare` of the tables in `flexible` stay one short of their size,
    whichever the search prefers. Locks and groups that sit together may make a table larger.
    """

    sizes: tuple[int, ...]
    flexible: tuple[int, ...]
    spare: int


def present(problem: Statement, number: int) -> list[str]:
    """Return the ids of the people who take a seat in an open round, in problem order."""
    away = {absence.person for absence in problem.absent if absence.round == number}
    return [person.id for person in problem.people if person.id not in away]


def groups(problem: Statement, people: Iterable[str]) -> list[list[str]]:
    """Return those of these people who must sit together, as groups of two or more."""
    here = set(people)
    neighbours = defaultdict(set)
    for a, b in problem.together:
        if a in here and b in here:
            neighbours[a].add(b)
            neighbours[b].add(a)
    index = {person.id: i for i, person in enumerate(problem.people)}
    found, seen = [], set()
    for start in sorted(neighbours, key=index.__getitem__):
        if start in seen:
            continue
        group, queue = [], [start]
        seen.add(start)
        while queue:
            group.append(queue.pop())
            near = sorted(neighbours[group[-1]] - seen, key=index.__getitem__)
            queue += near
            seen.update(near)
        found.append(group)
    return found


def fill(problem: Statement, number: int) -> Fill:
    """Spread the people of an open round over the tables as evenly as seats and rules allow."""
    people = present(problem, number)
    seats = [table.seats for table in problem.tables]
    least = _least_sizes(problem, number, people)
    level = 0
    while _total(level + 1, least, seats) <= len(people) and level < max(seats):
        level += 1
    sizes = _at(level, least, seats)
    flexible = [t for t, more in enumerate(_at(level + 1, least, seats)) if more > sizes[t]]
    extra = len(people) - sum(sizes)
    if level == 0 or extra == 0:  # a choice among tables is worth something only between sizes
        for table in flexible[: max(extra, 0)]:
            sizes[table] += 1
        return Fill(sizes=tuple(sizes), flexible=(), spare=0)
    for table in flexible:
        sizes[table] += 1
    return Fill(sizes=tuple(sizes), flexible=tuple(flexible), spare=len(flexible) - extra)


def _at(level: int, least: Sequence[int], seats: Sequence[int]) -> list[int]:
    return [min(max(level, low), high) for low, high in zip(least, seats, strict=True)]


def _total(level: int, least: Sequence[int], seats: Sequence[int]) -> int:
    return sum(_at(level, least, seats))


def _least_sizes(problem: Statement, number: int, people: list[str]) -> list[int]:
    """Return what locks and groups need at each table, so that even filling leaves room."""
    index = {table.id: t for t, table in enumerate(problem.tables)}
    lock = {item.person: index[item.table] for item in problem.locked if item.round == number}
    locked = Counter(lock.values())
    least = [locked[t] for t in range(len(problem.tables))]
    loose = []
    for group in sorted(groups(problem, people), key=len, reverse=True):
        held = {lock[person] for person in group if person in lock}
        if held:
            least[held.pop()] += sum(person not in lock for person in group)
        else:
            loose.append(len(group))
    spread = len(people) // len(problem.tables)
    order = sorted(index.values(), key=lambda t: (least[t], -problem.tables[t].seats))
    for size, t in zip([size for size in loose if size > spread], order, strict=False):
        least[t] = max(least[t], size)
    return least
