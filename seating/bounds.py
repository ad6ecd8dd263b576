"""What no plan can do better than, and why.

Every bound holds for all plans that fill the tables evenly: it counts, it does not search.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from heapq import nlargest
from itertools import combinations

from seating.problem import Problem
from seating.score import score
from seating.table_sizes import even, forced_unevenness, least_pairs, pairs_at, present
from seating.values import ALIKE, Person, Plan, met_ago


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


def bound(problem: Problem) -> Bound:
    """Return a lower bound on each part of the score; fast enough for 5,000 people."""
    played = Plan(problem.played)
    done = score(problem, played)
    past, rounds, industries = _past(problem), _rounds(problem), _industries(problem)
    found = _repeat_bounds(past, rounds, industries)
    again = max(found, key=lambda item: item.least)
    weight = (
        done.weight
        + _cheapest(problem, again.least)
        + sum(least_by_round(problem))
        + _both_at_once(problem, past, rounds, again.least)
        + problem.weights.uneven * _forced(problem)
        - problem.weights.want * (_reachable_wants(problem, rounds) - done.wants_met)
    )
    industry = sum(_spread(problem.people, rounds, "industry"))
    causes = (
        Reason(Why.PLAYED, done.repeats),
        again,
        Reason(Why.INDUSTRY_SPREAD, industry),
    )
    return Bound(
        repeats=done.repeats + again.least,
        same_industry=done.same_industry + industry,
        weight=weight,
        causes=tuple(cause for cause in causes if cause.least),
    )


def _rounds(problem: Problem) -> list[_Round]:
    seats = [table.seats for table in problem.tables]
    rounds = []
    for number in range(len(problem.played) + 1, problem.rounds + 1):
        people = frozenset(present(problem, number))
        rounds.append(_Round(people=people, sizes=tuple(even(len(people), seats))))
    return rounds


def _past(problem: Problem) -> _Past:
    met = met_ago(problem.met).keys() | _played_pairs(problem)
    together = frozenset(frozenset(pair) for pair in problem.together)
    return _Past(met=frozenset(met) - together, together=together)


def _played_pairs(problem: Problem) -> set[frozenset[str]]:
    tables = [sitting for seated in problem.played for sitting in seated.values()]
    return {frozenset(pair) for sitting in tables for pair in combinations(sitting, 2)}


def _cheapest(problem: Problem, repeats: int) -> int:
    """Return what so many repeats in open rounds cost at least: those of long ago come first.

    A pair has its discount once, at its first meeting in this plan.
    """
    done = _played_pairs(problem)
    done.update(frozenset(pair) for pair in problem.together)
    old = (ago for pair, ago in met_ago(problem.met).items() if pair not in done)
    saved = nlargest(repeats, map(problem.weights.discount, old))
    return problem.weights.repeat * repeats - sum(saved)


def _both_at_once(problem: Problem, past: _Past, rounds: list[_Round], repeats: int) -> int:
    """Return what plans pay at least beyond the least repeats and the least same-industry pairs.

    Where meetings are many, both cannot be least at once: with y same-industry pairs at tables,
    the other meetings are those of different industries, who repeat once all of them have met.
    """
    if not rounds:
        return 0
    everybody = frozenset().union(*(item.people for item in rounds))
    inside = sum(_fresh(past, members & everybody) for members in _industries(problem))
    meetings = sum(pairs_at(item.sizes) for item in rounds) - _exempt(past, rounds, everybody)
    across = _fresh(past, everybody) - inside
    least = sum(_spread(problem.people, rounds, "industry"))
    discounts = map(problem.weights.discount, met_ago(problem.met).values())
    repeat = problem.weights.repeat - max(discounts, default=0)
    return min(
        problem.weights.same_industry * (y - least)
        + repeat * max(0, meetings - across - min(y, inside) - repeats)
        for y in {least, max(least, inside), max(least, meetings - across - repeats)}
    )


def _forced(problem: Problem) -> int:
    numbers = range(len(problem.played) + 1, problem.rounds + 1)
    return sum(forced_unevenness(problem, number) for number in numbers)


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
        [getattr(w, name) * n for n in _spread(problem.people, rounds, key)]
        for key, name in ALIKE.items()
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
    meetings = sum(pairs_at(item.sizes) for item in rounds)
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
    return least_pairs(size, (size,) * tables)


def _reachable_wants(problem: Problem, rounds: list[_Round]) -> int:
    """Count wants that some plan could meet: not apart, and both present in some round."""
    apart = {frozenset(pair) for pair in problem.apart}
    seen = _played_pairs(problem)
    count = 0
    for want in set(problem.wants):
        pair = frozenset(want)
        possible = pair not in apart and any(pair <= item.people for item in rounds)
        count += pair in seen or possible
    return count
