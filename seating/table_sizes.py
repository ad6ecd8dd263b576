"""How many people sit at each table of a round: as evenly as seats and rules allow."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from seating.values import Statement


@dataclass(frozen=True, slots=True)
class Fill:
    """The sizes of the tables in one round.

    `sizes` are seats to use; `spare` of the tables in `flexible` stay one short of their size,
    whichever the search prefers. Locks and groups that sit together may make a table larger.
    `closed`, if given, are seats at each table that are among its size but nobody may take.
    """

    sizes: tuple[int, ...]
    flexible: tuple[int, ...]
    spare: int
    closed: tuple[int, ...] = ()

    @property
    def used(self) -> list[int]:
        """How many people sit at each table, if the first flexible ones stay short."""
        short = set(self.flexible[: self.spare])
        return [size - (t in short) for t, size in enumerate(self.open)]

    @property
    def open(self) -> list[int]:
        """How many seats may be taken at each table."""
        closed = self.closed or (0,) * len(self.sizes)
        return [size - shut for size, shut in zip(self.sizes, closed, strict=True)]


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
    least = _locked_sizes(problem, number, people)
    _make_room(problem, number, people, least)
    return _spread(len(people), least, [table.seats for table in problem.tables])


def forced_unevenness(problem: Statement, number: int) -> int:
    """Return how uneven the tables of an open round must be because of locks."""
    people = present(problem, number)
    least = _locked_sizes(problem, number, people)
    seats = [table.seats for table in problem.tables]
    return unevenness(problem, _spread(len(people), least, seats).used)


def _spread(people: int, least: Sequence[int], seats: Sequence[int]) -> Fill:
    level = 0
    while _total(level + 1, least, seats) <= people and level < max(seats):
        level += 1
    sizes = _at(level, least, seats)
    flexible = [t for t, more in enumerate(_at(level + 1, least, seats)) if more > sizes[t]]
    extra = people - sum(sizes)
    if level == 0 or extra == 0:  # a choice among tables is worth something only between sizes
        for table in flexible[: max(extra, 0)]:
            sizes[table] += 1
        return Fill(sizes=tuple(sizes), flexible=(), spare=0)
    # No other table may be short: each has a seat more that is closed, and two cannot be empty.
    closed = tuple(int(t not in flexible) for t in range(len(sizes)))
    return Fill(
        sizes=tuple(size + 1 for size in sizes),
        flexible=tuple(flexible),
        spare=len(flexible) - extra,
        closed=closed if any(closed) else (),
    )


def _at(level: int, least: Sequence[int], seats: Sequence[int]) -> list[int]:
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
    """Raise what some tables hold at least, for groups larger than even filling would seat."""
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


def even(count: int, sizes: Sequence[int]) -> list[int]:
    """Spread `count` people over tables of these sizes as evenly as they allow."""
    level, rest = 0, count
    open_sizes = sorted(sizes)
    spread = []
    for i, size in enumerate(open_sizes):
        left = len(open_sizes) - i
        level = min(size, rest // left)
        spread.append(level)
        rest -= level
    return spread


def pairs_at(sizes: Iterable[int]) -> int:
    """Return how many pairs share a table where so many people sit at each."""
    return sum(n * (n - 1) // 2 for n in sizes)


@lru_cache(maxsize=10_000)
def least_pairs(count: int, sizes: tuple[int, ...]) -> int:
    """Return how many pairs of a set of people share a table at least."""
    return pairs_at(even(count, sizes))


def unevenness(problem: Statement, sizes: Collection[int]) -> int:
    """Return how many more pairs share a table than if people sat as evenly as seats allow."""
    seats = [table.seats for table in problem.tables]
    return max(0, pairs_at(sizes) - least_pairs(sum(sizes), tuple(seats)))
