"""What is refused before a page sees it, and what responses allow browsers to do."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask, request
from flask.testing import FlaskClient
from werkzeug.datastructures import Headers

from organizer.core.db import db
from organizer.core.security import limiter
from tests.conftest import app_on


def _headers(client: FlaskClient, path: str) -> Headers:
    with client.get(path) as answer:
        return answer.headers


def _policy(client: FlaskClient, path: str) -> dict[str, str]:
    policy = _headers(client, path)["Content-Security-Policy"]
    return dict(part.split(" ", 1) for part in policy.split("; "))


@pytest.mark.parametrize("path", ["/sign-in", "/no/such/page", "/", "/static/app.js"])
def test_every_response_carries_the_protecting_headers(anybody: FlaskClient, path: str) -> None:
    headers = _headers(anybody, path)
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Permissions-Policy"] == "camera=(self), microphone=(), geolocation=()"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_pages_run_only_scripts_of_their_own_files(anybody: FlaskClient) -> None:
    policy = _policy(anybody, "/sign-in")
    assert policy["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert policy["style-src"] == "'self'"
    assert policy["default-src"] == "'self'"
    assert policy["form-action"] == "'self'"


def test_pages_hold_nothing_that_their_policy_forbids(anybody: FlaskClient) -> None:
    page = anybody.get("/sign-in").text
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page
    assert page.count("<script") == page.count("<script src=")


@pytest.mark.parametrize("path", ["/sign-in", "/no/such/page"])
def test_browsers_keep_no_page(anybody: FlaskClient, path: str) -> None:
    assert _headers(anybody, path)["Cache-Control"] == "no-store"


def test_browsers_may_keep_the_built_files(anybody: FlaskClient) -> None:
    assert "max-age=31536000" in _headers(anybody, "/static/app.css")["Cache-Control"]


@pytest.mark.parametrize(
    "path",
    ["/sign-in?next=%00", "/sign-in?next=/&next=%00", "/sign-in?%00=1", "/welcome/%00", "/%00"],
)
def test_an_address_with_a_nul_is_refused(anybody: FlaskClient, path: str) -> None:
    assert anybody.get(path).status_code == 400


def test_an_address_without_a_nul_is_answered(anybody: FlaskClient) -> None:
    answer = anybody.get("/sign-in?next=/events")
    assert answer.status_code == 200
    assert 'name="password"' in answer.text


@pytest.mark.parametrize("unseen", ["\0", "\x01", "\x1b", "\x7f", "\x85"])
def test_control_characters_in_a_form_are_dropped_and_the_rest_stays(
    anybody: FlaskClient, unseen: str
) -> None:
    answer = anybody.post("/sign-in", data={f"em{unseen}ail": f"a{unseen}b&"})
    assert answer.status_code == 422
    assert 'value="ab&amp;"' in answer.text


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_every_value_of_a_name_is_cleaned_and_files_stay_as_they_are(app: Flask, kind: str) -> None:
    sent: dict[str, object] = {"who": ["1\x1b", "\x002"]}
    if kind == "multipart/form-data":
        sent["list"] = (BytesIO(b"a\x00b"), "list.csv")
    with app.test_request_context("/", method="POST", data=sent, content_type=kind):
        assert request.form.getlist("who") == ["1", "2"]
        assert [file.read() for file in request.files.values()] == [b"a\x00b"] * (len(sent) - 1)


def test_line_ends_in_a_form_stay(app: Flask) -> None:
    with app.test_request_context("/", method="POST", data={"offers": "a\r\nb\tc\0"}):
        assert request.form["offers"] == "a\r\nb\tc"


def test_an_upload_whose_part_has_no_name_breaks_nothing(anybody: FlaskClient) -> None:
    body = b"--x\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x--"
    answer = anybody.post("/sign-in", data=body, content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 422


@pytest.fixture
def watched(app: Flask, tmp_path: Path) -> Iterator[FlaskClient]:
    """A browser at an app that counts tries."""
    real = app_on(app.config["SQLALCHEMY_DATABASE_URI"], tmp_path, RATELIMIT_ENABLED=True)
    with real.app_context():
        yield real.test_client()
        db.session.remove()
        db.engine.dispose()
    limiter.enabled = False  # it is one for all apps of a process


def test_whoever_guesses_passwords_is_slowed_down(watched: FlaskClient) -> None:
    answers = [watched.post("/sign-in", data={"email": "x"}).status_code for _ in range(21)]
    assert answers == [422] * 20 + [429]
    assert watched.get("/sign-in").status_code == 200


def test_whoever_guesses_links_is_slowed_down(watched: FlaskClient) -> None:
    answers = [watched.get(f"/welcome/{number}").status_code for number in range(31)]
    assert answers == [404] * 30 + [429]
