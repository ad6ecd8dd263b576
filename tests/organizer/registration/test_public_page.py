"""The page on which guests register."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from organizer.core import clock
from organizer.events.models import Event
from organizer.registration import service
from organizer.registration.models import Registration

NOW = datetime(2026, 9, 1, 3, 0, tzinfo=UTC)
YUKO = {"name": "髙橋 優子", "name_kana": "たかはし　ゆうこ", "email": "Yuko@Example.com"}


@pytest.fixture(autouse=True)
def _before_the_event(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


def page_of(event: Event) -> str:
    return f"/e/{event.public_code}"


def test_the_page_shows_the_event_and_why_it_asks(anybody: FlaskClient, event: Event) -> None:
    page = anybody.get(page_of(event)).text
    for shown in ("さくら異業種交流会", "Thu, 8 Oct 2026", "18:30–21:00", "さくら会館", "¥3,000"):
        assert shown in page
    assert "Sakura uses what you enter to hold this event" in page


def test_the_page_speaks_japanese(anybody: FlaskClient, event: Event) -> None:
    page = anybody.get(page_of(event), headers={"Accept-Language": "ja"})
    assert 'lang="ja"' in page.text
    assert "2026年10月8日(木)" in page.text


def test_the_cursor_stands_at_a_mistake_which_is_read_out_with_its_field(
    anybody: FlaskClient, event: Event
) -> None:
    sent = {**YUKO, "email": "ゆ" * 300}
    page = anybody.post(page_of(event), data=sent).text
    [field] = re.findall(r'<input[^>]*name="email"[^>]*>', page)
    assert " autofocus" in field
    assert 'aria-describedby="email-error"' in field
    assert page.count('id="email-error"') == 1
    assert page.count(" autofocus") == 1
    assert "At most 254 characters." in page


def test_a_guest_registers_and_is_thanked(anybody: FlaskClient, event: Event) -> None:
    sent = {
        **YUKO,
        "company": "㈱さくら",
        "title": "代表",
        "industry": "tax_account",
        "profession": "tax",
        "offers": "税務相談\r\n無料",
        "wants": "創業したばかりの方",
        "pr_line": "数字でお支えします",
        "roster_consent": "y",
    }
    page = anybody.post(page_of(event), data=sent, follow_redirects=True)
    assert "Thank you, 髙橋 優子." in page.text
    [stored] = service.attendees_of(event.id)
    assert (stored.name, stored.name_kana) == ("髙橋 優子", "タカハシ ユウコ")
    assert (stored.company, stored.email) == ("㈱さくら", "yuko@example.com")
    assert (stored.industry, stored.profession) == ("tax_account", "tax")
    assert stored.offers == "税務相談\n無料"
    assert stored.roster_consent_at == NOW
    assert stored.roster_consent_text.startswith("I agree that Sakura puts")


def test_a_self_employed_guest_needs_no_company(anybody: FlaskClient, event: Event) -> None:
    anybody.post(page_of(event), data=YUKO)
    [stored] = service.attendees_of(event.id)
    assert (stored.company, stored.roster_consent, stored.roster_consent_text) == ("", False, "")


def test_a_profession_alone_says_its_industry(anybody: FlaskClient, event: Event) -> None:
    anybody.post(page_of(event), data={**YUKO, "profession": "tax"})
    assert service.attendees_of(event.id)[0].industry == "tax_account"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Please fill this in."),
        ("name", "　 ", "Please fill this in."),
        ("name", "\x01", "Please fill this in."),
        ("name", "あ" * 101, "At most 100 characters."),
        ("name", "あ" * 10_000, "At most 100 characters."),
        ("name_kana", "", "Please fill this in."),
        (
            "name_kana",
            "高橋",
            "Please write the reading in katakana or hiragana, or in Latin letters.",
        ),
        ("name_kana", "ア" * 101, "At most 100 characters."),
        ("email", "", "Please fill this in."),
        ("email", "yuko@", "This is not an e-mail address."),
        ("email", "y" * 250 + "@example.com", "At most 254 characters."),
        ("company", "社" * 151, "At most 150 characters."),
        ("title", "長" * 101, "At most 100 characters."),
        ("industry", "magic", "This is not one of the choices."),
        ("profession", "magic", "This is not one of the choices."),
        ("profession", "life_ins", "This profession belongs to another industry."),
        ("offers", "あ" * 501, "At most 500 characters."),
        ("wants", "あ" * 501, "At most 500 characters."),
        ("pr_line", "あ" * 201, "At most 200 characters."),
    ],
)
def test_a_mistake_is_named_beside_its_field_and_nothing_typed_is_lost(
    anybody: FlaskClient, event: Event, field: str, value: str, sentence: str
) -> None:
    sent = {**YUKO, "industry": "legal", "pr_line": "法律の相談", field: value}
    page = anybody.post(page_of(event), data=sent)
    assert page.status_code == 422
    assert f'id="{field}-error">{sentence}<' in page.text
    kept = "yuko@example.com" if field != "email" else "髙橋 優子"
    assert kept in page.text
    assert service.count_attendees(event.id) == 0


def test_names_are_stored_as_typed(anybody: FlaskClient, event: Event) -> None:
    anybody.post(page_of(event), data={**YUKO, "name": " 神\U000e0100﨑\x01 𠮷\u202e子 "})
    assert service.attendees_of(event.id)[0].name == "神\U000e0100﨑 𠮷子"


def test_bytes_that_are_no_text_do_no_harm(anybody: FlaskClient, event: Event) -> None:
    body = b"name=%ED%A0%80%FF&name_kana=%01&email=%E3%81"
    page = anybody.post(page_of(event), data=body, content_type="application/x-www-form-urlencoded")
    assert page.status_code == 422


@pytest.mark.parametrize(
    ("changes", "now", "sentence"),
    [
        ({"capacity": 1}, NOW, "This event is full: every place is taken."),
        ({"registration_open": False}, NOW, "Registration for this event is closed."),
        ({}, datetime(2026, 10, 8, 12, 0, tzinfo=UTC), "This event is over."),
    ],
)
def test_a_sentence_stands_in_place_of_a_form_that_nobody_can_use(  # noqa: PLR0917 - fixtures
    anybody: FlaskClient,
    make_event: Callable[..., Event],
    make_attendees: Callable[..., list[Registration]],
    monkeypatch: pytest.MonkeyPatch,
    changes: dict[str, Any],
    now: datetime,
    sentence: str,
) -> None:
    event = make_event(**changes)
    make_attendees(event, 1)
    monkeypatch.setattr(clock, "now", lambda: now)
    shown = anybody.get(page_of(event)).text
    assert sentence in shown
    assert 'name="email"' not in shown
    # Somebody was still typing: what they wrote stays.
    refused = anybody.post(page_of(event), data=YUKO)
    assert refused.status_code == 422
    assert sentence in refused.text
    assert "髙橋 優子" in refused.text
    assert service.count_attendees(event.id) == 1


def test_registering_twice_is_refused_kindly(anybody: FlaskClient, event: Event) -> None:
    anybody.post(page_of(event), data=YUKO)
    again = anybody.post(page_of(event), data=YUKO)
    assert again.status_code == 422
    assert "You are already registered with this name and this address." in again.text
    assert service.count_attendees(event.id) == 1


def test_the_thanks_are_only_for_the_browser_that_registered(
    app: Flask, anybody: FlaskClient, event: Event, make_event: Callable[..., Event]
) -> None:
    anybody.post(page_of(event), data=YUKO)
    other = app.test_client().get(f"{page_of(event)}/thanks")
    assert other.status_code == 302
    assert other.location == page_of(event)
    assert anybody.get(f"{page_of(make_event())}/thanks").status_code == 302
    service.cancel_registration(service.attendees_of(event.id)[0].id, at=NOW)
    assert anybody.get(f"{page_of(event)}/thanks").status_code == 302


def test_the_cookie_holds_nothing_personal(anybody: FlaskClient, event: Event) -> None:
    anybody.post(page_of(event), data=YUKO)
    with anybody.session_transaction() as session:
        assert "yuko" not in str(dict(session)).lower()
        assert "髙橋" not in str(dict(session))


@pytest.mark.parametrize("code", ["NOBODY", "%01", "あ", "X" * 10_000])
def test_an_unknown_address_leads_nowhere(anybody: FlaskClient, event: Event, code: str) -> None:
    assert anybody.get(f"/e/{code}").status_code == 404
    assert anybody.get(f"/e/{code}/thanks").status_code == 404


def test_an_address_typed_in_lower_case_works(anybody: FlaskClient, event: Event) -> None:
    assert event.title in anybody.get(f"/e/{event.public_code.lower()}").text


def test_a_guest_says_that_they_are_new_and_what_they_like_to_talk_about(
    anybody: FlaskClient, event: Event
) -> None:
    sent = {**YUKO, "first_time": "y", "talk_tags": "ゴルフ, 温泉"}
    anybody.post(page_of(event), data=sent)
    [stored] = service.attendees_of(event.id)
    assert (stored.first_time, stored.talk_tags) == (True, "ゴルフ、温泉")


def test_nobody_gives_themselves_a_role(anybody: FlaskClient, event: Event) -> None:
    assert 'name="role"' not in anybody.get(page_of(event)).text
    anybody.post(page_of(event), data={**YUKO, "role": "speaker"})
    [stored] = service.attendees_of(event.id)
    assert (stored.role, stored.first_time) == ("", False)


def test_too_many_talk_tags_are_refused_beside_the_field(
    anybody: FlaskClient, event: Event
) -> None:
    answer = anybody.post(page_of(event), data={**YUKO, "talk_tags": "一、二、三、四"})
    assert answer.status_code == 422
    assert 'id="talk_tags-error">At most 3, please.' in answer.text
    assert 'value="一、二、三、四"' in answer.text
