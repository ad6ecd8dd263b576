"""Check a problem before any search, and name the person, table or rule that is wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from seating.table_sizes import groups, present, table_sizes
from seating.values import (
    LONGEST_AGO,
    MOST_PEOPLE,
    MOST_ROUNDS,
    Pair,
    ProblemError,
    Statement,
)


def check(problem: Statement) -> None:
    """Raise ProblemError for the first thing that is wrong, with its place."""
    _check_numbers(problem)
    _check_ids(problem)
    _check_references(problem)
    _check_played(problem)
    _check_pairs(problem)
    _check_locks(problem)
    for number in problem.open_rounds:
        _check_round(problem, number)


def _fail(sentence: str, place: str) -> None:
    raise ProblemError(sentence, place=place)


def _check_numbers(problem: Statement) -> None:
    rounds = problem.rounds
    if not isinstance(rounds, int) or isinstance(rounds, bool) or not 1 <= rounds <= MOST_ROUNDS:
        _fail(f"The number of rounds must be from 1 to {MOST_ROUNDS}.", "rounds")
    if not problem.people:
        _fail("There is nobody to seat.", "people")
    if len(problem.people) > MOST_PEOPLE:
        _fail(f"There are more than {MOST_PEOPLE} people.", "people")
    if not problem.tables:
        _fail("There is no table.", "tables")
    for i, table in enumerate(problem.tables):
        seats = table.seats
        if not isinstance(seats, int) or isinstance(seats, bool) or not 1 <= seats <= MOST_PEOPLE:
            _fail(f"Table {table.id} needs a number of seats, at least 1.", f"tables[{i}].seats")


def _check_ids(problem: Statement) -> None:
    people = [person.id for person in problem.people]
    for key, ids in (("people", people), ("tables", [table.id for table in problem.tables])):
        seen: set[str] = set()
        for i, name in enumerate(ids):
            if not isinstance(name, str) or not name:
                _fail("An id must be a text that is not empty.", f"{key}[{i}].id")
            if name in seen:
                _fail(f"The id {name} is used twice.", f"{key}[{i}].id")
            seen.add(name)


def _check_references(problem: Statement) -> None:
    people = {person.id for person in problem.people}
    pairs = {key: getattr(problem, key) for key in ("apart", "together", "wants")}
    for key, given in {**pairs, "met": _check_ago(problem)}.items():
        for i, (a, b) in enumerate(given):
            _check_people(people, (a, b), f"{key}[{i}]")
            if a == b:
                _fail(f"{a} is paired with themselves.", f"{key}[{i}]")
    _check_people(people, problem.leaders, "leaders")
    tables = {table.id for table in problem.tables}
    for i, lock in enumerate(problem.locked):
        _check_people(people, [lock.person], f"locked[{i}].person")
        _check_number(problem, lock.round, f"locked[{i}].round")
        if lock.table not in tables:
            _fail(f"There is no table {lock.table}.", f"locked[{i}].table")
    for i, absence in enumerate(problem.absent):
        _check_people(people, [absence.person], f"absent[{i}].person")
        _check_number(problem, absence.round, f"absent[{i}].round")


def _check_ago(problem: Statement) -> list[Pair]:
    """Check how many events ago pairs met; return the pairs."""
    pairs = []
    for i, (a, b, *rest) in enumerate(problem.met):
        for ago in rest:
            if not isinstance(ago, int) or isinstance(ago, bool) or not 1 <= ago <= LONGEST_AGO:
                sentence = f"How many events ago they met must be from 1 to {LONGEST_AGO}."
                _fail(sentence, f"met[{i}]")
        pairs.append((a, b))
    return pairs


def _check_people(people: set[str], named: Iterable[str], place: str) -> None:
    for person in named:
        if person not in people:
            _fail(f"There is no person {person}.", place)


def _check_number(problem: Statement, number: int, place: str) -> None:
    if not isinstance(number, int) or not 1 <= number <= problem.rounds:
        _fail(f"There is no round {number}; rounds are 1 to {problem.rounds}.", place)


def _check_played(problem: Statement) -> None:
    if len(problem.played) > problem.rounds:
        _fail("More rounds were played than there are.", "played")
    people = {person.id for person in problem.people}
    tables = {table.id for table in problem.tables}
    for i, seated in enumerate(problem.played):
        seen: set[str] = set()
        for table, sitting in seated.items():
            place = f"played[{i}].{table}"
            if table not in tables:
                _fail(f"There is no table {table}.", place)
            _check_people(people, sitting, place)
            for person in sitting:
                if person in seen:
                    _fail(f"{person} sits twice in round {i + 1}.", place)
                seen.add(person)


def _check_pairs(problem: Statement) -> None:
    team = {
        person: i
        for i, group in enumerate(groups(problem, [person.id for person in problem.people]))
        for person in group
    }
    for i, (a, b) in enumerate(problem.apart):
        if a in team and team[a] == team.get(b):
            _fail(f"{a} and {b} must sit both together and apart.", f"apart[{i}]")


def _check_locks(problem: Statement) -> None:
    held: dict[tuple[str, int], str] = {}
    away = {(absence.person, absence.round) for absence in problem.absent}
    for i, lock in enumerate(problem.locked):
        key = (lock.person, lock.round)
        if held.setdefault(key, lock.table) != lock.table:
            _fail(f"{lock.person} is locked to two tables in round {lock.round}.", f"locked[{i}]")
        if key in away and lock.round > len(problem.played):
            _fail(f"{lock.person} is locked but absent in round {lock.round}.", f"locked[{i}]")


def _check_round(problem: Statement, number: int) -> None:
    """Check that an open round can be seated: seats, locks, groups, pairs apart, leaders."""
    people = present(problem, number)
    seats = sum(table.seats for table in problem.tables)
    if len(people) > seats:
        _fail(f"Round {number} has {len(people)} people for {seats} seats.", "tables")
    lock = {item.person: item.table for item in problem.locked if item.round == number}
    room = {table.id: table.seats for table in problem.tables}
    for table, count in Counter(lock.values()).items():
        if count > room[table]:
            message = (
                f"Round {number} locks {count} people to table {table} of {room[table]} seats."
            )
            _fail(message, "locked")
    for i, (a, b) in enumerate(problem.apart):
        if a in lock and lock[a] == lock.get(b):
            _fail(f"{a} and {b} are apart but locked to one table, round {number}.", f"apart[{i}]")
    _check_groups(problem, number, people, lock, room)
    _check_apart(problem, number, people)
    _check_leaders(problem, number, people)


def _check_groups(
    problem: Statement, number: int, people: list[str], lock: dict[str, str], room: dict[str, int]
) -> None:
    largest = max(room.values())
    taken = Counter(lock.values())
    for group in groups(problem, people):
        names = ", ".join(group)
        held = {lock[person] for person in group if person in lock}
        if len(held) > 1:
            _fail(f"{names} sit together but are locked apart in round {number}.", "together")
        if len(group) > largest:
            _fail(f"No table has seats for {names}, who sit together.", "together")
        for table in held:
            taken[table] += sum(person not in lock for person in group)
            if taken[table] > room[table]:
                _fail(f"Table {table} has no seats for {names} in round {number}.", "together")


def _check_apart(problem: Statement, number: int, people: list[str]) -> None:
    """Check that no more people all avoid each other than there are tables (greedy cliques)."""
    here = set(people)
    avoids = defaultdict(set)
    for a, b in problem.apart:
        if a in here and b in here:
            avoids[a].add(b)
            avoids[b].add(a)
    for start in avoids:
        clique = [start]
        for other in sorted(avoids[start], key=lambda p: (-len(avoids[p]), p)):
            if all(other in avoids[member] for member in clique):
                clique.append(other)
        if len(clique) > len(problem.tables):
            names = ", ".join(clique)
            _fail(f"{names} all avoid each other in round {number}: too few tables.", "apart")


def _check_leaders(problem: Statement, number: int, people: list[str]) -> None:
    if not problem.leaders:
        return
    here = set(people) & set(problem.leaders)
    needed = sum(seats > 0 for seats in table_sizes(problem, number).seats)
    if len(here) < needed:
        message = f"Round {number} uses {needed} tables and has {len(here)} leaders."
        _fail(message, "leaders")
