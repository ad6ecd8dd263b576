"""Signing in and out."""

from http.cookies import SimpleCookie
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from organizer.accounts import service
from organizer.accounts.models import Role
from organizer.core import clock
from organizer.events.models import Event
from tests.conftest import People

RIGHT = {"email": "erika@example.com", "password": "correct horse"}
WRONG = "E-mail and password do not belong together."


@pytest.fixture
def erika(app: Flask, people: People) -> int:
    """Erika works at Sakura's door and has a password."""
    token = service.invite(people.sakura, Role.DOOR, at=clock.now())
    with app.test_request_context():
        return service.sign_up(token, name="Erika", at=clock.now(), **RIGHT).id


def test_the_right_password_opens_the_list_of_events(anybody: FlaskClient, erika: int) -> None:
    page = anybody.post("/sign-in", data=RIGHT, follow_redirects=True)
    assert page.request.path == "/events"
    assert "Erika" in page.text


@pytest.mark.parametrize("email", ["ERIKA@EXAMPLE.COM", " Erika@Example.com　"])
def test_an_address_may_be_written_as_one_likes(
    anybody: FlaskClient, erika: int, email: str
) -> None:
    answer = anybody.post("/sign-in", data={**RIGHT, "email": email})
    assert answer.status_code == 302


@pytest.mark.parametrize(
    ("email", "password"),
    [
        (RIGHT["email"], "wrong horse"),
        (RIGHT["email"], "correct horse "),
        (RIGHT["email"], "p" * 10_000),
        ("nobody@example.com", RIGHT["password"]),
        ("alice@example.com", "none"),
    ],
)
def test_a_wrong_password_and_an_unknown_address_look_the_same(
    anybody: FlaskClient, erika: int, email: str, password: str
) -> None:
    page = anybody.post("/sign-in", data={"email": email, "password": password})
    assert page.status_code == 422
    assert WRONG in page.text
    assert f'value="{email}"' in page.text
    assert anybody.get("/events").status_code == 302


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("email", "", "Please fill this in."),
        ("email", "erika", "This is not an e-mail address."),
        ("password", "", "Please fill this in."),
    ],
)
def test_what_is_missing_is_said_beside_its_field(
    anybody: FlaskClient, field: str, typed: str, sentence: str
) -> None:
    page = anybody.post("/sign-in", data={**RIGHT, field: typed})
    assert page.status_code == 422
    assert f'<small class="error" id="{field}-error">{sentence}</small>' in page.text


def test_one_is_brought_to_where_one_wanted_to_go(anybody: FlaskClient, erika: int) -> None:
    asked = anybody.get("/events/new?copy=1")
    assert asked.status_code == 302
    assert asked.headers["Location"] == "/sign-in?next=/events/new?copy%3D1"
    answer = anybody.post(asked.headers["Location"], data=RIGHT)
    assert answer.headers["Location"] == "/events/new?copy=1"


def test_what_was_to_be_sent_leads_to_the_start_page(anybody: FlaskClient) -> None:
    assert anybody.post("/events/new").headers["Location"] == "/sign-in"


@pytest.mark.parametrize("target", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_signing_in_leads_nowhere_else(anybody: FlaskClient, erika: int, target: str) -> None:
    answer = anybody.post("/sign-in", query_string={"next": target}, data=RIGHT)
    assert answer.headers["Location"] == "/"
    again = anybody.get("/sign-in", query_string={"next": target})
    assert again.headers["Location"] == "/"


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(anybody: FlaskClient) -> None:
    answer = anybody.post("/events/programme", headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == "/sign-in"


def test_whoever_typed_in_a_page_comes_back_to_it_after_signing_in(
    anybody: FlaskClient, event: Event
) -> None:
    page = f"http://localhost/events/{event.id}/attendees?q=a"
    headers = {"HX-Request": "true", "HX-Current-URL": page}
    answer = anybody.get(f"/events/{event.id}/attendees?q=ab", headers=headers)
    asked = parse_qs(urlsplit(answer.headers["HX-Redirect"]).query)
    assert asked == {"next": [f"/events/{event.id}/attendees?q=a"]}


def test_a_program_is_told_to_sign_in(anybody: FlaskClient) -> None:
    answer = anybody.get("/events", headers={"Accept": "application/json"})
    assert answer.status_code == 401
    assert "error" in answer.get_json()


def test_signing_out_ends_also_the_remembered_session(anybody: FlaskClient, erika: int) -> None:
    anybody.post("/sign-in", data=RIGHT)
    assert anybody.get_cookie("remember_token") is not None
    anybody.post("/sign-out")
    assert anybody.get_cookie("remember_token") is None
    assert anybody.get("/events").headers["Location"].startswith("/sign-in")


def test_a_link_somewhere_cannot_sign_anybody_out(alice: FlaskClient) -> None:
    assert alice.get("/sign-out").status_code == 405
    assert alice.get("/events").status_code == 200


def test_a_remembered_browser_needs_no_password(anybody: FlaskClient, erika: int) -> None:
    anybody.post("/sign-in", data=RIGHT)
    anybody.delete_cookie("session")
    assert "Erika" in anybody.get("/events").text


def test_a_forged_remembrance_opens_nothing(anybody: FlaskClient, erika: int) -> None:
    anybody.set_cookie("remember_token", f"{erika}|{'0' * 128}")
    assert anybody.get("/events").headers["Location"].startswith("/sign-in")


def test_cookies_are_kept_from_scripts_and_from_other_sites(
    anybody: FlaskClient, erika: int
) -> None:
    answer = anybody.post("/sign-in", data=RIGHT)
    cookies = SimpleCookie()
    for line in answer.headers.getlist("Set-Cookie"):
        cookies.load(line)
    for name in ("session", "remember_token"):
        assert cookies[name]["httponly"]
        assert cookies[name]["samesite"] == "Lax"


def test_an_organization_chosen_by_somebody_else_on_this_browser_means_nothing(
    anybody: FlaskClient, people: People, erika: int
) -> None:
    with anybody.session_transaction() as session:
        session["organization"] = 4711
    page = anybody.post("/sign-in", data=RIGHT, follow_redirects=True)
    assert "Sakura" in page.text
