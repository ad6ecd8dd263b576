"""What was printed, and what has changed since."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from organizer.badges import last_print
from organizer.core.db import db, transaction
from organizer.events.models import Event
from organizer.printers.models import PrintJob
from organizer.registration.models import Registration
from organizer.registration.service import cancel_registration
from tests.conftest import both_databases
from tests.organizer.plans import make_plan
from tests.organizer.prints import changes, print_out, print_page, refused
from tests.printables.reading import codes_of, images_of

MakeAttendees = Callable[..., list[Registration]]


def rename(attendee: Registration, name: str) -> None:
    with transaction() as session:
        session.get_one(Registration, attendee.id).name = name


@both_databases
def test_a_print_is_logged_with_who_when_what_and_which_plan(
    app: Flask, alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=2)
    attendees = make_attendees(event, 6)
    make_plan(event)
    print_out(alice, event, start=3, stock="avery-l7418")
    job = db.session.query(PrintJob).one()
    assert (job.kind, job.plan.number, job.stock, job.start) == ("badges", 1, "avery-l7418", 3)
    assert set(job.pieces) == {str(attendee.id) for attendee in attendees}
    shown = print_page(alice, event)
    assert "Printed so far" in shown
    assert "Plan 1" in shown
    assert job.user.name in shown


def test_only_new_and_changed_badges_are_printed_again(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    first = make_attendees(event, 3)
    print_out(alice, event)
    assert "Every badge is printed as it stands." in changes(alice, event)
    [late] = make_attendees(event, 1, name="後藤 遅子", email="")
    rename(first[1], "改名 太郎")
    assert "new 1, changed 1" in changes(alice, event)
    codes = codes_of(images_of(print_out(alice, event, who="changed"))[0])
    assert {code[-16:] for code in codes} == {late.code, first[1].code}
    assert "Every badge is printed as it stands." in changes(alice, event)


def test_nothing_changed_is_said_and_not_printed(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 2)
    print_out(alice, event)
    sentence = "Please choose whose badges to print."
    assert sentence in refused(alice, event, status=422, who="changed")


def test_another_language_and_another_host_are_no_change(
    app: Flask, alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 2)
    print_out(alice, event)
    print_out(alice, event, "reception")
    app.config["PUBLIC_URL"] = "https://events.example.jp"
    alice.environ_base["HTTP_ACCEPT_LANGUAGE"] = "ja"
    assert "すべての名札が今の内容で印刷済みです。" in changes(alice, event)
    cards = print_page(alice, event, "/sheets")
    assert "最新" in cards
    assert "変更あり" not in cards


def test_a_new_plan_changes_badges_and_sheets(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=2)
    make_attendees(event, 6)
    print_out(alice, event)
    make_plan(event)
    assert "new 0, changed 6" in changes(alice, event)
    print_out(alice, event, "tables")
    assert "Out of date" not in print_page(alice, event, "/sheets")
    make_attendees(event, 1, name="後藤 遅子", email="")
    make_plan(event)
    assert "Out of date" in print_page(alice, event, "/sheets")


def test_badges_of_people_who_left_are_named(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 2)
    [gone] = make_attendees(event, 1, name="取消 花子", email="")
    print_out(alice, event)
    cancel_registration(gone.id, at=datetime(2026, 9, 1, tzinfo=UTC))
    shown = changes(alice, event)
    assert "not coming any more: 1" in shown
    assert "取消 花子" in shown


def test_new_and_changed_badges_are_named_as_far_as_they_are_few(
    alice: FlaskClient,
    event: Event,
    make_attendees: MakeAttendees,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(last_print, "NAMED", 2)
    [first] = make_attendees(event, 1, name="青木 一", name_kana="ア")
    print_out(alice, event)
    rename(first, "赤木 一")
    for name, kana in (("加藤 二", "カ"), ("佐藤 三", "サ"), ("田中 四", "タ")):
        make_attendees(event, 1, name=name, name_kana=kana, email="")
    shown = changes(alice, event)
    assert "new 3, changed 1" in shown
    assert "New: 加藤 二, 佐藤 三 …" in shown
    assert "Changed: 赤木 一</p>" in shown


@both_databases
def test_a_badge_of_somebody_who_was_deleted_is_still_counted(
    app: Flask, alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    _stays, gone = make_attendees(event, 2)
    print_out(alice, event)
    with transaction() as session:
        session.delete(session.get_one(Registration, gone.id))
    assert "not coming any more: 1</p>" in changes(alice, event)


def test_the_next_print_begins_with_the_last_choices_and_names_the_next_free_card(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event = make_event()
    make_attendees(event, 3)
    print_out(alice, event, stock="avery-l7418", order="company", start=2)
    shown = print_page(alice, event)
    assert '<option selected value="avery-l7418">' in shown
    assert "After the last print, card 5 is the first free one." in shown
    other = make_event(title="第13回")
    make_attendees(other, 1)
    assert '<option selected value="avery-l7418">' in print_page(alice, other)


def test_choices_that_another_event_cannot_have_do_not_hinder_it(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=2)
    make_attendees(event, 6)
    make_plan(event)
    print_out(alice, event, backs="long-edge")
    other = make_event(title="第13回")
    make_attendees(other, 1)
    assert "Badges: 1, sheets: 1" in print_page(alice, other)
    assert len(images_of(print_out(alice, other), dpi=20)) == 1


def test_the_log_of_one_event_is_not_shown_at_another(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event, other = make_event(), make_event(title="第13回")
    make_attendees(event, 1)
    make_attendees(other, 1)
    print_out(alice, event)
    assert "Printed so far" not in print_page(alice, other)


def logged(event: Event) -> list[tuple[str, dict[str, str]]]:
    jobs = db.session.query(PrintJob).filter_by(event_id=event.id).order_by(PrintJob.id)
    return [(job.kind, job.pieces) for job in jobs]


def test_dividers_and_the_ruler_page_are_logged_without_people(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 2)
    make_attendees(event, 1, name_kana="アオキ", email="")
    print_out(alice, event, "dividers", order="company")
    print_out(alice, event, "ruler", stock="avery-l7418")
    (dividers, cards), ruler = logged(event)
    assert (dividers, set(cards)) == ("dividers", {"ア", "サ"})
    assert ruler == ("ruler", {})
    shown = print_page(alice, event)
    assert "2 cards" in shown
    assert "Ruler page" in shown
    assert "whose badges have changed" not in shown  # no badge was printed yet


def test_dividers_use_up_cards_too(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 3)
    print_out(alice, event, stock="avery-l7418")
    print_out(alice, event, "dividers", stock="avery-l7418", start=4)
    assert "card 5 is the first free one." in print_page(alice, event)
    print_out(alice, event, "ruler", stock="avery-l7418")
    print_out(alice, event, stock="aone-51002")
    shown = print_page(alice, event, stock="avery-l7418")
    assert "card 5 is the first free one." in shown


def test_a_ruler_of_unknown_sheets_is_not_found(alice: FlaskClient, event: Event) -> None:
    answer = alice.post(f"/events/{event.id}/print/ruler.pdf", data={"stock": "nothing"})
    assert answer.status_code == 404
    assert logged(event) == []


def test_a_download_lets_its_page_know_that_it_is_to_look_again(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1)
    answers = [alice.post(f"/events/{event.id}/print/badges.pdf") for _ in range(2)]
    cookies = [answer.headers["Set-Cookie"].split(";") for answer in answers]
    assert all(cookie[0].startswith("printed=") for cookie in cookies)
    assert cookies[0][0] != cookies[1][0]
    assert f" Path=/events/{event.id}/print" in cookies[0]
    assert " HttpOnly" not in cookies[0]
