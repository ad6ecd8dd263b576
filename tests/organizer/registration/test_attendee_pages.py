"""The list of attendees, manual entry and corrections."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from flask_babel import force_locale

from organizer.events.models import Event
from organizer.registration import service
from organizer.registration.details import RegistrationDetails
from organizer.registration.models import Registration, Source, Status
from organizer.registration.views import panel

NOW = datetime(2026, 9, 1, 3, 0, tzinfo=UTC)


@pytest.fixture
def yuko(event: Event) -> Registration:
    card = RegistrationDetails(
        name="髙橋 優子",
        name_kana="タカハシ ユウコ",
        company="さくら商事",
        email="yuko@example.com",
        industry="tax_account",
        profession="tax",
        consent_text="I agree.",
    )
    return service.register(event.id, card, source=Source.PUBLIC, at=NOW)


def list_of(event: Event) -> str:
    return f"/events/{event.id}/attendees"


def test_the_list_shows_who_is_coming(alice: FlaskClient, event: Event, yuko: Registration) -> None:
    page = alice.get(list_of(event)).text
    for shown in (
        "1 / 60",
        "髙橋 優子",
        "タカハシ ユウコ",
        "さくら商事",
        "Tax accountant",
        "Roster",
    ):
        assert shown in page
    assert f"/events/{event.id}/attendees.xlsx" in page


def test_an_empty_list_says_how_to_begin(alice: FlaskClient, event: Event) -> None:
    page = alice.get(list_of(event)).text
    assert "Nobody is registered yet" in page
    assert f"/e/{event.public_code}" in page


def test_the_list_has_headings_in_kana(
    alice: FlaskClient, event: Event, make_attendees: Callable[..., list[Registration]]
) -> None:
    for kana in ("ヤマダ", "ガマ", "Smith"):
        make_attendees(event, 1, name_kana=kana, email="")
    page = alice.get(list_of(event)).text
    headings = [page.index(f'rowgroup">{row}<') for row in ("カ", "ヤ", "Others")]
    assert headings == sorted(headings)


@pytest.mark.parametrize("query", ["高橋", "たかはし", "ﾀｶﾊｼﾕｳ", "さくら 優子", "YUKO@"])
def test_a_search_finds_people_as_they_are_typed(
    alice: FlaskClient,
    event: Event,
    yuko: Registration,
    make_attendees: Callable[..., list[Registration]],
    query: str,
) -> None:
    make_attendees(event, 3)
    page = alice.get(list_of(event), query_string={"q": query}).text
    assert "髙橋 優子" in page
    assert "Found: 1" in page
    assert "2 / 60" not in page


@pytest.mark.parametrize("query", ["鈴木", "\x01", "あ" * 10_000, '"><script>'])
def test_a_search_without_result_says_so(
    alice: FlaskClient, event: Event, yuko: Registration, query: str
) -> None:
    page = alice.get(list_of(event), query_string={"q": query}).text
    assert "Nobody matches." in page
    assert "<script>" not in page


def test_a_search_while_typing_returns_only_the_list(
    alice: FlaskClient, event: Event, yuko: Registration
) -> None:
    part = alice.get(list_of(event), headers={"HX-Request": "true"}).text
    assert "髙橋 優子" in part
    assert "<html" not in part


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
    stored = service.get_registration(event.id, yuko.id)
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


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.APPLIED, "Applied"),
        (Status.WAITLISTED, "On the waiting list"),
        (Status.CANCELLED, "Cancelled"),
        (Status.DECLINED, "Declined"),
    ],
)
def test_only_the_confirmed_attend_and_the_others_stand_apart_with_a_word(
    alice: FlaskClient,
    event: Event,
    make_attendees: Callable[..., list[Registration]],
    status: Status,
    word: str,
) -> None:
    make_attendees(event, 1, name="山田 太郎", status=status)
    page = alice.get(list_of(event)).text
    assert "0 / 60" in page
    assert f">{word}</span>" in page[page.index("Not attending (1)") :]
    assert service.attendees_of(event.id) == []


def test_the_way_back_to_the_list_fits_into_an_answer(
    alice: FlaskClient, event: Event, yuko: Registration
) -> None:
    answer = alice.post(f"{list_of(event)}/{yuko.id}/cancel", data={"q": "あ" * 10_000})
    assert len(answer.headers["Location"]) < 2000


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
    assert service.get_registration(yuko.event_id, yuko.id).status == Status.CONFIRMED


def test_only_a_post_changes_something(
    alice: FlaskClient, event: Event, yuko: Registration
) -> None:
    assert alice.get(f"{list_of(event)}/{yuko.id}/cancel").status_code == 405


def test_the_overview_tells_how_many_places_are_taken(
    event: Event, make_attendees: Callable[..., object]
) -> None:
    make_attendees(event, 48)
    with force_locale("en"):
        told = panel(event)
        make_attendees(event, 12, name="遅い人", email="")
        full = panel(event)
    assert (told.figure, told.text, told.done) == ("48 / 60", "Places left: 12", False)
    assert (full.figure, full.text, full.done) == ("60 / 60", "Every place is taken", True)


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
