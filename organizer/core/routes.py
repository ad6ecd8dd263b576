"""Who may call a route, and what its address names: declared with the route, enforced before it.

    @blueprint.get("/events/<int:event_id>/attendees/<int:registration_id>")
    @staff_only(Role.ORGANIZER)
    def edit(event: Event, registration: Registration) -> ResponseReturnValue: ...

Rules admit or refuse; finders turn the parts of an address into objects. A view gets those that
its parameters name; one that takes `registration_id` itself gets the number.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import signature
from typing import Any, TypeVar

from flask import Flask, abort, current_app, request
from flask.typing import ResponseReturnValue

View = TypeVar("View", bound=Callable[..., Any])
Parts = dict[str, Any]
"""The parts of an address by name; those already found are objects."""
Rule = Callable[[Parts], ResponseReturnValue | None]
"""Returns nothing for those it admits; others get an answer, or an HTTP error is raised."""
Finder = Callable[[Mapping[str, Any]], Any]
"""Returns the object that a part names among those found before it, or None."""


@dataclass(frozen=True, slots=True)
class _Declared:
    """A view's rule, and the names of what the view takes."""

    rule: Rule
    takes: frozenset[str]


_declared: dict[Callable[..., Any], _Declared] = {}
_finders: dict[str, tuple[str, Finder]] = {}


def admits(rule: Rule) -> Callable[[View], View]:
    """Declare who may call a route; stands directly below the route itself."""

    def declare(view: View) -> View:
        _declared[view] = _Declared(rule, frozenset(signature(view).parameters))
        return view

    return declare


def anybody(view: View) -> View:
    """Declare that everyone may call a route."""
    return admits(lambda _parts: None)(view)


def finds(part: str, *, named: str) -> Callable[[Finder], Finder]:
    """Register what a part of addresses means; views get the object, as the argument `named`."""

    def register(finder: Finder) -> Finder:
        _finders[part] = (named, finder)
        return finder

    return register


def find(part: str, parts: Parts) -> Any:
    """Put the object that a part names in its place and return it; 404 if there is none."""
    name, finder = _finders[part]
    found = finder(parts)
    if found is None:
        abort(404)
    del parts[part]
    parts[name] = found
    return found


def init_app(app: Flask) -> None:
    """Ask each route's rule before its view runs."""
    app.before_request(_enforce)


def require_rules(app: Flask) -> None:
    """Refuse to start with a route that does not say who may call it."""
    views = app.view_functions.items()
    # Flask's own route to the built style and scripts, which hold no data.
    lacking = [name for name, view in views if view not in _declared and name != "static"]
    if lacking:
        raise RuntimeError(f"routes that do not say who may call them: {', '.join(lacking)}")


def _enforce() -> ResponseReturnValue | None:
    parts = request.view_args
    if parts is None or request.endpoint == "static":
        return None  # an address of nothing is answered with 404 anyway
    declared = _declared[current_app.view_functions[str(request.endpoint)]]
    answer = declared.rule(parts)
    if answer is None:
        for part in [p for p in parts if p in _finders and p not in declared.takes]:
            find(part, parts)
        for name in parts.keys() - declared.takes:
            del parts[name]
    return answer
