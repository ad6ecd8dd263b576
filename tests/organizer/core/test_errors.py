"""What went wrong, said to people in their language, and to programs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient

from organizer.core.errors import OrganizerError
from organizer.core.routes import anybody
from tests.conftest import app_on

IN_JAPANESE = {"Accept-Language": "ja"}
AS_PROGRAM = {"Accept": "application/json"}
SECRET = "the password of the database"
Serve = Callable[..., FlaskClient]


def _break() -> str:
    raise RuntimeError(SECRET)


def _refuse() -> str:
    raise OrganizerError("Everybody is seated already.")


def _answer(status: int) -> str:
    abort(status)


@pytest.fixture
def serve(app: Flask, tmp_path: Path) -> Serve:
    """Return a browser at an app that is served for real, with pages that go wrong."""

    def make(**config: object) -> FlaskClient:
        url = config.pop("url", app.config["SQLALCHEMY_DATABASE_URI"])
        real = app_on(str(url), tmp_path, **{"TESTING": False, **config})
        real.add_url_rule("/break", "break", anybody(_break))
        real.add_url_rule("/refuse", "refuse", anybody(_refuse))
        real.add_url_rule("/answer/<int:status>", "answer", anybody(_answer))
        return real.test_client()

    return make


@pytest.mark.parametrize(
    ("status", "english", "japanese"),
    [
        (401, "Please sign in", "サインインしてください"),
        (403, "Not for your role", "この役割では使えません"),
        (404, "Nothing here", "ページが見つかりません"),
        (405, "This address cannot be opened that way.", "このアドレスはその方法では開けません。"),
        (413, "This file is too large", "ファイルが大きすぎます"),
        (418, "This could not be done", "この操作はできませんでした"),
        (429, "Too many tries", "試行回数が多すぎます"),
    ],
)
def test_an_error_has_a_page_in_both_languages(
    serve: Serve, status: int, english: str, japanese: str
) -> None:
    client = serve()
    page, ja = client.get(f"/answer/{status}"), client.get(f"/answer/{status}", headers=IN_JAPANESE)
    assert (page.status_code, ja.status_code) == (status, status)
    assert english in page.text
    assert japanese in ja.text
    assert 'lang="ja"' in ja.text


@pytest.mark.parametrize("status", [403, 404, 413, 429])
def test_a_program_gets_the_sentence_as_json(serve: Serve, status: int) -> None:
    answer = serve().get(f"/answer/{status}", headers=AS_PROGRAM)
    assert answer.status_code == status
    assert answer.get_json()["error"].endswith(".")


def test_an_unknown_address_names_the_way_back(anybody: FlaskClient) -> None:
    page = anybody.get("/no/such/page")
    assert page.status_code == 404
    assert 'href="/"' in page.text


def test_the_wrong_method_names_the_right_ones(anybody: FlaskClient) -> None:
    answer = anybody.post("/events/1")
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_what_a_command_refuses_is_told_as_a_page(serve: Serve) -> None:
    page = serve().get("/refuse")
    assert page.status_code == 409
    assert "Everybody is seated already." in page.text


def test_too_large_a_form_is_refused_before_it_is_read(serve: Serve) -> None:
    client = serve(MAX_CONTENT_LENGTH=1000)
    page = client.post("/sign-in", data={"email": "a" * 2000})
    assert page.status_code == 413
    assert "This file is too large" in page.text


def test_a_form_without_its_token_says_to_reload(serve: Serve) -> None:
    page = serve(WTF_CSRF_ENABLED=True).post("/sign-in", data={"email": "a@example.com"})
    assert page.status_code == 400
    assert "This page was open too long" in page.text


@pytest.mark.parametrize(
    ("headers", "sentence"),
    [
        ({}, "Something broke on our side"),
        (IN_JAPANESE, "システム側で問題が起きました"),
        (AS_PROGRAM, "Try again."),
    ],
)
def test_an_unexpected_error_leaks_nothing(
    serve: Serve, headers: dict[str, str], sentence: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = serve().get("/break", headers=headers)
    assert answer.status_code == 500
    assert sentence in answer.text
    assert SECRET not in answer.text
    assert "Traceback" not in answer.text
    assert SECRET in caplog.text


@pytest.mark.parametrize(
    "url",
    ["sqlite:////proc/no/such/folder/data.sqlite", "postgresql+psycopg://localhost:1/nothing"],
)
@pytest.mark.parametrize("path", ["/events", "/no/such/page", "/answer/403"])
def test_error_pages_need_no_database(serve: Serve, url: str, path: str) -> None:
    client = serve(url=url)
    with client.session_transaction() as session:
        session["_user_id"] = "1"
    page = client.get(path)
    assert page.status_code == 500
    assert "Something broke on our side" in page.text


def test_tests_see_the_error_itself(serve: Serve) -> None:
    with pytest.raises(RuntimeError, match=SECRET):
        serve(TESTING=True).get("/break")
