"""What holds for every page of the app, whichever slice it belongs to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from organizer.core.db import db
from organizer.core.urls import LARGEST_ID
from tests.conftest import People, app_on
from tests.organizer.addresses import Names, furnish, routes


@pytest.fixture
def known(people: People, alice: FlaskClient) -> Names:
    """What addresses may name: one of everything that Sakura has."""
    return furnish(people.sakura, alice)


def _answers(app: Flask, client: FlaskClient, method: str, known: Names) -> dict[str, TestResponse]:
    return {
        route.name: client.open(route.address(app, known), method=method)
        for route in routes(app, method)
    }


@pytest.mark.parametrize("number", [LARGEST_ID, LARGEST_ID + 1, 2**63, 10**30])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_huge_numbers_name_nothing(
    app: Flask, alice: FlaskClient, known: Names, number: int, method: str
) -> None:
    for route in routes(app, method):
        for name in route.rule.arguments:
            if type(route.rule._converters[name]).__name__ != "IdConverter":
                continue
            here = route.address(app, {**known, name: 987654321})
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
    app: Flask, alice: FlaskClient, known: Names, text: str
) -> None:
    for route in routes(app, "GET"):
        here = route.address(app, known)
        for there in (f"{here}?q={text}&next={text}&round={text}&page={text}", f"{here}{text}"):
            assert alice.get(there).status_code < 500, there


def test_a_nul_in_an_address_is_refused_everywhere(
    app: Flask, alice: FlaskClient, known: Names
) -> None:
    for route in routes(app, "GET"):
        here = route.address(app, known)
        assert alice.get(f"{here}?q=%00").status_code == 400, here


@pytest.mark.parametrize("body", [b"", b"\0", b"{", b"[1]", b"null", b"\xff\xfe=\xff"])
@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded", ""])
def test_a_body_that_makes_no_sense_breaks_nothing(
    app: Flask, alice: FlaskClient, known: Names, body: bytes, kind: str
) -> None:
    for route in routes(app, "POST"):
        here = route.address(app, known)
        answer = alice.post(here, data=body, content_type=kind)
        assert answer.status_code < 500, here
        if route.name == "POST /sign-out":
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
    app: Flask, guarded: FlaskClient, known: Names
) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        answers = _answers(app, guarded, method, known)
        assert {n: a.status_code for n, a in answers.items() if a.status_code != 400} == {}


def test_pages_hold_nothing_that_the_content_policy_forbids(
    app: Flask, alice: FlaskClient, known: Names
) -> None:
    for name, answer in _answers(app, alice, "GET", known).items():
        if answer.mimetype != "text/html":
            continue
        page = answer.text
        assert "<style" not in page, name
        assert " style=" not in page, name
        assert page.count("<script") == page.count("<script src=") + page.count(
            '<script type="module" src='
        ), name
        assert 'src="http' not in page, name
