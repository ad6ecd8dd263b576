"""What no plan can do better than, and why.

Every bound holds for all plans that fill the tables evenly: it counts, it does not search.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from seating.fill import present
from seating.problem import Problem
from seating.score import score
from seating.values import Person, Plan


class Why(StrEnum):
    """Why a part of the score cannot be less; a program that translates looks at this."""

    PLAYED = "played"
    TOO_FEW_PAIRS = "too few pairs"
    TOO_FEW_STRANGERS = "too few strangers"
    EARLIER_TABLES = "earlier tables"
    INDUSTRY_AGAIN = "industry again"
    INDUSTRY_SPREAD = "industry spread"
    ALL_TRIED = "all tried"


_SENTENCES = {
    Why.PLAYED: "{least} repeats were played",
    Why.TOO_FEW_PAIRS: "at least {least} repeats: more meetings than pairs who have not met",
    Why.TOO_FEW_STRANGERS: (
        "at least {least} repeats: some people have too few others left to meet"
    ),
    Why.EARLIER_TABLES: (
        "at least {least} repeats: a table of {seats} drawn from {tables} earlier tables"
    ),
    Why.INDUSTRY_AGAIN: "at least {least} repeats: people of one industry must share tables again",
    Why.INDUSTRY_SPREAD: (
        "at least {least} same-industry pairs: each industry spread evenly over the tables"
    ),
    Why.ALL_TRIED: "a weight of at least {least}: all plans were tried",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One cause that nothing can be done about: its code and its numbers; str() is a sentence.

    `least` counts repeats, or same-industry pairs for INDUSTRY_SPREAD, or weight for ALL_TRIED.
    `seats` and `tables` belong to EARLIER_TABLES: so many people came from so many earlier tables.
    """

    why: Why
    least: int
    seats: int = 0
    tables: int = 0

    def __str__(self) -> str:
        return _SENTENCES[self.why].format(least=self.least, seats=self.seats, tables=self.tables)


@dataclass(frozen=True, slots=True)
class Bound:
    """The least that any plan must have of each part and in all, and why."""

    repeats: int
    same_industry: int
    weight: int
    causes: tuple[Reason, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """The causes as English sentences."""
        return tuple(map(str, self.causes))


@dataclass(frozen=True, slots=True)
class _Round:
    """An open round: who is present and the sizes of its tables, evenly filled."""

    people: frozenset[str]
    sizes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Past:
    """The pairs that have met before the open rounds, and those whose meetings never count."""

    met: frozenset[frozenset[str]]
    together: frozenset[frozenset[str]]


_ALIKE = ("industry", "company", "conflict_group")


def bound(problem: Problem) -> Bound:
    """Return a lower bound on each part of the score; fast enough for 5,000 people."""
    played = Plan(problem.played)
    done = score(problem, played)
    rounds = _rounds(problem)
    found = _repeat_bounds(_past(problem), rounds, _industries(problem))
    again = max(found, key=lambda item: item.least)
    inside = {key: sum(_spread(problem.people, rounds, key)) for key in _ALIKE}
    w = problem.weights
    weight = (
        w.repeat * (done.repeats + again.least)
        + w.further * done.further
        + w.same_industry * (done.same_industry + inside["industry"])
        + w.same_company * (done.same_company + inside["company"])
        + w.conflict * (done.conflicts + inside["conflict_group"])
        - w.want * _reachable_wants(problem, rounds)
    )
    causes = (
        Reason(Why.PLAYED, done.repeats),
        again,
        Reason(Why.INDUSTRY_SPREAD, inside["industry"]),
    )
    return Bound(
        repeats=done.repeats + again.least,
        same_industry=done.same_industry + inside["industry"],
        weight=weight,
        causes=tuple(cause for cause in causes if cause.least),
    )


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


def least_pairs(count: int, sizes: Sequence[int]) -> int:
    """Return how many pairs of a set of people share a table at least."""
    return sum(n * (n - 1) // 2 for n in even(count, sizes))


def _rounds(problem: Problem) -> list[_Round]:
    seats = [table.seats for table in problem.tables]
    rounds = []
    for number in range(len(problem.played) + 1, problem.rounds + 1):
        people = frozenset(present(problem, number))
        rounds.append(_Round(people=people, sizes=tuple(even(len(people), seats))))
    return rounds


def _past(problem: Problem) -> _Past:
    met = {frozenset(pair) for pair in problem.met}
    for seated in problem.played:
        for sitting in seated.values():
            met.update(frozenset(pair) for pair in combinations(sitting, 2))
    together = frozenset(frozenset(pair) for pair in problem.together)
    return _Past(met=frozenset(met) - together, together=together)


def _industries(problem: Problem) -> list[frozenset[str]]:
    members = defaultdict(set)
    for person in problem.people:
        if person.industry:
            members[person.industry].add(person.id)
    return [frozenset(people) for people in members.values() if len(people) > 1]


def _spread(people: tuple[Person, ...], rounds: list[_Round], key: str) -> list[int]:
    """Return the least number of pairs at tables whose keys are equal, for each round."""
    totals = []
    for item in rounds:
        counts = Counter(getattr(person, key) for person in people if person.id in item.people)
        totals.append(sum(least_pairs(n, item.sizes) for value, n in counts.items() if value))
    return totals


def least_by_round(problem: Problem) -> list[int]:
    """Return what each round costs at least by people alike at its tables; 0 if it was played."""
    rounds, w = _rounds(problem), problem.weights
    parts = [
        [w_ * n for n in _spread(problem.people, rounds, key)]
        for key, w_ in zip(_ALIKE, (w.same_industry, w.same_company, w.conflict), strict=True)
    ]
    return [0] * len(problem.played) + [sum(costs) for costs in zip(*parts, strict=True)]


def _repeat_bounds(
    past: _Past, rounds: list[_Round], industries: list[frozenset[str]]
) -> list[Reason]:
    if not rounds:
        return [Reason(Why.TOO_FEW_PAIRS, 0)]
    everybody = frozenset().union(*(item.people for item in rounds))
    inside = sum(_inside(past, rounds, members) for members in industries)
    return [
        Reason(Why.TOO_FEW_PAIRS, _counting(past, rounds, everybody)),
        Reason(Why.TOO_FEW_STRANGERS, _by_person(past, rounds, everybody)),
        _pigeonhole(past, rounds),
        Reason(Why.INDUSTRY_AGAIN, inside),
    ]


def _counting(past: _Past, rounds: list[_Round], everybody: frozenset[str]) -> int:
    meetings = sum(n * (n - 1) // 2 for item in rounds for n in item.sizes)
    return max(0, meetings - _exempt(past, rounds, everybody) - _fresh(past, everybody))


def _inside(past: _Past, rounds: list[_Round], members: frozenset[str]) -> int:
    """Count repeats among the members of a set: they must share tables, and few are strangers."""
    meetings = sum(least_pairs(len(members & item.people), item.sizes) for item in rounds)
    if not meetings:
        return 0
    return max(0, meetings - _exempt(past, rounds, members) - _fresh(past, members))


def _fresh(past: _Past, people: frozenset[str]) -> int:
    """Count pairs among these people who could still meet for the first time."""
    used = sum(pair <= people for pair in past.met) + sum(pair <= people for pair in past.together)
    return len(people) * (len(people) - 1) // 2 - used


def _exempt(past: _Past, rounds: list[_Round], people: frozenset[str]) -> int:
    """Count meetings of pairs that must sit together; they never count as repeats."""
    pairs = [pair for pair in past.together if pair <= people]
    return sum(pair <= item.people for item in rounds for pair in pairs)


def _by_person(past: _Past, rounds: list[_Round], everybody: frozenset[str]) -> int:
    known: Counter[str] = Counter()
    for pair in past.met | past.together:
        if pair <= everybody:
            known.update(pair)
    meetings: Counter[str] = Counter()
    for item in rounds:
        smallest = min((size for size in item.sizes if size), default=1)
        meetings.update(dict.fromkeys(item.people, smallest - 1))
    for pair in past.together:
        for item in rounds:
            if pair <= item.people:
                meetings.subtract(pair)
    over = sum(max(0, meetings[p] - (len(everybody) - 1 - known[p])) for p in everybody)
    return (over + 1) // 2


def _pigeonhole(past: _Past, rounds: list[_Round]) -> Reason:
    """Whoever shares a table of s seats came from only so many tables in any earlier round."""
    total, example = 0, (0, 0)
    for q, item in enumerate(rounds):
        best = 0
        for earlier in rounds[:q]:
            stayed = len(item.people & earlier.people) == len(item.people)
            tables = sum(size > 0 for size in earlier.sizes)
            pairs = sum(_drawn(size, tables) for size in item.sizes) if stayed else 0
            if pairs > best:
                best = pairs
                example = max(item.sizes), tables
        total += max(0, best - sum(pair <= item.people for pair in past.together))
    return Reason(Why.EARLIER_TABLES, total, *example)


def _drawn(size: int, tables: int) -> int:
    return least_pairs(size, [size] * tables)


def _reachable_wants(problem: Problem, rounds: list[_Round]) -> int:
    """Count wants that some plan could meet: not apart, and both present in some round."""
    apart = {frozenset(pair) for pair in problem.apart}
    seen = {
        frozenset(pair)
        for seated in problem.played
        for sitting in seated.values()
        for pair in combinations(sitting, 2)
    }
    count = 0
    for want in set(problem.wants):
        pair = frozenset(want)
        possible = pair not in apart and any(pair <= item.people for item in rounds)
        count += pair in seen or possible
    return count
