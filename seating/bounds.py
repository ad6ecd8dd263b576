"""Lower bounds: how many repeats and same-industry pairs every plan has at least, and why.

They hold for all plans that fill the tables evenly, and are counted without a search.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from heapq import nlargest
from itertools import combinations

from seating.problem import Problem
from seating.reasons import Reason, Why
from seating.score import score
from seating.table_sizes import even, forced_unevenness, least_pairs, pairs_at, present
from seating.values import ALIKE, Participant, Plan, met_ago


@dataclass(frozen=True, slots=True)
class Bound:
    """The least repeats, same-industry pairs and weight of any plan, and why they are not less."""

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
    """The pairs that met before the open rounds, and those that must sit together."""

    met: frozenset[frozenset[str]]
    together: frozenset[frozenset[str]]


def bound(problem: Problem) -> Bound:
    """Return lower bounds on parts of the score and on the weight."""
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
        + problem.weights.uneven * sum(forced_unevenness(problem, n) for n in problem.open_rounds)
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
    for number in problem.open_rounds:
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
    """Return what so many repeats in open rounds cost at least: the largest discounts come first.

    A pair has its discount once, at its first meeting in this plan.
    """
    done = _played_pairs(problem)
    done.update(frozenset(pair) for pair in problem.together)
    old = (ago for pair, ago in met_ago(problem.met).items() if pair not in done)
    saved = nlargest(repeats, map(problem.weights.discount, old))
    return problem.weights.repeat * repeats - sum(saved)


def _both_at_once(problem: Problem, past: _Past, rounds: list[_Round], repeats: int) -> int:
    """Return the least cost beyond that of the least repeats and the least same-industry pairs.

    Where meetings are many, both cannot be least at once: with y same-industry pairs at tables,
    the other meetings are of pairs of two industries, who repeat once all of them have met.
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


def _industries(problem: Problem) -> list[frozenset[str]]:
    """Return the people of each industry that has more than one."""
    members = defaultdict(set)
    for person in problem.people:
        if person.industry:
            members[person.industry].add(person.id)
    return [frozenset(people) for people in members.values() if len(people) > 1]


def _spread(people: tuple[Participant, ...], rounds: list[_Round], key: str) -> list[int]:
    """Return the least number of pairs at tables with an equal value of `key`, for each round."""
    totals = []
    for item in rounds:
        counts = Counter(getattr(person, key) for person in people if person.id in item.people)
        totals.append(sum(least_pairs(n, item.sizes) for value, n in counts.items() if value))
    return totals


def least_by_round(problem: Problem) -> list[int]:
    """Return the least cost of each round for people of one industry, company and so on.

    0 for rounds that were played.
    """
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
    """Count the meetings beyond the pairs that have not met."""
    meetings = sum(pairs_at(item.sizes) for item in rounds)
    return max(0, meetings - _exempt(past, rounds, everybody) - _fresh(past, everybody))


def _inside(past: _Past, rounds: list[_Round], members: frozenset[str]) -> int:
    """Count the meetings that some people must have among themselves beyond their new pairs."""
    meetings = sum(least_pairs(len(members & item.people), item.sizes) for item in rounds)
    if not meetings:
        return 0
    return max(0, meetings - _exempt(past, rounds, members) - _fresh(past, members))


def _fresh(past: _Past, people: frozenset[str]) -> int:
    """Count the pairs of these people who have not met and need not sit together."""
    used = sum(pair <= people for pair in past.met) + sum(pair <= people for pair in past.together)
    return len(people) * (len(people) - 1) // 2 - used


def _exempt(past: _Past, rounds: list[_Round], people: frozenset[str]) -> int:
    """Count the meetings of pairs that must sit together, which are no repeats."""
    pairs = [pair for pair in past.together if pair <= people]
    return sum(pair <= item.people for item in rounds for pair in pairs)


def _by_person(past: _Past, rounds: list[_Round], everybody: frozenset[str]) -> int:
    """Count each person's meetings beyond those whom they have not met; two people share one."""
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
    """Count the pairs of a table who sat together in an earlier round, which had few tables."""
    total, example = 0, (0, 0)
    for q, item in enumerate(rounds):
        best = 0
        for earlier in rounds[:q]:
            stayed = len(item.people & earlier.people) == len(item.people)
            tables = sum(size > 0 for size in earlier.sizes)
            pairs = sum(least_pairs(size, (size,) * tables) for size in item.sizes) if stayed else 0
            if pairs > best:
                best = pairs
                example = max(item.sizes), tables
        total += max(0, best - sum(pair <= item.people for pair in past.together))
    return Reason(Why.EARLIER_TABLES, total, *example)


def _reachable_wants(problem: Problem, rounds: list[_Round]) -> int:
    """Count the wants that some plan meets: not of pairs apart, and both present in some round."""
    apart = {frozenset(pair) for pair in problem.apart}
    seen = _played_pairs(problem)
    count = 0
    for want in set(problem.wants):
        pair = frozenset(want)
        possible = pair not in apart and any(pair <= item.people for item in rounds)
        count += pair in seen or possible
    return count
