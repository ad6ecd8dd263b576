"""Read problems from JSON, read and write plans; docs/seating.md describes the format."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from typing import Any, TypeVar

from seating.problem import Problem
from seating.values import (
    LINEAR,
    Absence,
    Lock,
    Met,
    Participant,
    Plan,
    ProblemError,
    Table,
    Weights,
)

T = TypeVar("T")

_WORDS = {"int": "a whole number", "str": "a text", "bool": "true or false"}


def read_problem(text: str) -> Problem:
    """Read a problem; weights that it does not name are those of `LINEAR`.

    Raises ProblemError whose `place` is the path of keys to what is wrong.
    """
    data = _parse(text)
    for key in ("people", "tables", "rounds"):
        if key not in data:
            raise ProblemError(f"The key {key} is missing.", place=key)
    weights = data.get("weights", {})
    if isinstance(weights, dict):
        weights = {**asdict(LINEAR), **weights}
    return Problem(
        people=_list(data, "people", lambda item, place: _record(item, Participant, place)),
        tables=_list(data, "tables", lambda item, place: _record(item, Table, place)),
        rounds=data["rounds"],
        name=_text(data.get("name", ""), "name"),
        met=_list(data, "met", _met),
        apart=_list(data, "apart", _pair),
        together=_list(data, "together", _pair),
        leaders=_list(data, "leaders", _text),
        locked=_list(data, "locked", lambda item, place: _record(item, Lock, place)),
        absent=_list(data, "absent", lambda item, place: _record(item, Absence, place)),
        wants=_list(data, "wants", _pair),
        played=_list(data, "played", _seated),
        weights=_record(weights, Weights, "weights"),
    )


def read_plan(text: str) -> Plan:
    """Read a plan; raises ProblemError if it is not one."""
    data = _parse(text)
    if "rounds" not in data:
        raise ProblemError("The key rounds is missing.", place="rounds")
    return Plan(_list(data, "rounds", _seated))


def write_plan(plan: Plan, **more: object) -> str:
    """Write a plan as JSON, with further keys such as its score and bound."""
    rounds = [{t: list(people) for t, people in seated.items()} for seated in plan.rounds]
    return json.dumps({"rounds": rounds, **more}, ensure_ascii=False) + "\n"


def _parse(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except ValueError as error:
        raise ProblemError(f"This is not JSON: {error}.", place="") from error
    except RecursionError as error:
        raise ProblemError("This is not a problem: it is nested too deeply.", place="") from error
    if not isinstance(data, dict):
        raise ProblemError("The file must hold one JSON object.", place="")
    return data


def _list(data: Mapping[str, Any], key: str, read: Callable[[Any, str], T]) -> tuple[T, ...]:
    items = data.get(key, [])
    if not isinstance(items, list):
        raise ProblemError(f"{key} must be a list.", place=key)
    return tuple(read(item, f"{key}[{i}]") for i, item in enumerate(items))


def _record(item: Any, kind: type[T], place: str) -> T:
    """Make a value of a dataclass out of an object; keys that it does not know are ignored."""
    if not isinstance(item, dict):
        raise ProblemError("This must be an object.", place=place)
    known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type] # all are dataclasses
    values = {key: value for key, value in item.items() if key in known}
    for key, value in values.items():
        kinds = str(known[key].type).split(" | ")
        if type(value).__name__.replace("NoneType", "None") not in kinds:
            message = f"{key} must be {_WORDS[kinds[0]]}."
            raise ProblemError(message, place=f"{place}.{key}")
    try:
        return kind(**values)
    except TypeError as error:
        missing = [name for name in known if name not in values]
        raise ProblemError(f"A key is missing: {missing[0]}.", place=place) from error


def _text(item: Any, place: str) -> str:
    if not isinstance(item, str):
        raise ProblemError("This must be a text.", place=place)
    return item


def _pair(item: Any, place: str) -> tuple[str, str]:
    if not isinstance(item, list) or len(item) != 2:
        raise ProblemError("This must be a pair of ids.", place=place)
    return _text(item[0], place), _text(item[1], place)


def _met(item: Any, place: str) -> Met:
    if not isinstance(item, list) or len(item) != 3:
        return _pair(item, place)
    if type(item[2]) is not int:
        raise ProblemError("How many events ago must be a whole number.", place=place)
    return *_pair(item[:2], place), item[2]


def _seated(item: Any, place: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(item, dict):
        raise ProblemError("This must be an object of tables.", place=place)
    return {str(table): _list(item, table, _text) for table in item}
