"""What holds for every page of the app, whichever slice it belongs to."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from organizer.core.db import db
from organizer.core.urls import LARGEST_ID
from organizer.events.models import Event
from organizer.registration.models import Registration
from tests.conftest import People, app_on

PUBLIC = {
    "accounts.sign_in": "it is where one signs in",
    "accounts.sign_out": "whoever is out stays out",
    "accounts.welcome": "the link itself is the key",
    "i18n.choose_language": "guests choose theirs too",
    "checkin.card": "a guest's own camera opens the badge; it tells them nothing personal",
    "checkin.card_in_small_letters": "as the badge itself",
    "checkin.check_in_card": "answers 404 to whoever does not work at the door",
    "registration.apply": "guests register here",
    "registration.logo": "guests see whose page it is",
    "registration.thanks": "guests are thanked here",
    "static": "style and scripts hold no data",
    "design": "shown only while developing",
}
"""The pages that open without signing in, and why."""
Fill = dict[str, object]


def _rules(app: Flask, method: str) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if method in (rule.methods or set())]


def _address(app: Flask, rule: Rule, values: Fill) -> str:
    """Return an address of the rule; ids that nothing is known of are 1."""
    texts = {"string": "A" * 16, "path": "none", "default": "A" * 16, "any": "printers"}
    stand_ins = {"uuid": UUID(int=1), **texts}
    filled: Fill = {}
    for name in rule.arguments:
        kind = type(rule._converters[name]).__name__.removesuffix("Converter").lower()
        filled[name] = values.get(name, stand_ins.get(kind, 1))
    with app.test_request_context():
        return app.url_map.bind("localhost").build(
            rule.endpoint, filled, method=next(iter(rule.methods or ())), force_external=False
        )


@pytest.fixture
def known(event: Event, make_attendees: Callable[..., list[Registration]]) -> Fill:
    """What addresses may name: an event of Sakura's and one of its attendees."""
    [attendee] = make_attendees(event, 1)
    return {
        "event_id": event.id,
        "public_code": event.public_code,
        "registration_id": attendee.id,
        "code": attendee.code,
    }


def _answers(
    app: Flask, client: FlaskClient, rules: list[Rule], method: str, known: Fill
) -> dict[str, TestResponse]:
    return {rule.endpoint: client.open(_address(app, rule, known), method=method) for rule in rules}


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_whoever_is_not_signed_in_is_asked_to_unless_a_page_is_public(
    app: Flask, anybody: FlaskClient, known: Fill, method: str
) -> None:
    rules = [rule for rule in _rules(app, method) if rule.endpoint not in PUBLIC]
    answers = _answers(app, anybody, rules, method, known)
    asked = {name: answer.headers.get("Location", "") for name, answer in answers.items()}
    assert {n: t for n, t in asked.items() if not t.startswith("/sign-in")} == {}


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_outsider_finds_no_page_of_an_event(
    app: Flask, charlie: FlaskClient, known: Fill, method: str
) -> None:
    rules = [rule for rule in _rules(app, method) if "event_id" in rule.arguments]
    assert len(rules) > 5
    answers = _answers(app, charlie, rules, method, known)
    assert {n: a.status_code for n, a in answers.items() if a.status_code != 404} == {}


def test_an_owner_opens_every_page(app: Flask, alice: FlaskClient, known: Fill) -> None:
    answers = _answers(app, alice, _rules(app, "GET"), "GET", known)
    assert {n: a.status_code for n, a in answers.items() if a.status_code >= 500} == {}
    assert answers["events.show"].status_code == 200


@pytest.mark.parametrize("who", ["anybody", "charlie"])
def test_no_public_page_names_an_attendee(
    app: Flask, request: pytest.FixtureRequest, known: Fill, who: str
) -> None:
    client: FlaskClient = request.getfixturevalue(who)
    rules = [rule for rule in _rules(app, "GET") if rule.endpoint in PUBLIC]
    answers = _answers(app, client, rules, "GET", known)
    assert [n for n, a in answers.items() if "参加者 1" in a.text or "会社1" in a.text] == []


@pytest.mark.parametrize("number", [LARGEST_ID, LARGEST_ID + 1, 2**63, 10**30])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_huge_numbers_name_nothing(
    app: Flask, alice: FlaskClient, known: Fill, number: int, method: str
) -> None:
    for rule in _rules(app, method):
        for name in rule.arguments:
            if type(rule._converters[name]).__name__ != "IdConverter":
                continue
            here = _address(app, rule, {**known, name: 987654321})
            there = here.replace("987654321", str(number))
            status = alice.open(there, method=method).status_code
            assert status == 404 or (number == LARGEST_ID and status < 500), there


ODD_TEXTS = [
    "%ED%A0%80",
    "%FF",
    "%F0%9F%92%A9",
    "%E2%80%AE",
    "x" * 10_000,
    "'%22%3B--",
    "-1",
    "1e99",
]


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_odd_texts_in_an_address_break_nothing(
    app: Flask, alice: FlaskClient, known: Fill, text: str
) -> None:
    for rule in _rules(app, "GET"):
        here = _address(app, rule, known)
        for there in (f"{here}?q={text}&next={text}&round={text}&page={text}", f"{here}{text}"):
            assert alice.get(there).status_code < 500, there


def test_a_nul_in_an_address_is_refused_everywhere(
    app: Flask, alice: FlaskClient, known: Fill
) -> None:
    for rule in _rules(app, "GET"):
        here = _address(app, rule, known)
        assert alice.get(f"{here}?q=%00").status_code == 400, here


@pytest.mark.parametrize("body", [b"", b"\0", b"{", b"[1]", b"null", b"\xff\xfe=\xff"])
@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded", ""])
def test_a_body_that_makes_no_sense_breaks_nothing(
    app: Flask, alice: FlaskClient, known: Fill, body: bytes, kind: str
) -> None:
    for rule in _rules(app, "POST"):
        here = _address(app, rule, known)
        answer = alice.post(here, data=body, content_type=kind)
        assert answer.status_code < 500, here
        if rule.endpoint == "accounts.sign_out":
            alice = app.test_client(user=None)


@pytest.fixture
def guarded(app: Flask, people: People, tmp_path: Path) -> Iterator[FlaskClient]:
    """Alice's browser at an app that asks every form for its token."""
    real = app_on(app.config["SQLALCHEMY_DATABASE_URI"], tmp_path, WTF_CSRF_ENABLED=True)
    with real.app_context():
        yield real.test_client(user=people.alice)
        db.session.remove()
        db.engine.dispose()


def test_nothing_changes_without_the_token_of_a_form(
    app: Flask, guarded: FlaskClient, known: Fill
) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        answers = _answers(app, guarded, _rules(app, method), method, known)
        assert {n: a.status_code for n, a in answers.items() if a.status_code != 400} == {}


def test_every_public_page_exists(app: Flask) -> None:
    assert set(PUBLIC) <= {rule.endpoint for rule in app.url_map.iter_rules()}


def test_pages_hold_nothing_that_the_content_policy_forbids(
    app: Flask, alice: FlaskClient, known: Fill
) -> None:
    for name, answer in _answers(app, alice, _rules(app, "GET"), "GET", known).items():
        if answer.mimetype != "text/html":
            continue
        page = answer.text
        assert "<style" not in page, name
        assert " style=" not in page, name
        assert page.count("<script") == page.count("<script src=") + page.count(
            '<script type="module" src='
        ), name
        assert 'src="http' not in page, name
