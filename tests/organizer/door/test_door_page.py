"""The page at the door: scanning, searching, undoing."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from organizer.arrivals import presence, service
from organizer.arrivals.service import Outcome
from organizer.events.models import Event
from organizer.registration import service as registrations
from organizer.registration.models import Registration
from tests.conftest import People
from tests.organizer.arrivals.conftest import EVENING, actor_of, new_id

Read = Callable[..., Outcome]
JSON = {"Accept": "application/json"}


def door(event: Event) -> str:
    return f"/events/{event.id}/door"


def test_door_staff_see_how_many_are_in(
    dora: FlaskClient, event: Event, guest: Registration, scan: Read
) -> None:
    scan(guest.code)
    page = dora.get(door(event)).text
    assert "<strong>1</strong> / 1" in page
    assert "In since 18:42" in page


def test_an_empty_evening_says_so(dora: FlaskClient, event: Event) -> None:
    assert "Nobody is in yet." in dora.get(door(event)).text


def test_strangers_are_asked_to_sign_in_and_outsiders_find_nothing(
    anybody: FlaskClient, charlie: FlaskClient, event: Event, guest: Registration, scan: Read
) -> None:
    undo = f"{door(event)}/scans/{scan(guest.code).scan_id}/undo"
    posts = {f"{door(event)}/scans": {"code": guest.code, "scan_id": new_id()}}
    posts[undo] = {"undo_id": new_id()}
    assert "/sign-in" in anybody.get(door(event)).location
    assert charlie.get(door(event)).status_code == 404
    for address, data in posts.items():
        assert "/sign-in" in anybody.post(address, data=data).location
        assert charlie.post(address, data=data).status_code == 404
    assert presence.count_arrived(event.id) == 1


def test_a_scan_by_plain_form_leads_to_its_verdict(
    dora: FlaskClient, event: Event, guest: Registration, seat: Callable[..., None]
) -> None:
    seat(guest, "C", "A")
    data = {"code": guest.code, "scan_id": new_id()}
    page = dora.post(f"{door(event)}/scans", data=data, follow_redirects=True).text
    assert 'data-verdict="welcome"' in page
    assert "Welcome" in page
    assert guest.name in page
    assert "Table C" in page
    assert "Please take ¥3,000" in page


def test_a_free_evening_asks_for_no_money(
    dora: FlaskClient, make_event: Callable[..., Event], make_attendees: Callable[..., list]
) -> None:
    event = make_event(fee=0)
    guest = make_attendees(event, 1)[0]
    data = {"code": guest.code, "scan_id": new_id()}
    page = dora.post(f"{door(event)}/scans", data=data, follow_redirects=True).text
    assert "Welcome" in page
    assert "Please take" not in page


def test_each_verdict_is_answered_to_a_script(
    dora: FlaskClient,
    event: Event,
    make_event: Callable[..., Event],
    make_attendees: Callable[..., list[Registration]],
    scan: Read,
) -> None:
    new, known, gone = make_attendees(event, 3)
    elsewhere = make_attendees(make_event(title="第13回"), 1)[0]
    scan(known.code)
    registrations.cancel_registration(gone.id, at=EVENING)
    expected = {
        new.code: ("welcome", "Welcome"),
        known.code: ("already_in", "Already in since 18:42"),
        gone.code: ("cancelled", "This registration was cancelled"),
        elsewhere.code: ("other_event", "第13回"),
        "0" * 16: ("unknown", "This badge is not known"),
    }
    for code, (verdict, words) in expected.items():
        data = {"code": f"http://localhost/C/{code}", "scan_id": new_id()}
        answer = dora.post(f"{door(event)}/scans", data=data, headers=JSON).get_json()
        assert answer["verdict"] == verdict
        assert words in answer["html"]


def test_a_scan_posted_again_by_a_script_gets_the_same_verdict(
    dora: FlaskClient, event: Event, guest: Registration
) -> None:
    data = {"code": guest.code, "scan_id": new_id()}
    for _ in range(2):
        answer = dora.post(f"{door(event)}/scans", data=data, headers=JSON)
        assert answer.get_json()["verdict"] == "welcome"


def test_a_scan_needs_a_code_and_an_id(dora: FlaskClient, event: Event) -> None:
    wrong = [
        ({"scan_id": new_id()}, "Please fill this in."),
        ({"code": "x" * 10_000, "scan_id": new_id()}, "At most 500 characters."),
        ({"code": "0" * 16, "scan_id": "7"}, "Please reload this page and try again."),
        ({"code": "0" * 16, "scan_id": ""}, "Please fill this in."),
    ]
    for data, words in wrong:
        plain = dora.post(f"{door(event)}/scans", data=data)
        assert plain.status_code == 422
        assert words in plain.text
        answer = dora.post(f"{door(event)}/scans", data=data, headers=JSON)
        assert (answer.status_code, answer.get_json()) == (422, {"error": words})


@pytest.mark.parametrize("code", ["\x00", "\ud800", "名刺", "' OR 1=1 --", "🎴" * 400])
def test_a_strange_code_is_unknown_or_refused_but_never_breaks_the_door(
    dora: FlaskClient, event: Event, code: str
) -> None:
    data = {"code": code.encode("utf-8", "surrogatepass"), "scan_id": new_id()}
    answer = dora.post(f"{door(event)}/scans", data=data, headers=JSON)
    assert answer.status_code in (200, 400, 422)
    assert answer.get_json().get("verdict", "unknown") == "unknown"


@pytest.mark.parametrize(
    "at", ["", "yesterday", "2026-10-08T18:42", "0001-01-01T00:00:00+23:59", "9" * 40, "\x00"]
)
def test_a_strange_device_time_is_replaced_by_the_servers(
    dora: FlaskClient, event: Event, guest: Registration, at: str
) -> None:
    data = {"code": guest.code, "scan_id": new_id(), "at": at}
    answer = dora.post(f"{door(event)}/scans", data=data, headers=JSON)
    assert answer.get_json().get("verdict") == "welcome" or answer.status_code in (400, 422)


def test_json_instead_of_a_form_is_refused(dora: FlaskClient, event: Event) -> None:
    for body in ([1], {"code": ["x"]}, "x"):
        answer = dora.post(f"{door(event)}/scans", json=body, headers=JSON)
        assert answer.status_code in (400, 422)


def test_addresses_with_strange_ids_find_nothing(dora: FlaskClient, event: Event) -> None:
    huge = 10**30
    assert dora.get(f"/events/{huge}/door").status_code == 404
    assert dora.post(f"{door(event)}/scans/{huge}/undo").status_code == 404
    for scan_id in ("7", new_id(), "x" * 1000):
        page = dora.get(door(event), query_string={"scan": scan_id})
        assert 'data-verdict=""' in page.text


def test_undoing_takes_the_person_out_and_says_so(
    dora: FlaskClient, event: Event, guest: Registration, scan: Read
) -> None:
    address = f"{door(event)}/scans/{scan(guest.code).scan_id}/undo"
    page = dora.post(address, data={"undo_id": new_id()}, follow_redirects=True).text
    assert f"{guest.name} is no longer counted as in." in page
    assert "<strong>0</strong> / 1" in page


def test_undoing_is_answered_to_a_script(
    dora: FlaskClient, event: Event, guest: Registration, scan: Read
) -> None:
    address = f"{door(event)}/scans/{scan(guest.code).scan_id}/undo"
    answer = dora.post(address, data={"undo_id": new_id()}, headers=JSON).get_json()
    assert answer["verdict"] == "undone"
    assert guest.name in answer["html"]


def test_what_cannot_be_undone_is_refused_in_words(
    dora: FlaskClient, event: Event, scan: Read
) -> None:
    unknown = f"{door(event)}/scans/{scan('0' * 16).scan_id}/undo"
    for address, data, words in (
        (unknown, {"undo_id": new_id()}, "There is nothing to undo here."),
        (unknown, {"undo_id": "7"}, "Please reload this page and try again."),
    ):
        answer = dora.post(address, data=data, headers=JSON)
        assert answer.status_code == 409
        assert words in answer.get_json()["error"]


def test_an_undo_that_comes_before_its_scan_is_answered_and_so_is_the_scan(
    dora: FlaskClient, event: Event, guest: Registration
) -> None:
    scan_id = new_id()
    address = f"{door(event)}/scans/{scan_id}/undo"
    answer = dora.post(address, data={"undo_id": new_id()}, headers=JSON).get_json()
    assert (answer["verdict"], guest.name in answer["html"]) == ("undone", False)
    plain = dora.post(address, data={"undo_id": new_id()}, follow_redirects=True).text
    assert "Check-in undone" in plain
    data = {"code": guest.code, "scan_id": scan_id}
    answer = dora.post(f"{door(event)}/scans", data=data, headers=JSON).get_json()
    assert answer["verdict"] == "undone"
    assert "This check-in was undone" in answer["html"]
    assert "/undo" not in answer["html"]


def test_the_undo_beside_an_answer_takes_back_what_counts_now(
    dora: FlaskClient, event: Event, guest: Registration, people: People, scan: Read
) -> None:
    lost = new_id()
    scan(guest.code, scan_id=lost)
    undo_id, actor = new_id(), actor_of(people.dora)
    service.undo(event.id, lost, undo_id=undo_id, actor=actor, at=EVENING)
    counts_now = scan(guest.code).scan_id
    data = {"code": guest.code, "scan_id": lost}
    answer = dora.post(f"{door(event)}/scans", data=data, headers=JSON).get_json()
    assert answer["verdict"] == "welcome"
    assert f"/scans/{counts_now}/undo" in answer["html"]


def test_undoing_leads_back_within_the_app_only(
    dora: FlaskClient, event: Event, guest: Registration, scan: Read
) -> None:
    for target, expected in ((f"/C/{guest.code}",) * 2, ("https://evil.example/", door(event))):
        address = f"{door(event)}/scans/{scan(guest.code).scan_id}/undo"
        answer = dora.post(address, data={"undo_id": new_id(), "next": target})
        assert answer.location == expected


def test_a_script_needs_the_pages_token(
    app: Flask, people: People, event: Event, guest: Registration
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    client = app.test_client(user=people.dora)
    token = client.get(door(event)).text.split('csrf-token" content="')[1].split('"')[0]
    data = {"code": guest.code, "scan_id": new_id()}
    refused = client.post(f"{door(event)}/scans", data=data, headers=JSON)
    assert refused.status_code == 400
    assert "reload the page" in refused.get_json()["error"]
    allowed = client.post(f"{door(event)}/scans", data=data, headers={**JSON, "X-CSRFToken": token})
    assert allowed.get_json()["verdict"] == "welcome"


def test_the_overview_tells_how_many_are_in(
    dora: FlaskClient, event: Event, guest: Registration, scan: Read
) -> None:
    assert "0 / 1" in dora.get(f"/events/{event.id}").text
    scan(guest.code)
    assert "1 / 1" in dora.get(f"/events/{event.id}").text
