"""What went wrong, said to people in their language, and to programs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask, abort, redirect
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


def _send_away() -> str:
    abort(redirect("/elsewhere"))


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
        real.add_url_rule("/away", "away", anybody(_send_away))
        real.add_url_rule("/answer/<int:status>", "answer", anybody(_answer))
        return real.test_client()

    return make


ERRORS = [
    (400, "This could not be done", "Go back and try again.", "この操作はできませんでした"),
    (401, "Please sign in", "You are not signed in any more.", "サインインしてください"),
    (
        403,
        "Not for your role",
        "Ask an owner of your organization to do this or to change your role.",
        "この役割では使えません",
    ),
    (
        404,
        "Nothing here",
        "The address may be mistyped, or the page belongs to someone else.",
        "ページが見つかりません",
    ),
    (405, "Nothing here", "This address cannot be opened that way.", "ページが見つかりません"),
    (
        413,
        "This file is too large",
        "Files of up to 10 MB can be read. Nothing was stored.",
        "ファイルが大きすぎます",
    ),
    (418, "This could not be done", "Go back and try again.", "この操作はできませんでした"),
    (429, "Too many tries", "Wait a minute, then try again.", "試行回数が多すぎます"),
]


@pytest.mark.parametrize(("status", "title", "text", "japanese"), ERRORS)
def test_an_error_has_a_page_in_both_languages(
    serve: Serve, status: int, title: str, text: str, japanese: str
) -> None:
    client = serve()
    page, ja = client.get(f"/answer/{status}"), client.get(f"/answer/{status}", headers=IN_JAPANESE)
    assert (page.status_code, ja.status_code) == (status, status)
    for part in (f">{status}<", f"<h1>{title}</h1>", f"<p>{text}</p>"):
        assert part in page.text
    assert f"<h1>{japanese}</h1>" in ja.text
    assert 'lang="ja"' in ja.text


def test_a_view_may_break_off_with_an_answer_of_its_own(serve: Serve) -> None:
    answer = serve().get("/away")
    assert (answer.status_code, answer.location) == (302, "/elsewhere")


@pytest.mark.parametrize(("status", "title", "text", "japanese"), ERRORS)
def test_a_program_gets_the_sentence_as_json(
    serve: Serve, status: int, title: str, text: str, japanese: str
) -> None:
    answer = serve().get(f"/answer/{status}", headers=AS_PROGRAM)
    assert (answer.status_code, answer.get_json()) == (status, {"error": text})


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
    assert "<h1>This could not be done</h1>" in page.text
    assert "<p>Everybody is seated already.</p>" in page.text


def test_too_large_a_form_is_refused_before_it_is_read(serve: Serve) -> None:
    client = serve(MAX_CONTENT_LENGTH=1000)
    page = client.post("/sign-in", data={"email": "a" * 2000})
    assert page.status_code == 413
    assert "This file is too large" in page.text


def test_a_form_without_its_token_says_to_reload(serve: Serve) -> None:
    page = serve(WTF_CSRF_ENABLED=True).post("/sign-in", data={"email": "a@example.com"})
    assert page.status_code == 400
    assert "<h1>This page was open too long</h1>" in page.text
    assert (
        "<p>Go back, reload the page and send it once more. Nothing was changed.</p>" in page.text
    )


def test_a_part_asked_for_without_the_token_has_its_page_reloaded(serve: Serve) -> None:
    part = serve(WTF_CSRF_ENABLED=True).post("/sign-in", headers={"HX-Request": "true"})
    assert (part.status_code, part.text, part.headers["HX-Refresh"]) == (400, "", "true")


@pytest.mark.parametrize(
    ("headers", "sentence"),
    [
        ({}, "<h1>Something broke on our side</h1>"),
        ({}, "<p>Try again. If it happens again, tell whoever runs this service.</p>"),
        (IN_JAPANESE, "<h1>システム側で問題が起きました</h1>"),
        (IN_JAPANESE, '<html lang="ja"'),
        (AS_PROGRAM, '{"error":"Try again. If it happens again, tell whoever runs'),
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
