"""The page on which owners say who works here; and what a role opens."""

import re
import threading

import pytest
from flask import Flask
from flask.testing import FlaskClient

from organizer.accounts import service
from organizer.accounts.models import Role, Staff, User
from organizer.core import clock
from organizer.core.db import db
from organizer.core.errors import OrganizerError
from tests.conftest import People, both_databases

NEEDS_OWNER = "An organization needs an owner."


def _staff(user: User) -> Staff:
    db.session.rollback()
    return db.session.scalars(db.select(Staff).filter_by(user_id=user.id)).first() or Staff()


def _role(user: User) -> str | None:
    return _staff(user).role


def _new_link(owner: FlaskClient, **changes: str) -> str:
    page = owner.post("/staff", data={"note": "Erika", "role": "door", **changes}).text
    found = re.search(r"http://localhost(/welcome/[\w-]+)", page)
    assert found is not None
    return found[1]


def test_an_owner_sees_everybody_who_works_here(alice: FlaskClient) -> None:
    page = alice.get("/staff").text
    for name in ("alice", "bob", "dora"):
        assert f"{name}@example.com" in page
    assert "charlie@example.com" not in page


@pytest.mark.parametrize("who", ["bob", "dora"])
def test_only_owners_see_the_staff(
    request: pytest.FixtureRequest, people: People, who: str
) -> None:
    client: FlaskClient = request.getfixturevalue(who)
    erika = service.invite(people.sakura, Role.DOOR, at=clock.now())
    invitation = service.find_invitation(erika, at=clock.now())
    assert invitation is not None
    posts = (
        client.post("/staff", data={"note": "me", "role": "owner"}),
        client.post(f"/staff/{_staff(people.bob).id}", data={"role": "owner"}),
        client.post(f"/staff/invitations/{invitation.id}/withdraw"),
    )
    assert "bob@example.com" not in client.get("/staff").text
    assert [answer.status_code for answer in (client.get("/staff"), *posts)] == [403] * 4
    assert (_role(people.bob), _role(people.dora)) == (Role.ORGANIZER, Role.DOOR)


def test_nobody_sees_the_staff_without_signing_in(anybody: FlaskClient, people: People) -> None:
    assert anybody.get("/staff").headers["Location"] == "/sign-in?next=/staff"


def test_a_new_link_is_shown_once(alice: FlaskClient, anybody: FlaskClient) -> None:
    link = _new_link(alice, role="organizer", note="Erika")
    assert "You join with the role: Organizer." in anybody.get(link).text
    page = alice.get("/staff").text
    assert link not in page
    assert "<td>Erika</td><td>Organizer</td>" in page


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("note", " ", "Please fill this in."),
        ("note", "n" * 101, "At most 100 characters."),
        ("role", "king", "Not a valid choice."),
    ],
)
def test_a_wrong_invitation_makes_no_link(
    alice: FlaskClient, people: People, field: str, typed: str, sentence: str
) -> None:
    page = alice.post("/staff", data={"note": "Erika", "role": "door", field: typed})
    assert page.status_code == 422
    assert sentence in page.text
    assert "/welcome/" not in page.text
    assert not service.open_invitations(people.sakura, at=clock.now())


def test_a_withdrawn_link_no_longer_works(
    alice: FlaskClient, anybody: FlaskClient, people: People
) -> None:
    link = _new_link(alice)
    row = service.open_invitations(people.sakura, at=clock.now())[0]
    page = alice.post(f"/staff/invitations/{row.id}/withdraw", follow_redirects=True)
    assert "The link no longer works." in page.text
    assert anybody.get(link).status_code == 404


def test_a_used_link_cannot_be_withdrawn(
    alice: FlaskClient, charlie: FlaskClient, people: People
) -> None:
    link = _new_link(alice)
    row_id = service.open_invitations(people.sakura, at=clock.now())[0].id
    charlie.post(link)
    page = alice.post(f"/staff/invitations/{row_id}/withdraw", follow_redirects=True)
    assert "This link was used already" in page.text


def test_nobody_withdraws_the_links_of_others(
    alice: FlaskClient, charlie: FlaskClient, anybody: FlaskClient, people: People
) -> None:
    link = _new_link(alice)
    row_id = service.open_invitations(people.sakura, at=clock.now())[0].id
    charlie.post(f"/staff/invitations/{row_id}/withdraw")
    assert anybody.get(link).status_code == 200


def test_an_owner_changes_a_role(alice: FlaskClient, people: People) -> None:
    page = alice.post(
        f"/staff/{_staff(people.dora).id}", data={"role": "organizer"}, follow_redirects=True
    )
    assert "Saved." in page.text
    assert _role(people.dora) == Role.ORGANIZER


def test_a_new_role_opens_its_pages_at_once(
    alice: FlaskClient, dora: FlaskClient, people: People
) -> None:
    assert dora.get("/events/new").status_code == 403
    alice.post(f"/staff/{_staff(people.dora).id}", data={"role": "organizer"})
    assert "Set up an event" in dora.get("/events/new").text


def test_whoever_is_removed_is_out_at_once(
    alice: FlaskClient, bob: FlaskClient, people: People
) -> None:
    assert "Events" in bob.get("/events").text
    alice.post(f"/staff/{_staff(people.bob).id}", data={"role": "remove"})
    page = bob.get("/events")
    assert page.status_code == 404
    assert "You do not work for any organization" in page.text


@pytest.mark.parametrize("role", ["", "king", "OWNER", "door\r\n"])
def test_an_unknown_role_changes_nothing(alice: FlaskClient, people: People, role: str) -> None:
    answer = alice.post(f"/staff/{_staff(people.dora).id}", data={"role": role})
    assert answer.status_code == 400
    assert _role(people.dora) == Role.DOOR


def test_the_staff_of_others_cannot_be_touched(alice: FlaskClient, people: People) -> None:
    answer = alice.post(f"/staff/{_staff(people.charlie).id}", data={"role": "remove"})
    assert answer.status_code == 404
    assert _role(people.charlie) == Role.OWNER


@pytest.mark.parametrize("role", ["organizer", "door", "remove"])
def test_the_last_owner_stays(alice: FlaskClient, people: People, role: str) -> None:
    page = alice.post(
        f"/staff/{_staff(people.alice).id}", data={"role": role}, follow_redirects=True
    )
    assert NEEDS_OWNER in page.text
    assert _role(people.alice) == Role.OWNER


def test_an_owner_may_step_down_when_another_is_there(alice: FlaskClient, people: People) -> None:
    alice.post(f"/staff/{_staff(people.bob).id}", data={"role": "owner"})
    page = alice.post(
        f"/staff/{_staff(people.alice).id}", data={"role": "door"}, follow_redirects=True
    )
    assert page.request.path == "/events"
    assert _role(people.alice) == Role.DOOR


@both_databases
def test_two_owners_cannot_remove_each_other_at_once(app: Flask, people: People) -> None:
    service.change_role(_staff_id(people.bob), Role.OWNER, organization_id=people.sakura)
    ids = [_staff_id(people.alice), _staff_id(people.bob)]
    start, refused = threading.Barrier(2, timeout=20), []

    def remove(staff_id: int) -> None:
        with app.test_request_context():
            start.wait()
            try:
                service.change_role(staff_id, None, organization_id=people.sakura)
            except OrganizerError:
                refused.append(staff_id)

    threads = [threading.Thread(target=remove, args=(i,)) for i in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    db.session.rollback()
    owners = [s for s in service.staff_of(people.sakura) if s.role == Role.OWNER]
    assert [s.id for s in owners] == refused


def _staff_id(user: User) -> int:
    return db.session.scalars(db.select(Staff.id).filter_by(user_id=user.id)).one()


def test_somebody_who_works_for_two_organizations_switches_between_them(
    charlie: FlaskClient, people: People
) -> None:
    charlie.post(_link_into(people.sakura, Role.DOOR))
    for name in ("Other", "Sakura"):
        page = charlie.post("/organization", data={"organization": _id_of(name)})
        assert page.headers["Location"] == "/"
        assert f'aria-current="true">{name}' in charlie.get("/events").text


@pytest.mark.parametrize("wanted", ["", "x", "-1", "9" * 30, "4711"])
def test_nobody_switches_to_an_organization_of_others(
    charlie: FlaskClient, people: People, wanted: str
) -> None:
    charlie.post("/organization", data={"organization": wanted})
    charlie.post("/organization", data={"organization": people.sakura})
    page = charlie.get("/events").text
    assert "Other" in page
    assert "Sakura" not in page


def _link_into(organization_id: int, role: Role) -> str:
    return f"/welcome/{service.invite(organization_id, role, at=clock.now())}"


def _id_of(name: str) -> int:
    found = next(s for s in db.session.scalars(db.select(Staff)) if s.organization.name == name)
    return found.organization_id


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.DOOR, {Role.DOOR}),
        (Role.ORGANIZER, {Role.DOOR, Role.ORGANIZER}),
        (Role.OWNER, set(Role)),
    ],
)
def test_each_role_may_all_that_the_one_before_may(role: Role, may: set[Role]) -> None:
    assert {other for other in Role if role.includes(other)} == may
