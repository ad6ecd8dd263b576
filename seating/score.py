"""The score of a plan, counted from scratch: the definition that the search must agree with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from seating.problem import Problem
from seating.table_sizes import unevenness
from seating.values import ALIKE, EVENING, Participant, Plan, Weights, met_ago, pairs_of


@dataclass(frozen=True, slots=True)
class Score:
    """The parts that make a plan better or worse; fewer are better, but for `wants_met`.

    repeats: meetings of a pair after its first (having met earlier counts as one; a pair that must
    sit together repeats nothing). further: a pair with r repeats adds r(r - 1)/2, so that its third
    and later meetings cost more. same_industry, same_company, conflicts, same_profession,
    first_timers: such pairs at a table, summed over rounds. wants_met: directed wants met at least
    once. uneven: how many more pairs share a table than if each round's people were spread over the
    tables as evenly as seats allow. discount: weight taken off for repeats of pairs that met before
    the last event, each at its first meeting in this plan; see `Weights.discount`. violations: hard
    rules broken in open rounds.
    """

    repeats: int
    same_industry: int
    same_company: int
    conflicts: int
    wants_met: int
    violations: int
    further: int = 0
    same_profession: int = 0
    first_timers: int = 0
    uneven: int = 0
    discount: int = 0
    weights: Weights = EVENING

    @property
    def weight(self) -> int:
        """The parts without violations as one number; less is better, and it may be negative."""
        w = self.weights
        return (
            w.repeat * self.repeats
            + w.further * self.further
            + w.same_industry * self.same_industry
            + w.same_company * self.same_company
            + w.conflict * self.conflicts
            + w.same_profession * self.same_profession
            + w.first_timers * self.first_timers
            + w.uneven * self.uneven
            - w.want * self.wants_met
            - self.discount
        )


def score(problem: Problem, plan: Plan) -> Score:
    """Score a plan. Raises KeyError if it seats people the problem does not know."""
    people = {person.id: person for person in problem.people}
    meetings: Counter[frozenset[str]] = Counter()
    alike: Counter[str] = Counter()
    for seated in plan.rounds:
        for sitting in seated.values():
            for a, b in combinations(sitting, 2):
                meetings[frozenset((a, b))] += 1
                alike.update(_alike(people[a], people[b]))
    repeats = _repeats(problem, meetings)
    return Score(
        repeats=sum(repeats),
        same_industry=alike["industry"],
        same_company=alike["company"],
        conflicts=alike["conflict_group"],
        wants_met=sum(frozenset(want) in meetings for want in set(problem.wants)),
        violations=_violations(problem, plan),
        further=sum(r * (r - 1) // 2 for r in repeats),
        same_profession=alike["profession"],
        first_timers=alike["first_time"],
        uneven=sum(unevenness(problem, _sizes(seated)) for seated in plan.rounds),
        discount=_discount(problem, meetings),
        weights=problem.weights,
    )


def _alike(a: Participant, b: Participant) -> list[str]:
    """Return what two people have in common: industry, company and so on."""
    return [key for key in ALIKE if getattr(a, key) and getattr(a, key) == getattr(b, key)]


def _sizes(seated: Mapping[str, tuple[str, ...]]) -> list[int]:
    return [len(sitting) for sitting in seated.values()]


def _repeats(problem: Problem, meetings: Counter[frozenset[str]]) -> list[int]:
    """Return the repeats of each pair that has any."""
    together, met = pairs_of(problem.together), met_ago(problem.met)
    return [
        count - (pair not in met)
        for pair, count in meetings.items()
        if pair not in together and count > (pair not in met)
    ]


def _discount(problem: Problem, meetings: Counter[frozenset[str]]) -> int:
    together, met = pairs_of(problem.together), met_ago(problem.met)
    again = [ago for pair, ago in met.items() if pair in meetings and pair not in together]
    return sum(problem.weights.discount(ago) for ago in again)


def _violations(problem: Problem, plan: Plan) -> int:
    broken = abs(problem.rounds - len(plan.rounds))
    for number, seated in enumerate(plan.rounds[: problem.rounds], start=1):
        if number in problem.open_rounds:
            broken += _broken_seats(problem, number, seated)
            broken += _broken_rules(problem, number, seated)
        else:
            played = problem.played[number - 1]
            broken += sum(set(seated.get(t, ())) != set(people) for t, people in played.items())
    return broken


def _broken_seats(problem: Problem, number: int, seated: Mapping[str, tuple[str, ...]]) -> int:
    """Count people seated other than exactly once, and people beyond a table's seats."""
    times = Counter(person for sitting in seated.values() for person in sitting)
    away = {absence.person for absence in problem.absent if absence.round == number}
    room = {table.id: table.seats for table in problem.tables}
    wrong = sum(times[person.id] != (person.id not in away) for person in problem.people)
    crowded = sum(max(0, len(sitting) - room.get(t, 0)) for t, sitting in seated.items())
    return wrong + crowded


def _broken_rules(problem: Problem, number: int, seated: Mapping[str, tuple[str, ...]]) -> int:
    place = {person: table for table, sitting in seated.items() for person in sitting}
    both = [pair for pair in pairs_of(problem.together) if pair <= place.keys()]
    parted = sum(len({place[person] for person in pair}) > 1 for pair in both)
    close = [pair for pair in pairs_of(problem.apart) if pair <= place.keys()]
    joined = sum(len({place[person] for person in pair}) == 1 for pair in close)
    locks = {lock for lock in problem.locked if lock.round == number}
    moved = sum(place.get(lock.person) != lock.table for lock in locks)
    leaders = set(problem.leaders)
    alone = sum(bool(people) and not leaders & set(people) for people in seated.values())
    return parted + joined + moved + (alone if leaders else 0)
