"""How many people sit at each table of a round: as evenly as seats and rules allow."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from seating.values import Statement


@dataclass(frozen=True, slots=True)
class TableSizes:
    """The seats that the search fills at each table in one round, empty ones included.

    `empty` seats stay empty, at most one at each of the `flexible` tables; the search chooses
    which. `closed`, if given, says how many of each table's seats nobody may take.
    """

    seats: tuple[int, ...]
    flexible: tuple[int, ...]
    empty: int
    closed: tuple[int, ...] = ()

    @property
    def open(self) -> list[int]:
        """How many seats may be taken at each table."""
        closed = self.closed or (0,) * len(self.seats)
        return [seats - shut for seats, shut in zip(self.seats, closed, strict=True)]

    @property
    def people(self) -> list[int]:
        """How many people sit at each table, if the first flexible ones have the empty seats."""
        short = set(self.flexible[: self.empty])
        return [seats - (t in short) for t, seats in enumerate(self.open)]


def present(problem: Statement, number: int) -> list[str]:
    """Return the ids of the people who take a seat in an open round, in problem order."""
    away = {absence.person for absence in problem.absent if absence.round == number}
    return [person.id for person in problem.people if person.id not in away]


def groups(problem: Statement, people: Iterable[str]) -> list[list[str]]:
    """Return the groups, of two or more, that must sit together among these people."""
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


def table_sizes(problem: Statement, number: int) -> TableSizes:
    """Spread the people of an open round over the tables as evenly as seats and rules allow.

    Locks and groups that sit together may make a table larger than others.
    """
    people = present(problem, number)
    least = _locked_sizes(problem, number, people)
    _make_room(problem, number, people, least)
    return _spread(len(people), least, [table.seats for table in problem.tables])


def forced_unevenness(problem: Statement, number: int) -> int:
    """Return how uneven the tables of an open round must be because of locks."""
    people = present(problem, number)
    least = _locked_sizes(problem, number, people)
    seats = [table.seats for table in problem.tables]
    return unevenness(problem, _spread(len(people), least, seats).people)


def _spread(people: int, least: Sequence[int], seats: Sequence[int]) -> TableSizes:
    level = 0
    while _total(level + 1, least, seats) <= people and level < max(seats):
        level += 1
    sizes = _at(level, least, seats)
    flexible = [t for t, more in enumerate(_at(level + 1, least, seats)) if more > sizes[t]]
    extra = people - sum(sizes)
    if level == 0 or extra == 0:  # it makes no difference which tables have one person more
        for table in flexible[: max(extra, 0)]:
            sizes[table] += 1
        return TableSizes(seats=tuple(sizes), flexible=(), empty=0)
    # The other tables get a closed seat: as two empty seats never share a table in the search,
    # no further one falls on them.
    closed = tuple(int(t not in flexible) for t in range(len(sizes)))
    return TableSizes(
        seats=tuple(size + 1 for size in sizes),
        flexible=tuple(flexible),
        empty=len(flexible) - extra,
        closed=closed if any(closed) else (),
    )


def _at(level: int, least: Sequence[int], seats: Sequence[int]) -> list[int]:
    """Return each table's people if all have `level`, but no fewer than `least`."""
    return [min(max(level, low), high) for low, high in zip(least, seats, strict=True)]


def _total(level: int, least: Sequence[int], seats: Sequence[int]) -> int:
    return sum(_at(level, least, seats))


def _locked_sizes(problem: Statement, number: int, people: list[str]) -> list[int]:
    """Return how many people are held at each table, by their own lock or that of their group."""
    lock = _locks(problem, number)
    locked = Counter(lock.values())
    for group in groups(problem, people):
        held = {lock[person] for person in group if person in lock}
        if held:
            locked[held.pop()] += sum(person not in lock for person in group)
    return [locked[table.id] for table in problem.tables]


def _make_room(problem: Statement, number: int, people: list[str], least: list[int]) -> None:
    """Raise the least size of some tables, for groups larger than an even share of people."""
    lock = _locks(problem, number)
    loose = [group for group in groups(problem, people) if not lock.keys() & set(group)]
    spread = len(people) // len(problem.tables)
    large = sorted((len(group) for group in loose if len(group) > spread), reverse=True)
    tables = range(len(least))
    order = sorted(tables, key=lambda t: (least[t], -problem.tables[t].seats))
    for size, t in zip(large, order, strict=False):
        least[t] = max(least[t], size)


def _locks(problem: Statement, number: int) -> dict[str, str]:
    return {item.person: item.table for item in problem.locked if item.round == number}


def even(count: int, seats: Sequence[int]) -> list[int]:
    """Spread `count` people over tables with so many seats as evenly as they allow."""
    rest, spread = count, []
    for i, most in enumerate(sorted(seats)):
        people = min(most, rest // (len(seats) - i))
        spread.append(people)
        rest -= people
    return spread


def pairs_at(people: Iterable[int]) -> int:
    """Return how many pairs share a table, given how many people sit at each."""
    return sum(n * (n - 1) // 2 for n in people)


@lru_cache(maxsize=10_000)
def least_pairs(count: int, seats: tuple[int, ...]) -> int:
    """Return how many pairs of so many people share a table at least."""
    return pairs_at(even(count, seats))


def unevenness(problem: Statement, people: Collection[int]) -> int:
    """Return how many more pairs share a table than if people sat as evenly as seats allow.

    `people` says how many sit at each table.
    """
    seats = tuple(table.seats for table in problem.tables)
    return max(0, pairs_at(people) - least_pairs(sum(people), seats))
