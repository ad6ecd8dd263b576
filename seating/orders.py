"""Order people's turns to speak: at each table in each round, or before the whole room."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations, pairwise

from seating.problem import Problem
from seating.values import Participant, Plan

PASSES = 20
"""How often all tables are improved at most; most plans need three."""

FIRST_OR_LAST = 10
"""Cost of a person who speaks first or last again."""

NEIGHBOURS = 3
"""Cost of two neighbours of one industry."""


@dataclass(frozen=True, slots=True)
class Orders:
    """A plan whose tables list people in the order of their turns, and figures of these orders.

    most_first, most_last: how often the same person speaks first, or last, at most (tables of one
    are not counted). back_to_back: neighbours of one industry; least_back_to_back: the fewest that
    any order of these tables has.
    """

    plan: Plan
    most_first: int
    most_last: int
    back_to_back: int
    least_back_to_back: int


@dataclass(frozen=True, slots=True)
class RoomOrder:
    """One order for everybody, its neighbours of one industry, and the fewest of any order."""

    people: tuple[str, ...]
    back_to_back: int
    least_back_to_back: int


def order_turns(problem: Problem, plan: Plan) -> Orders:
    """Order each table's turns: nobody always first or last, industries not back to back.

    Rounds already played keep their orders. First and last speakers are matched to tables so that
    nobody is either more often than necessary; then people of a table exchange turns while that
    helps. The same plan always gets the same orders.
    """
    industry = _industries(problem.people)
    rounds = [{t: list(people) for t, people in seated.items()} for seated in plan.rounds]
    free = [sitting for seated in rounds[len(problem.played) :] for sitting in seated.values()]
    ends = _Ends(rounds[: len(problem.played)])
    _choose_ends(free, ends)
    for _pass in range(PASSES):
        improved = [_improve(sitting, industry, ends) for sitting in free]
        if not any(improved):
            break
    orders = [sitting for seated in rounds for sitting in seated.values()]
    return Orders(
        plan=Plan(tuple({t: tuple(people) for t, people in seated.items()} for seated in rounds)),
        most_first=max(ends.first.values(), default=0),
        most_last=max(ends.last.values(), default=0),
        back_to_back=sum(back_to_back(people, industry) for people in orders),
        least_back_to_back=sum(least_back_to_back(people, industry) for people in orders),
    )


def order_room(people: Sequence[Participant]) -> RoomOrder:
    """Order everybody so that as few neighbours as possible are of one industry.

    Somebody of the largest industry left speaks next, unless it has just spoken. Within an
    industry, and where industries are equally large, people keep their order.
    """
    industry = _industries(people)
    queues: dict[tuple[bool, str], deque[str]] = defaultdict(deque)
    for person in people:
        queues[_group(person.id, industry)].append(person.id)
    waiting = [(-len(queue), number, queue) for number, queue in enumerate(queues.values())]
    heapify(waiting)
    ids: list[str] = []
    spoke: list[tuple[int, int, deque[str]]] = []  # none or one: who spoke last waits a turn
    while waiting or spoke:
        _, number, queue = heappop(waiting) if waiting else spoke.pop()
        ids.append(queue.popleft())
        while spoke:
            heappush(waiting, spoke.pop())
        if queue:
            spoke.append((-len(queue), number, queue))
    return RoomOrder(
        people=tuple(ids),
        back_to_back=back_to_back(ids, industry),
        least_back_to_back=least_back_to_back(ids, industry),
    )


def back_to_back(people: Sequence[str], industry: Mapping[str, str]) -> int:
    """Count neighbours of one industry."""
    return sum(_group(a, industry) == _group(b, industry) for a, b in pairwise(people))


def least_back_to_back(people: Sequence[str], industry: Mapping[str, str]) -> int:
    """Return the fewest neighbours of one industry that any order of these people has."""
    largest = max(Counter(_group(p, industry) for p in people).values(), default=0)
    return max(0, largest - (len(people) - largest) - 1)


def _industries(people: Iterable[Participant]) -> dict[str, str]:
    return {person.id: person.industry for person in people if person.industry}


def _group(person: str, industry: Mapping[str, str]) -> tuple[bool, str]:
    """Return a person's industry, or the person alone where none is known."""
    return (True, industry[person]) if person in industry else (False, person)


class _Ends:
    """How often each person speaks first and last."""

    def __init__(self, rounds: Sequence[Mapping[str, Sequence[str]]]) -> None:
        self.first: Counter[str] = Counter()
        self.last: Counter[str] = Counter()
        for seated in rounds:
            for sitting in seated.values():
                self.count(sitting, 1)

    def count(self, order: Sequence[str], by: int) -> None:
        if len(order) > 1:
            self.first[order[0]] += by
            self.last[order[-1]] += by

    def cost(self, order: Sequence[str]) -> int:
        """Return the cost of a table's first and last speaker, given those of other tables."""
        first, last = order[0], order[-1]
        again = 2 * self.first[first] + 2 * self.last[last]
        return again + self.last[first] + self.first[last]


def _choose_ends(tables: list[list[str]], ends: _Ends) -> None:
    """Put people first and last so that nobody is either more often than necessary."""
    tables = [order for order in tables if len(order) > 1]
    for order, first in zip(tables, _matched(tables, ends.first), strict=True):
        order.remove(first)
        order.insert(0, first)
    rest = [order[1:] for order in tables]
    for order, last in zip(tables, _matched(rest, ends.last), strict=True):
        order.remove(last)
        order.append(last)
    for order in tables:
        ends.count(order, 1)


def _matched(tables: Sequence[Sequence[str]], before: Mapping[str, int]) -> list[str]:
    """Choose one person of each table, nobody more often than necessary.

    `before` says how often each was chosen already. Augmenting paths (Kuhn 1955).
    """
    matching = _Matching(tables, before)
    for table in range(len(tables)):
        while not matching.add(table):
            matching.most += 1
    return [matching.chosen[table] for table in range(len(tables))]


class _Matching:
    """The person chosen for each table, nobody more than `most` times."""

    def __init__(self, tables: Sequence[Sequence[str]], before: Mapping[str, int]) -> None:
        self.tables, self.before, self.most = tables, before, 0
        self.chosen: dict[int, str] = {}
        self.holds: dict[str, list[int]] = defaultdict(list)

    def add(self, table: int) -> bool:
        """Choose a person for a table, if necessary by choosing others for earlier tables."""
        asked_for: dict[str, int] = {}
        queue = [table]
        for asking in queue:  # grows while it is read: breadth first
            for person in self.tables[asking]:
                if person in asked_for:
                    continue
                asked_for[person] = asking
                if len(self.holds[person]) + self.before.get(person, 0) < self.most:
                    self._pass_on(person, asked_for)
                    return True
                queue += self.holds[person]
        return False

    def _pass_on(self, person: str, asked_for: Mapping[str, int]) -> None:
        """Give each table on the path the person it asked for, back to the table without one."""
        freed: str | None = person
        while freed is not None:
            table = asked_for[freed]
            before = self.chosen.get(table)
            self.chosen[table] = freed
            self.holds[freed].append(table)
            if before is not None:
                self.holds[before].remove(table)
            freed = before


def _improve(order: list[str], industry: Mapping[str, str], ends: _Ends) -> bool:
    """Exchange two people of a table again and again while that helps; say whether it did."""
    if len(order) < 2:
        return False
    ends.count(order, -1)
    best, improved = _cost(order, industry, ends), False
    better = True
    while better:
        better = False
        for x, y in combinations(range(len(order)), 2):
            order[x], order[y] = order[y], order[x]
            cost = _cost(order, industry, ends)
            if cost < best:
                best, better, improved = cost, True, True
            else:
                order[x], order[y] = order[y], order[x]
    ends.count(order, 1)
    return improved


def _cost(order: Sequence[str], industry: Mapping[str, str], ends: _Ends) -> int:
    alike = back_to_back(order, industry)
    return FIRST_OR_LAST * ends.cost(order) + NEIGHBOURS * alike
