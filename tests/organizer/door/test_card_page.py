"""The page behind the QR on a badge."""

import re
from collections.abc import Callable

from flask.testing import FlaskClient

from organizer.arrivals import presence
from organizer.arrivals.service import Outcome
from organizer.core import clock
from organizer.door import views
from organizer.events.models import Event
from organizer.registration import service as registrations
from organizer.registration.models import Registration
from tests.organizer.arrivals.conftest import EVENING, new_id

Read = Callable[..., Outcome]


def card(guest: Registration) -> str:
    return f"/C/{guest.code}"


def without_tokens(page: str) -> str:
    """Leave out the pages' CSRF tokens, which tell the second they were made in."""
    return re.sub(r'(name="csrf[-_]token" (?:content|value))="[^"]*"', r"\1", page)


def test_staff_see_the_person_the_tables_and_the_fee(
    dora: FlaskClient, guest: Registration, seat: Callable[..., None]
) -> None:
    seat(guest, "C", "A", "E")
    page = dora.get(card(guest)).text
    for words in (
        "髙橋 優子",
        "タカハシ ユウコ",
        "株式会社さくら",
        ">C<",
        "→ A → E",
        "¥3,000",
        "Check in",
    ):
        assert words in page


def test_before_the_table_plan_the_card_says_so(dora: FlaskClient, guest: Registration) -> None:
    assert "not assigned yet" in dora.get(card(guest)).text


def test_the_code_is_read_however_it_is_typed(dora: FlaskClient, guest: Registration) -> None:
    spaced = "-".join(guest.code[i : i + 4] for i in range(0, 16, 4)).lower()
    assert guest.name in dora.get(f"/C/{spaced}").text
    assert guest.name in dora.get(f"/c/{spaced}", follow_redirects=True).text


def test_looking_at_a_card_checks_nobody_in(dora: FlaskClient, guest: Registration) -> None:
    dora.get(card(guest))
    dora.head(card(guest))
    assert presence.count_arrived(guest.event_id) == 0


def test_the_button_checks_in_and_welcomes(dora: FlaskClient, guest: Registration) -> None:
    page = dora.post(card(guest), data={"scan_id": new_id()}, follow_redirects=True).text
    assert 'data-verdict="welcome"' in page
    assert presence.count_arrived(guest.event_id) == 1


def test_pressing_the_button_twice_is_harmless(dora: FlaskClient, guest: Registration) -> None:
    data = {"scan_id": new_id()}
    for _ in range(2):
        page = dora.post(card(guest), data=data, follow_redirects=True).text
        assert 'data-verdict="welcome"' in page


def test_a_button_with_a_strange_id_is_refused_in_words(
    dora: FlaskClient, guest: Registration
) -> None:
    for scan_id, words in (("7", "Please reload this page"), ("", "Please fill this in.")):
        answer = dora.post(card(guest), data={"scan_id": scan_id})
        assert answer.status_code == 409
        assert words in answer.text
    assert presence.count_arrived(guest.event_id) == 0


def test_somebody_who_is_in_can_be_undone_from_the_card(
    dora: FlaskClient, guest: Registration, scan: Read
) -> None:
    scan_id = scan(guest.code).scan_id
    page = dora.get(card(guest)).text
    assert "Already in since 18:42" in page
    assert f"/scans/{scan_id}/undo" in page
    assert 'class="thumb"' not in page


def test_a_cancelled_card_has_no_button_and_asks_no_fee(
    dora: FlaskClient, guest: Registration
) -> None:
    registrations.cancel_registration(guest.id, at=EVENING)
    page = dora.get(card(guest)).text
    assert "This registration was cancelled" in page
    assert "Please take" not in page
    assert 'class="thumb"' not in page


def test_a_badge_of_another_day_warns(
    dora: FlaskClient,
    make_event: Callable[..., Event],
    make_attendees: Callable[..., list[Registration]],
) -> None:
    now = clock.now()
    today = make_event(starts_at=now, ends_at=now + views.AROUND_THE_EVENING)
    far = make_event(starts_at=now + 3 * views.AROUND_THE_EVENING, ends_at=now.replace(year=9000))
    warning = "This badge is for another day"
    assert warning not in dora.get(card(make_attendees(today, 1)[0])).text
    assert warning in dora.get(card(make_attendees(far, 1)[0])).text


def test_anybody_else_sees_nothing_personal_and_may_sign_in(
    anybody: FlaskClient, guest: Registration
) -> None:
    answer = anybody.get(card(guest))
    assert "This is a badge of a networking event" in answer.text
    assert f"/sign-in?next=/C/{guest.code}" in answer.text
    for secret in (guest.name, guest.company, guest.name_kana, "第12回"):
        assert secret not in answer.text


def test_known_and_unknown_codes_look_the_same_to_others(
    anybody: FlaskClient, charlie: FlaskClient, guest: Registration
) -> None:
    for client in (anybody, charlie):
        known, unknown = client.get(card(guest)), client.get("/C/" + "0" * 16)
        assert known.status_code == unknown.status_code
        known_text = known.text.replace(guest.code, "0" * 16)
        assert without_tokens(known_text) == without_tokens(unknown.text)


def test_nobody_else_can_check_in_by_the_card(
    anybody: FlaskClient, charlie: FlaskClient, guest: Registration
) -> None:
    for client in (anybody, charlie):
        assert client.post(card(guest), data={"scan_id": new_id()}).status_code == 404
    assert presence.count_arrived(guest.event_id) == 0


def test_strange_codes_are_nobodys(dora: FlaskClient) -> None:
    for code in ("x" * 10_000, "名刺", "%ED%A0%80", "9" * 400, "'"):
        assert "none of your organization" in dora.get(f"/C/{code}").text
