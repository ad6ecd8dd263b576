"""Who may call what: every route, for every role, with things that exist here and elsewhere."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from flask import Blueprint, Flask
from flask.testing import FlaskClient

import organizer
from organizer.accounts.models import Organization
from organizer.core.db import db
from tests.conftest import People, app_on
from tests.organizer.addresses import Names, Route, everything_stored, furnish, routes

EVENT = "/events/<int:event_id>"
BADGE_JOB = f"{EVENT}/print/jobs/<int:job_id>"
EQUIPMENT = f"{EVENT}/print/<any(printers, sheets):kind>"
DRAFT = f"{EVENT}/attendees/import/<int:draft_id>"
GUEST = f"{EVENT}/attendees/<int:registration_id>"
RIGHTS = {
    "anybody": (
        "GET /sign-in",
        "POST /sign-in",
        "POST /sign-out",
        "GET /welcome/<token>",
        "POST /welcome/<token>",
        "POST /language",
        "GET /e/<public_code>",
        "POST /e/<public_code>",
        "GET /e/<public_code>/logo.png",
        "GET /e/<public_code>/thanks",
        "GET /C/<code>",
        "POST /C/<code>",
        "GET /c/<code>",
        "GET /_design",
    ),
    "signed in": ("GET /", "POST /organization"),
    "door": (
        "GET /events",
        f"GET {EVENT}",
        f"GET {EVENT}/door",
        f"POST {EVENT}/door/scans",
        f"POST {EVENT}/door/scans/<uuid:scan_id>/undo",
        "GET /organization/logo.png",
    ),
    "organizer": (
        "GET /events/new",
        "POST /events/new",
        "POST /events/programme",
        f"GET {EVENT}/edit",
        f"POST {EVENT}/edit",
        f"GET {EVENT}/attendees",
        f"GET {EVENT}/attendees.xlsx",
        f"GET {EVENT}/attendees/new",
        f"POST {EVENT}/attendees/new",
        f"GET {GUEST}",
        f"POST {GUEST}",
        f"POST {GUEST}/cancel",
        f"POST {GUEST}/restore",
        f"GET {EVENT}/attendees/import",
        f"POST {EVENT}/attendees/import",
        f"GET {DRAFT}",
        f"POST {DRAFT}/columns",
        f"POST {DRAFT}/confirm",
        f"POST {DRAFT}/discard",
        f"GET {EVENT}/tables",
        f"POST {EVENT}/tables/assign",
        f"POST {EVENT}/tables/stop",
        f"GET {EVENT}/tables/progress",
        f"GET {EVENT}/print",
        f"POST {EVENT}/print",
        f"GET {EVENT}/print/badges/changes",
        f"GET {EVENT}/print/badges/check",
        f"POST {EVENT}/print/badges/check",
        f"GET {EVENT}/print/sheets",
        f"GET {EVENT}/print/check",
        f"POST {EVENT}/print/badges.pdf",
        f"POST {EVENT}/print/dividers.pdf",
        f"POST {EVENT}/print/ruler.pdf",
        f"POST {EVENT}/print/<kind>.pdf",
        f"POST {EVENT}/print/spelling/<int:registration_id>",
        f"GET {BADGE_JOB}",
        f"GET {BADGE_JOB}/progress",
        f"GET {BADGE_JOB}/badges.pdf",
        f"POST {BADGE_JOB}/stop",
        f"GET {EQUIPMENT}/new",
        f"POST {EQUIPMENT}/new",
        f"GET {EQUIPMENT}/<int:row_id>",
        f"POST {EQUIPMENT}/<int:row_id>",
        f"POST {EQUIPMENT}/<int:row_id>/remove",
    ),
    "owner": (
        "GET /staff",
        "POST /staff",
        "POST /staff/<int:staff_id>",
        "POST /staff/invitations/<int:invitation_id>/withdraw",
        "GET /organization",
        "POST /organization/logo",
        "POST /organization/logo/remove",
    ),
}
"""The least right that each route asks for; whoever has more may call it too."""
MAY = {name: right for right, names in RIGHTS.items() for name in names}
ORDER = list(RIGHTS)
WHO = {"dora": "door", "bob": "organizer", "alice": "owner"}
FORGIVING = {f"POST {DRAFT}/confirm", f"POST {DRAFT}/discard"}
"""Sent twice by a double click, they lead to a page that says so, rather than to nothing."""


@pytest.fixture
def own(people: People, alice: FlaskClient) -> Names:
    """The ids of what Sakura has."""
    return furnish(people.sakura, alice)


@pytest.fixture
def foreign(people: People, charlie: FlaskClient, own: Names) -> Names:
    """The ids of what another organization has; none of them is one of Sakura's."""
    other = db.session.query(Organization).filter(Organization.id != people.sakura).one()
    names = furnish(other.id, charlie)
    assert [part for part in names if names[part] == own[part]] == []
    return names


def _all(app: Flask) -> list[Route]:
    return routes(app, "GET", "POST")


def test_every_route_is_listed_here(app: Flask) -> None:
    assert {route.name for route in _all(app)} == set(MAY)


def test_the_app_does_not_start_with_a_route_that_names_no_rule(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slice_ = SimpleNamespace(blueprint=Blueprint("forgetful", __name__))
    slice_.blueprint.add_url_rule("/forgotten", "page", lambda: "in")
    monkeypatch.setattr(organizer, "SLICES", (*organizer.SLICES, slice_))
    with pytest.raises(RuntimeError, match=r"forgetful\.page"):
        app_on("sqlite://", tmp_path)


def test_whoever_is_not_signed_in_is_asked_to_unless_a_page_is_for_anybody(
    app: Flask, anybody: FlaskClient, own: Names
) -> None:
    for route in _all(app):
        answer = anybody.open(route.address(app, own), method=route.method)
        asked = answer.headers.get("Location", "").startswith("/sign-in")
        if route.name != "POST /sign-out":  # which leads there too
            assert asked == (MAY[route.name] != "anybody"), route.name


@pytest.mark.parametrize("who", WHO)
def test_staff_are_refused_what_their_role_may_not(
    app: Flask, request: pytest.FixtureRequest, own: Names, who: str
) -> None:
    client = request.getfixturevalue(who)
    held = ORDER.index(WHO[who])
    beyond = [route for route in _all(app) if ORDER.index(MAY[route.name]) > held]
    before = everything_stored()
    for route in beyond:
        answer = client.open(route.address(app, own), method=route.method)
        assert answer.status_code == 403, route.name
    assert everything_stored() == before
    assert len(beyond) > 5 or who == "alice"


@pytest.mark.parametrize("who", WHO)
def test_staff_open_every_page_that_their_role_may(
    app: Flask, request: pytest.FixtureRequest, own: Names, who: str
) -> None:
    client = request.getfixturevalue(who)
    held = ORDER.index(WHO[who])
    nothing_there = {"GET /organization/logo.png", "GET /e/<public_code>/logo.png"}
    for route in routes(app, "GET"):
        if ORDER.index(MAY[route.name]) > held or route.name in nothing_there:
            continue
        answer = client.get(route.address(app, own))
        if not route.name.endswith(("<token>", "/badges.pdf")):  # none was made
            assert answer.status_code in (200, 302), route.name


@pytest.mark.parametrize("who", WHO)
def test_staff_are_refused_no_command_that_their_role_may(
    app: Flask, request: pytest.FixtureRequest, own: Names, who: str
) -> None:
    client = request.getfixturevalue(who)
    held = ORDER.index(WHO[who])
    for route in routes(app, "POST"):
        if ORDER.index(MAY[route.name]) <= held and route.name != "POST /sign-out":
            answer = client.post(route.address(app, own))
            assert answer.status_code != 403, route.name
            assert not answer.headers.get("Location", "").startswith("/sign-in"), route.name


def test_an_outsider_finds_nothing_of_another_organization(
    app: Flask, charlie: FlaskClient, own: Names, foreign: Names
) -> None:
    before = everything_stored()
    theirs = [route for route in _all(app) if _names_something_of_staff(route)]
    for route in theirs:
        answer = charlie.open(route.address(app, own), method=route.method)
        assert answer.status_code == 404, route.name
    assert everything_stored() == before
    assert len(theirs) > 30


def test_an_owner_finds_nothing_of_another_organization_at_an_event_of_their_own(
    app: Flask, alice: FlaskClient, own: Names, foreign: Names
) -> None:
    before = everything_stored()
    tried = 0
    for route in _all(app):
        # An undo may come before its scan: one that names a scan of nobody here is kept, for later.
        parts = [p for p in route.rule.arguments if _is_id(p) and p not in ("event_id", "scan_id")]
        for part in parts:
            names = {**own, part: foreign[part]}
            answer = alice.open(route.address(app, names), method=route.method)
            assert answer.status_code == (302 if route.name in FORGIVING else 404), route.name
            tried += 1
    assert everything_stored() == before
    assert tried > 15


def _is_id(part: str) -> bool:
    return part.endswith("_id")


def _names_something_of_staff(route: Route) -> bool:
    return MAY[route.name] != "anybody" and any(map(_is_id, route.rule.arguments))


def test_no_page_for_anybody_names_an_attendee(
    app: Flask, anybody: FlaskClient, charlie: FlaskClient, own: Names
) -> None:
    for route in routes(app, "GET"):
        if MAY[route.name] == "anybody":
            for client in (anybody, charlie):
                assert "山田" not in client.get(route.address(app, own)).text, route.name
