"""Manual entry, corrections and cancellations."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from organizer.core.db import db
from organizer.events.models import Event
from organizer.registration import service
from organizer.registration.models import Registration, Source, Status
from tests.organizer.registration.conftest import NOW
from tests.organizer.registration.lists import list_of


def test_staff_enter_somebody_with_a_name_alone(alice: FlaskClient, event: Event) -> None:
    page = alice.post(f"{list_of(event)}/new", data={"name": "𠮷田"}, follow_redirects=True)
    assert "𠮷田 is registered." in page.text
    [stored] = service.attendees_of(event.id)
    assert (stored.source, stored.roster_consent) == (Source.STAFF, False)


def test_consent_noted_by_staff_says_so(alice: FlaskClient, event: Event) -> None:
    alice.post(f"{list_of(event)}/new", data={"name": "𠮷田", "roster_consent": "y"})
    assert service.attendees_of(event.id)[0].roster_consent_text.startswith("The attendee has told")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Please fill this in."),
        ("name_kana", "漢字", "Please write the reading"),
        ("email", "@", "This is not an e-mail address."),
        ("company", "あ" * 10_000, "At most 150 characters."),
        ("talk_tags", "一、二、三、四", "At most 3, please."),
        ("talk_tags", "あ" * 10_000, "At most 20 characters each."),
        ("role", "king", "This is not one of the choices."),
    ],
)
@pytest.mark.parametrize("page", ["new", "edit"])
def test_the_card_refuses_what_is_wrong(  # noqa: PLR0917 - fixtures
    alice: FlaskClient,
    event: Event,
    yuko: Registration,
    page: str,
    field: str,
    value: str,
    sentence: str,
) -> None:
    url = f"{list_of(event)}/{yuko.id if page == 'edit' else 'new'}"
    answer = alice.post(url, data={"name": "𠮷田", "pr_line": "残る一文", field: value})
    assert answer.status_code == 422
    assert f'id="{field}-error">{sentence}' in answer.text
    assert "残る一文" in answer.text


def test_a_full_event_refuses_manual_entry(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: Callable[..., object]
) -> None:
    event = make_event(capacity=1)
    make_attendees(event, 1)
    answer = alice.post(f"{list_of(event)}/new", data={"name": "𠮷田"})
    assert answer.status_code == 422
    assert "This event is full" in answer.text
    assert "𠮷田" in answer.text


def test_a_card_is_corrected_and_the_consent_stays(
    alice: FlaskClient, event: Event, yuko: Registration
) -> None:
    url = f"{list_of(event)}/{yuko.id}"
    shown = alice.get(url).text
    assert 'value="髙橋 優子"' in shown
    assert 'value="tax" selected' in shown
    assert "I agree." in shown
    alice.post(url, data={"name": "髙橋 裕子", "email": "yuko@example.com", "roster_consent": "y"})
    stored = db.session.get_one(Registration, yuko.id)
    assert (stored.name, stored.roster_consent_at) == ("髙橋 裕子", NOW)


def test_a_card_cannot_become_somebody_elses(
    alice: FlaskClient,
    event: Event,
    yuko: Registration,
    make_attendees: Callable[..., list[Registration]],
) -> None:
    [other] = make_attendees(event, 1)
    answer = alice.post(
        f"{list_of(event)}/{other.id}", data={"name": "髙橋 優子", "email": "yuko@example.com"}
    )
    assert answer.status_code == 422
    assert "is already registered" in answer.text


def test_cancelling_can_be_taken_back(alice: FlaskClient, event: Event, yuko: Registration) -> None:
    url = f"{list_of(event)}/{yuko.id}"
    page = alice.post(f"{url}/cancel", follow_redirects=True).text
    assert "Not attending (1)" in page
    assert "0 / 60" in page
    page = alice.post(f"{url}/restore", data={"q": "高橋"}, follow_redirects=True).text
    assert "1 / 60" in page
    assert "Found: 1" in page


def test_nobody_is_restored_to_a_full_event(
    alice: FlaskClient,
    make_event: Callable[..., Event],
    make_attendees: Callable[..., list[Registration]],
) -> None:
    event = make_event(capacity=1)
    [first] = make_attendees(event, 1)
    service.cancel_registration(first.id, at=NOW)
    make_attendees(event, 1, name="次の人")
    page = alice.post(f"{list_of(event)}/{first.id}/restore", follow_redirects=True)
    assert "This event is full" in page.text
    assert service.count_attendees(event.id) == 1


PAGES = ["", "/new", "/import", "/{id}"]


@pytest.mark.parametrize("page", PAGES)
def test_the_pages_need_a_sign_in_and_the_role(  # noqa: PLR0917 - fixtures
    anybody: FlaskClient,
    bob: FlaskClient,
    dora: FlaskClient,
    charlie: FlaskClient,
    event: Event,
    yuko: Registration,
    page: str,
) -> None:
    url = list_of(event) + page.format(id=yuko.id)
    assert anybody.get(url).location.startswith("/sign-in?next=")
    assert event.title in bob.get(url).text
    assert dora.get(url).status_code == 403
    assert charlie.get(url).status_code == 404


@pytest.mark.parametrize("command", ["/new", "/{id}", "/{id}/cancel", "/{id}/restore"])
def test_only_organizers_change_something(  # noqa: PLR0917 - fixtures
    anybody: FlaskClient,
    dora: FlaskClient,
    charlie: FlaskClient,
    event: Event,
    yuko: Registration,
    command: str,
) -> None:
    url = list_of(event) + command.format(id=yuko.id)
    assert anybody.post(url, data={"name": "悪戯"}).status_code == 302
    assert dora.post(url, data={"name": "悪戯"}).status_code == 403
    assert charlie.post(url, data={"name": "悪戯"}).status_code == 404
    assert [r.name for r in service.attendees_of(event.id)] == ["髙橋 優子"]


@pytest.mark.parametrize("command", ["/{id}", "/{id}/cancel", "/{id}/restore"])
@pytest.mark.parametrize("number", ["0", "999", "9" * 30])
def test_an_unknown_attendee_leads_nowhere(
    alice: FlaskClient, event: Event, command: str, number: str
) -> None:
    url = list_of(event) + command.format(id=number)
    assert alice.post(url, data={"name": "誰か"}).status_code == 404


def test_an_attendee_of_another_event_is_not_touched(
    alice: FlaskClient, make_event: Callable[..., Event], yuko: Registration
) -> None:
    other = make_event()
    assert alice.post(f"{list_of(other)}/{yuko.id}/cancel").status_code == 404
    assert db.session.get_one(Registration, yuko.id).status == Status.CONFIRMED


def test_only_a_post_changes_something(
    alice: FlaskClient, event: Event, yuko: Registration
) -> None:
    assert alice.get(f"{list_of(event)}/{yuko.id}/cancel").status_code == 405


def test_staff_say_what_somebody_is_and_the_list_shows_it(
    alice: FlaskClient, event: Event, yuko: Registration
) -> None:
    sent = {"name": "髙橋 優子", "role": "speaker", "first_time": "y", "talk_tags": "#温泉 #ゴルフ"}
    alice.post(f"{list_of(event)}/{yuko.id}", data=sent)
    page = alice.get(list_of(event)).text
    assert '<span class="tag role">Speaker</span>' in page
    assert '<span class="tag role">First time</span>' in page
    card = alice.get(f"{list_of(event)}/{yuko.id}").text
    assert 'value="温泉、ゴルフ"' in card
    assert '<option selected value="speaker">' in card
    alice.post(f"{list_of(event)}/{yuko.id}", data={"name": "髙橋 優子", "role": ""})
    assert "tag role" not in alice.get(list_of(event)).text
