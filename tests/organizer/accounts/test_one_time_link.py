"""The page behind a one-time link: it makes an account, or lets one join."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from organizer.accounts import service
from organizer.accounts.models import Invitation, Organization, Role, Staff, User
from organizer.core import clock
from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from tests.conftest import People, both_databases

ERIKA = {"name": "江里 香", "email": "Erika@Example.com", "password": "correct horse"}
GONE = "This link no longer works"


@pytest.fixture
def link(people: People) -> str:
    """A link into Sakura, for an organizer."""
    token = service.invite(people.sakura, Role.ORGANIZER, note="Erika", at=clock.now())
    return f"/welcome/{token}"


def _token(link: str) -> str:
    return link.rsplit("/", 1)[1]


def _role_of(email: str, organization_id: int) -> Role | None:
    user = db.session.scalar(db.select(User).filter_by(email=email))
    roles = user.roles if user else ()
    return next((Role(r.role) for r in roles if r.organization_id == organization_id), None)


def test_the_page_says_where_and_as_what_one_joins(anybody: FlaskClient, link: str) -> None:
    page = anybody.get(link).text
    assert "Welcome to Sakura" in page
    assert "You join with the role: Organizer." in page


def test_opening_the_link_does_not_use_it_up(anybody: FlaskClient, link: str) -> None:
    anybody.get(link)
    assert GONE not in anybody.get(link).text


def test_signing_up_lets_one_in_at_once(anybody: FlaskClient, people: People, link: str) -> None:
    page = anybody.post(link, data=ERIKA, follow_redirects=True)
    assert page.request.path == "/events"
    assert "Welcome, 江里 香." in page.text
    assert _role_of("erika@example.com", people.sakura) is Role.ORGANIZER


def test_the_password_is_kept_only_as_a_hash(anybody: FlaskClient, link: str) -> None:
    anybody.post(link, data=ERIKA)
    user = db.session.scalars(db.select(User).filter_by(email="erika@example.com")).one()
    assert user.password_hash.startswith("$argon2id$")
    assert ERIKA["password"] not in user.password_hash


def test_the_link_works_once(app: Flask, anybody: FlaskClient, link: str) -> None:
    anybody.post(link, data=ERIKA)
    late = app.test_client().post(link, data={**ERIKA, "email": "late@example.com"})
    assert late.status_code == 404
    assert GONE in late.text
    assert db.session.scalar(db.select(User).filter_by(email="late@example.com")) is None


def test_the_link_is_stored_only_as_a_digest(link: str) -> None:
    stored = db.session.scalars(db.select(Invitation.token_hash)).all()
    assert not any(_token(link) in text for text in stored)


@pytest.mark.parametrize("token", ["wrong", "髙橋", "%F0%28", "x" * 10_000])
def test_a_wrong_link_is_as_good_as_none(anybody: FlaskClient, link: str, token: str) -> None:
    page = anybody.get(f"/welcome/{token}")
    assert page.status_code == 404
    assert GONE in page.text


def test_the_link_works_for_seven_days(people: People) -> None:
    made = clock.now()
    token = service.invite(people.sakura, Role.DOOR, at=made)
    week = timedelta(days=7)
    assert service.find_invitation(token, at=made + week - timedelta(seconds=1)) is not None
    assert service.find_invitation(token, at=made + week) is None


def test_too_old_a_link_makes_nobody_a_member(anybody: FlaskClient, people: People) -> None:
    made = clock.now() - timedelta(days=8)
    token = service.invite(people.sakura, Role.OWNER, at=made)
    page = anybody.post(f"/welcome/{token}", data=ERIKA)
    assert page.status_code == 404
    assert db.session.scalar(db.select(User).filter_by(email="erika@example.com")) is None


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", "", "Please fill this in."),
        ("name", "　 ", "Please fill this in."),
        ("name", "n" * 101, "At most 100 characters."),
        ("email", "", "Please fill this in."),
        ("email", "erika", "This is not an e-mail address."),
        ("email", "erika@localhost", "This is not an e-mail address."),
        ("email", "a@example.com, b@example.com", "This is not an e-mail address."),
        ("email", "e" * 10_000 + "@example.com", "This is not an e-mail address."),
        ("email", "ALICE@example.com", "This address already has an account."),
        ("password", "", "Please fill this in."),
        ("password", "too short", "Between 10 and 200 characters."),
        ("password", "p" * 10_000, "Between 10 and 200 characters."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_the_rest_is_kept(
    anybody: FlaskClient, link: str, field: str, typed: str, sentence: str
) -> None:
    page = anybody.post(link, data={**ERIKA, field: typed})
    assert page.status_code == 422
    beside = page.text.split(f'id="{field}-error">')[1].split("</small>")[0]
    assert sentence in beside
    for kept in {"name", "email"} - {field}:
        assert f'value="{ERIKA[kept]}"' in page.text
    assert GONE not in anybody.get(link).text


def test_a_typed_password_is_never_sent_back(anybody: FlaskClient, link: str) -> None:
    page = anybody.post(link, data={**ERIKA, "email": ""})
    assert ERIKA["password"] not in page.text


def test_a_form_without_any_field_is_refused(anybody: FlaskClient, link: str) -> None:
    page = anybody.post(link, data={})
    assert page.status_code == 422
    assert page.text.count("Please fill this in.") == 3


@both_databases
def test_of_two_people_with_the_same_link_one_gets_in(app: Flask, people: People) -> None:
    token = service.invite(people.sakura, Role.OWNER, at=clock.now())
    outcomes = _at_once(
        app,
        *[lambda n=n: _sign_up(token, f"racer{n}@example.com") for n in (1, 2)],
    )
    assert sorted(outcomes) == ["in", "too late"]
    racers = db.select(User).where(User.email.startswith("racer"))
    assert len(db.session.scalars(racers).all()) == 1


@both_databases
def test_of_two_people_with_the_same_address_one_gets_in(app: Flask, people: People) -> None:
    tokens = [service.invite(people.sakura, Role.DOOR, at=clock.now()) for _ in range(2)]
    outcomes = _at_once(app, *[lambda t=t: _sign_up(t, "twin@example.com") for t in tokens])
    assert sorted(outcomes) == ["in", "too late"]
    assert len(service.open_invitations(people.sakura, at=clock.now())) == 1


def _sign_up(token: str, email: str) -> None:
    service.sign_up(token, name="R", email=email, password="0123456789", at=clock.now())


def _at_once(app: Flask, *commands: Callable[[], None]) -> list[str]:
    """Run commands in threads that start together; return how each came out."""
    start, outcomes = threading.Barrier(len(commands), timeout=20), []

    def attempt(command: Callable[[], None]) -> None:
        with app.test_request_context():
            start.wait()
            try:
                command()
            except OrganizerError:
                outcomes.append("too late")
            else:
                outcomes.append("in")

    threads = [threading.Thread(target=attempt, args=(c,)) for c in commands]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_somebody_with_an_account_joins_with_one_click(
    charlie: FlaskClient, people: People, link: str
) -> None:
    page = charlie.get(link).text
    assert "You are signed in as Charlie." in page
    assert 'name="password"' not in page
    joined = charlie.post(link, follow_redirects=True)
    assert "Welcome, Charlie." in joined.text
    assert _role_of("charlie@example.com", people.sakura) is Role.ORGANIZER


def test_whoever_joined_works_for_the_new_organization_at_once(
    charlie: FlaskClient, people: People, link: str
) -> None:
    charlie.post(link)
    menu = charlie.get("/events").text
    assert menu.index('aria-current="true">Sakura') > 0


def test_joining_uses_the_link_up(charlie: FlaskClient, bob: FlaskClient, link: str) -> None:
    charlie.post(link)
    assert bob.get(link).status_code == 404


def test_a_link_raises_a_member_to_its_role(dora: FlaskClient, people: People, link: str) -> None:
    dora.post(link)
    assert _role_of("dora@example.com", people.sakura) is Role.ORGANIZER


def test_a_link_lowers_nobody(alice: FlaskClient, people: People, link: str) -> None:
    alice.post(link)
    assert _role_of("alice@example.com", people.sakura) is Role.OWNER
    assert len(db.session.scalars(db.select(Staff).filter_by(user_id=people.alice.id)).all()) == 1


def test_a_link_withdrawn_while_its_page_was_open_is_refused(
    anybody: FlaskClient, people: People, link: str
) -> None:
    anybody.get(link)
    with transaction() as session:
        session.delete(session.scalars(db.select(Invitation)).one())
    assert anybody.post(link, data=ERIKA).status_code == 404


def test_the_first_organization_is_the_one_set_up_first(app: Flask) -> None:
    assert service.first_organization() is None
    first = service.create_organization("Sakura")
    service.create_organization("Fuji")
    found = service.first_organization()
    assert isinstance(found, Organization)
    assert found.id == first.id
