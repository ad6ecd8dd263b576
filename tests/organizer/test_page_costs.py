"""What a page costs does not grow with its event: it asks and loads what it shows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event as sqlalchemy_event

from organizer.accounts import service
from organizer.accounts.models import Role
from organizer.core import clock
from organizer.core.db import db
from organizer.events.models import Event
from organizer.registration.models import Registration
from tests.conftest import People
from tests.organizer.addresses import Names, Route, routes
from tests.organizer.plans import make_plan

SMALL, LARGE = 320, 960
"""Both are more than a page lists at once; where a list is short, it is shown whole."""
FILES = (".xlsx", ".pdf", ".png")
ABOUT_ALL = {
    f"GET /events/<int:event_id>/print/{part}"
    for part in ("badges/changes", "badges/check", "sheets", "check")
}
"""The pages that are about every attendee at once; they load after the page that shows them."""


@dataclass
class Cost:
    """What was asked of the database, and the rows that it handed out."""

    statements: int = 0
    rows: int = 0


@contextmanager
def counted() -> Iterator[Cost]:
    """Count the statements and the rows of all connections meanwhile."""
    cost = Cost()

    def count_row(_cursor: Any, row: Any) -> Any:
        cost.rows += 1
        return row

    def count_statement(connection: Any, *_rest: Any) -> None:
        cost.statements += 1
        connection.connection.driver_connection.row_factory = count_row

    sqlalchemy_event.listen(db.engine, "before_cursor_execute", count_statement)
    try:
        yield cost
    finally:
        sqlalchemy_event.remove(db.engine, "before_cursor_execute", count_statement)
        db.engine.dispose()  # the connections still count


def _costs(app: Flask, client: FlaskClient, names: Names, query: str) -> dict[str, Cost]:
    """Return what each page about an event costs when it is opened again."""
    costs = {}
    for route in _pages(app):
        address = route.address(app, names) + query
        client.get(address)
        with counted() as costs[route.name]:
            assert client.get(address).status_code in (200, 302), route.name
    return costs


def _pages(app: Flask) -> list[Route]:
    about_events = [r for r in routes(app, "GET") if {"event_id", "code"} & r.rule.arguments]
    return [
        route
        for route in about_events
        if not route.name.endswith(FILES)
        and route.name not in ABOUT_ALL
        and not {"job_id", "draft_id", "row_id"} & route.rule.arguments
    ]


@pytest.fixture
def names_of(
    make_event: Callable[..., Event], make_attendees: Callable[..., list[Registration]]
) -> Callable[[int], Names]:
    """Set up an event of this many people with a plan, and return what addresses name of it."""

    def furnish(people: int) -> Names:
        event = make_event(capacity=people, table_count=-(-people // 6))
        guest = make_attendees(event, people)[0]
        make_plan(event)
        names = {"event_id": event.id, "registration_id": guest.id, "code": guest.code}
        return {**names, "public_code": event.public_code}

    return furnish


@pytest.mark.parametrize("query", ["", "?q=参加者", "?round=2"])
def test_no_page_asks_or_loads_more_at_a_larger_event(
    app: Flask, alice: FlaskClient, names_of: Callable[[int], Names], query: str
) -> None:
    small, large = (_costs(app, alice, names_of(people), query) for people in (SMALL, LARGE))
    assert len(small) > 8
    grown = {
        page: (small[page], large[page]) for page in small if _has_grown(small[page], large[page])
    }
    assert grown == {}


def _has_grown(small: Cost, large: Cost) -> bool:
    """Whether a page needs more statements, or at least a row for every other attendee more.

    The tables shown in one round draw on more tables of the round before while there are more.
    """
    return large.statements > small.statements or large.rows - small.rows > (LARGE - SMALL) / 2


def test_no_action_at_the_door_asks_or_loads_more_at_a_larger_event(
    dora: FlaskClient, names_of: Callable[[int], Names]
) -> None:
    for action in (_scan, _scan_and_undo):
        small, large = (_cost_of(action, dora, names_of(people)) for people in (12, 120))
        assert (large.statements, large.rows) == (small.statements, small.rows)


def _cost_of(
    action: Callable[[FlaskClient, Names], object], client: FlaskClient, names: Names
) -> Cost:
    action(client, names)
    with counted() as cost:
        action(client, names)
    return cost


def _scan(client: FlaskClient, names: Names) -> str:
    data = {"code": names["code"], "scan_id": str(uuid4())}
    place = f"/events/{names['event_id']}/door/scans"
    answer = client.post(place, data=data, headers={"Accept": "application/json"})
    assert "verdict" in answer.get_json()
    return f"{place}/{data['scan_id']}"


def _scan_and_undo(client: FlaskClient, names: Names) -> None:
    answer = client.post(
        f"{_scan(client, names)}/undo",
        data={"undo_id": str(uuid4())},
        headers={"Accept": "application/json"},
    )
    assert answer.get_json()["verdict"] == "undone"


def test_one_badge_costs_no_more_at_a_larger_event(
    alice: FlaskClient, names_of: Callable[[int], Names]
) -> None:
    small, large = (_cost_of_one_badge(alice, names_of(people)) for people in (SMALL, LARGE))
    assert large.statements == small.statements
    assert large.rows < small.rows + 10  # their tables may be fuller


def _cost_of_one_badge(client: FlaskClient, names: Names) -> Cost:
    chosen = {"who": "chosen", "people": names["registration_id"]}
    with counted() as cost:
        answer = client.post(f"/events/{names['event_id']}/print/badges.pdf", data=chosen)
        assert answer.mimetype == "application/pdf"
    return cost


def test_who_asks_is_found_once_for_a_page(
    app: Flask, alice: FlaskClient, names_of: Callable[[int], Names]
) -> None:
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    names = names_of(6)
    sqlalchemy_event.listen(db.engine, "before_cursor_execute", note)
    for route in _pages(app):
        asked.clear()
        alice.get(route.address(app, names))
        assert sum("staff" in statement for statement in asked) <= 1, route.name
    sqlalchemy_event.remove(db.engine, "before_cursor_execute", note)


def test_the_page_of_staff_asks_no_more_where_more_people_work(
    alice: FlaskClient, people: People
) -> None:
    alice.get("/staff")
    with counted() as few:
        alice.get("/staff")
    for number in range(5):
        token = service.invite(people.sakura, Role.DOOR, at=clock.now())
        email = f"helper{number}@example.com"
        service.sign_up(token, name="Helper", email=email, password="x" * 10, at=clock.now())
    with counted() as many:
        assert alice.get("/staff").text.count("helper") == 5
    assert many.statements == few.statements


def test_counting_sees_what_a_page_loads(
    app: Flask, alice: FlaskClient, names_of: Callable[[int], Names]
) -> None:
    address = f"/events/{names_of(SMALL)['event_id']}/attendees.xlsx"
    with counted() as cost:
        alice.get(address)
    assert cost.rows > SMALL
