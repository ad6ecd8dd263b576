"""Importing a list: upload, look at it, confirm."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from organizer.core import clock
from organizer.events.models import Event
from organizer.registration import service
from organizer.registration.models import Registration
from tests.conftest import both_databases
from tests.organizer.registration.lists import TWO_PEOPLE, drafts, upload, workbook

NOW = datetime(2026, 9, 1, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@both_databases
@pytest.mark.parametrize(
    "data", [TWO_PEOPLE.encode("cp932"), TWO_PEOPLE.encode("utf-16"), TWO_PEOPLE.encode()]
)
def test_a_list_is_looked_at_first_and_registered_on_confirmation(
    app: Flask, alice: FlaskClient, event: Event, data: bytes
) -> None:
    url = upload(alice, event, data)
    page = alice.get(url).text
    assert "Register these (2)" in page
    assert "髙橋 優子" in page
    assert service.count_attendees(event.id) == 0
    done = alice.post(f"{url}/confirm", data={"expected": 2}, follow_redirects=True)
    assert "Registered from the list: 2." in done.text
    assert [(r.name, r.company, r.source) for r in service.attendees_of(event.id)] == [
        ("﨑山 剛", "①商店", "import"),
        ("髙橋 優子", "㈱さくら", "import"),
    ]
    assert drafts() == 0


def test_a_list_says_what_people_are_and_like_to_talk_about(
    alice: FlaskClient, event: Event
) -> None:
    url = upload(
        alice,
        event,
        "氏名,区分,初参加,話したいこと\n"
        "青木 一,登壇者,,#温泉 #ゴルフ\n"
        "伊藤 二,早割,はい,一、二、三、四\n",
    )
    page = alice.get(url).text
    assert '<span class="tag role">Speaker</span>' in page
    assert "温泉、ゴルフ" in page
    assert (
        "Role at this event &#34;早割&#34; is left empty: This is not one of the choices." in page
    )
    assert "&#34;一、二、三、四&#34; becomes &#34;一、二、三&#34;: At most 3, please." in page
    alice.post(f"{url}/confirm", data={"expected": 2})
    assert {
        (r.name, r.role, r.first_time, r.talk_tags) for r in service.attendees_of(event.id)
    } == {
        ("青木 一", "speaker", False, "温泉、ゴルフ"),
        ("伊藤 二", "", True, "一、二、三"),
    }


def test_an_excel_file_is_read_like_any_list(alice: FlaskClient, event: Event) -> None:
    url = upload(alice, event, workbook(["氏名", "会社名"], ["𠮷田 剛", "さくら"]), "list.xlsx")
    assert "𠮷田 剛" in alice.get(url).text


def test_each_problem_is_told_with_its_line_and_only_good_lines_are_registered(
    alice: FlaskClient, event: Event
) -> None:
    url = upload(
        alice,
        event,
        "氏名,メールアドレス,業種,参加ステータス\n"
        "山田,taro@,保険,参加\n"
        ",b@example.com,,参加\n"
        "佐藤,c@example.com,宇宙開発,参加\n"
        "鈴木,d@example.com,,参加キャンセル\n"
        "佐藤,c@example.com,,参加\n",
    )
    page = alice.get(url).text
    for sentence in (
        "E-mail &#34;taro@&#34;: This is not an e-mail address.",
        "Name is missing.",
        "Industry &#34;宇宙開発&#34; is left empty: This is not one of the choices.",
        "Cancelled according to the list (&#34;参加キャンセル&#34;).",
        "Stands in line 4 already.",
    ):
        assert sentence in page
    alice.post(f"{url}/confirm", data={"expected": 1})
    assert [r.name for r in service.attendees_of(event.id)] == ["佐藤"]


def test_who_is_registered_already_is_shown_and_left_out(
    alice: FlaskClient, event: Event, make_attendees: Callable[..., list[Registration]]
) -> None:
    make_attendees(event, 1, name="高橋優子", email="yuko@example.com")
    [gone] = make_attendees(event, 1, name="﨑山 剛", email="", company="①商店")
    service.cancel_registration(gone.id, at=NOW)
    page = alice.get(upload(alice, event, TWO_PEOPLE)).text
    assert "Already registered." in page
    assert "Is in the list of attendees as &#34;Cancelled&#34;." in page
    assert "Register these" not in page


def test_people_of_one_name_but_other_addresses_are_different(
    alice: FlaskClient, event: Event, make_attendees: Callable[..., list[Registration]]
) -> None:
    make_attendees(event, 1, name="髙橋 優子", email="another@example.com")
    assert "Register these (2)" in alice.get(upload(alice, event, TWO_PEOPLE)).text


def test_only_as_many_as_fit_can_be_registered(
    alice: FlaskClient, make_event: Callable[..., Event]
) -> None:
    event = make_event(capacity=1)
    url = upload(alice, event, TWO_PEOPLE)
    page = alice.get(url).text
    assert "Free places: 1. Without a place: 1" in page
    assert "No place is left." in page
    alice.post(f"{url}/confirm", data={"expected": 1})
    assert [r.name for r in service.attendees_of(event.id)] == ["髙橋 優子"]


@pytest.mark.parametrize("expected", ["2", "", "x", "-1", "9" * 30])
def test_nobody_is_registered_if_others_came_in_the_meantime(
    alice: FlaskClient,
    make_event: Callable[..., Event],
    make_attendees: Callable[..., list[Registration]],
    expected: str,
) -> None:
    event = make_event(capacity=2)
    url = upload(alice, event, TWO_PEOPLE)
    make_attendees(event, 1)
    answer = alice.post(f"{url}/confirm", data={"expected": expected})
    assert answer.status_code == 409
    assert "From this list 1 can be registered now." in answer.text
    assert service.count_attendees(event.id) == 1
    assert "Register these (1)" in answer.text


def test_confirming_twice_registers_once(alice: FlaskClient, event: Event) -> None:
    url = upload(alice, event, TWO_PEOPLE)
    alice.post(f"{url}/confirm", data={"expected": 2})
    again = alice.post(f"{url}/confirm", data={"expected": 2}, follow_redirects=True)
    assert "This list was confirmed or discarded already" in again.text
    assert service.count_attendees(event.id) == 2


def test_a_discarded_list_is_forgotten(alice: FlaskClient, event: Event) -> None:
    url = upload(alice, event, TWO_PEOPLE)
    page = alice.post(f"{url}/discard", follow_redirects=True)
    assert "Nobody was registered." in page.text
    assert drafts() == service.count_attendees(event.id) == 0
    assert alice.get(url).status_code == 404


def test_the_cookie_holds_nothing_of_the_list(alice: FlaskClient, event: Event) -> None:
    upload(alice, event, TWO_PEOPLE)
    with alice.session_transaction() as session:
        assert "髙橋" not in str(dict(session))


def test_columns_can_be_used_otherwise_than_guessed(alice: FlaskClient, event: Event) -> None:
    url = upload(alice, event, "氏名,呼び名\n山田 太郎,たろちゃん\n")
    alice.post(f"{url}/columns", data={"column": ["", "name"]})
    alice.post(f"{url}/confirm", data={"expected": 1})
    assert service.attendees_of(event.id)[0].name == "たろちゃん"


def test_a_list_belongs_to_its_event_and_its_organization(
    anybody: FlaskClient,
    alice: FlaskClient,
    charlie: FlaskClient,
    event: Event,
    make_event: Callable[..., Event],
) -> None:
    url = upload(alice, event, TWO_PEOPLE)
    elsewhere = url.replace(f"/events/{event.id}/", f"/events/{make_event().id}/")
    assert anybody.get(url).location.startswith("/sign-in")
    assert charlie.get(url).status_code == alice.get(elsewhere).status_code == 404
    for command in ("columns", "confirm", "discard"):
        assert charlie.post(f"{url}/{command}", data={"expected": 2}).status_code == 404
        alice.post(f"{elsewhere}/{command}", data={"expected": 2, "column": ["name"]})
    assert drafts() == 1
    assert service.count_attendees(event.id) == 0


def test_door_staff_import_nothing(dora: FlaskClient, alice: FlaskClient, event: Event) -> None:
    url = upload(alice, event, TWO_PEOPLE)
    assert dora.get(url).status_code == 403
    assert dora.post(f"{url}/confirm", data={"expected": 2}).status_code == 403
    assert service.count_attendees(event.id) == 0


@pytest.mark.parametrize("number", ["0", "999", "9" * 30])
def test_an_unknown_list_leads_nowhere(alice: FlaskClient, event: Event, number: str) -> None:
    assert alice.get(f"/events/{event.id}/attendees/import/{number}").status_code == 404
