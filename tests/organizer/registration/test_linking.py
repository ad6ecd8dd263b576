"""The contacts behind registrations."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from flask import Flask
from sqlalchemy import select

from organizer.core.db import db
from organizer.events.models import Event
from organizer.people.meetings import keep_meetings, met_before
from organizer.people.models import Person
from organizer.registration import service
from organizer.registration.details import RegistrationDetails
from organizer.registration.models import Registration, Source
from tests.conftest import People, both_databases

NOW = datetime(2026, 9, 1, 3, 0, tzinfo=UTC)
YUKO = {"name": "髙橋 優子", "company": "㈱さくら", "email": "yuko@example.com"}


def register(event: Event, **card: str) -> Registration:
    details = RegistrationDetails(**{**YUKO, **card})
    return service.register(event.id, details, source=Source.STAFF, at=NOW)


def change(registration: Registration, **card: str) -> Registration:
    details = RegistrationDetails(**{**YUKO, **card})
    return service.change_registration(registration.id, details, at=NOW)


def contacts() -> list[str]:
    return list(db.session.scalars(select(Person.name).order_by(Person.id)))


def test_whoever_comes_again_is_the_same_contact(make_event: Callable[..., Event]) -> None:
    first = register(make_event())
    by_address = register(make_event(), name="高橋優子", company="乙社")
    by_company = register(make_event(), company="乙社株式会社", email="yuko@otsu.example")
    assert first.person_id == by_address.person_id == by_company.person_id
    assert contacts() == ["髙橋 優子"]


def test_a_contact_follows_the_latest_registration_and_keeps_what_it_leaves_empty(
    make_event: Callable[..., Event],
) -> None:
    register(make_event(), name_kana="タカハシ ユウコ")
    person = register(make_event(), name="高橋優子", company="さくら株式会社", email="").person
    assert (person.name, person.name_kana) == ("高橋優子", "タカハシ ユウコ")
    assert (person.company, person.email) == ("さくら株式会社", "yuko@example.com")


def test_namesakes_are_never_merged_by_guess(make_event: Callable[..., Event]) -> None:
    event = make_event()
    two = {
        register(event).person_id,
        register(event, email="another@example.com").person_id,
    }
    assert len(two) == 2
    assert register(make_event(), email="third@example.com").person_id not in two
    assert register(make_event(), company="", email="").person_id not in two


def test_contacts_of_other_organizations_are_not_known(
    event: Event, make_event: Callable[..., Event]
) -> None:
    register(event)
    other = make_event()
    other.organization_id += 1
    db.session.commit()
    assert register(other).person_id != register(make_event()).person_id


def test_a_contact_with_one_registration_follows_its_card(event: Event) -> None:
    registration = register(event)
    before = registration.person_id
    person = change(registration, name="高梁 優子", company="", email="").person
    assert (person.id, person.name, person.company, person.email) == (before, "高梁 優子", "", "")
    assert contacts() == ["高梁 優子"]


def test_a_card_that_became_another_contacts_is_linked_with_that_one(
    make_event: Callable[..., Event],
) -> None:
    known = register(make_event())
    mistyped = register(make_event(), name="髙橋 裕子", email="yuko@example.con")
    assert change(mistyped).person_id == known.person_id
    assert contacts() == ["髙橋 優子"]


def test_a_contact_who_met_somebody_is_not_forgotten(make_event: Callable[..., Event]) -> None:
    register(make_event())
    earlier, event = make_event(), make_event()
    mistyped, other = register(event, name="髙橋 裕子", email=""), register(event, name="鈴木 一")
    keep_meetings(earlier.id, {1: [(mistyped.person_id, other.person_id)]})
    change(mistyped)
    assert contacts() == ["髙橋 優子", "髙橋 裕子", "鈴木 一"]


@both_databases
def test_whom_a_corrected_card_has_met_moves_to_its_contact(
    app: Flask, people: People, make_event: Callable[..., Event]
) -> None:
    known, event = register(make_event()), make_event()
    mistyped, other = register(event, name="髙橋 裕子", email=""), register(event, name="鈴木 一")
    keep_meetings(event.id, {n: [(mistyped.person_id, other.person_id)] for n in (1, 2)})
    assert change(mistyped).person_id == known.person_id
    ids = [known.person_id, other.person_id]
    assert met_before(people.sakura, ids) == {tuple(ids): {event.id}}
    assert contacts() == ["髙橋 優子", "鈴木 一"]


def test_who_comes_back_beside_another_of_the_name_has_not_met_whom_the_other_met(
    people: People, event: Event
) -> None:
    first, other = register(event), register(event, name="鈴木 一")
    service.cancel_registration(first.id, at=NOW)
    second = register(event, email="another@example.com")
    keep_meetings(event.id, {1: [(second.person_id, other.person_id)]})
    service.restore_registration(first.id, at=NOW)
    assert met_before(people.sakura, [first.person_id, other.person_id]) == {}
    pair = (second.person_id, other.person_id)
    assert met_before(people.sakura, pair) == {tuple(sorted(pair)): {event.id}}


def test_a_card_given_to_somebody_else_leaves_the_contact_to_its_other_registrations(
    make_event: Callable[..., Event],
) -> None:
    first, second = register(make_event()), register(make_event())
    change(second, name="鈴木 一", company="甲社", email="")
    assert second.person_id != first.person_id
    assert contacts() == ["髙橋 優子", "鈴木 一"]


def test_an_older_card_does_not_change_the_contact(make_event: Callable[..., Event]) -> None:
    older, newer = register(make_event()), register(make_event(), company="乙社")
    change(older, company="丙社")
    assert newer.person.company == "乙社"
    change(newer, company="丁社")
    assert older.person.company == "丁社"


def test_who_comes_back_beside_another_of_the_name_is_somebody_else(event: Event) -> None:
    first = register(event)
    service.cancel_registration(first.id, at=NOW)
    second = register(event, email="another@example.com")
    assert second.person_id == first.person_id
    service.restore_registration(first.id, at=NOW)
    assert second.person_id != first.person_id


@both_databases
def test_one_person_registering_for_two_events_at_once_is_one_contact(
    app: Flask, make_event: Callable[..., Event]
) -> None:
    events = [make_event().id for _ in range(8)]

    def try_to_register(event_id: int) -> int:
        with app.app_context():
            try:
                card = RegistrationDetails(**YUKO)
                return service.register(event_id, card, source=Source.PUBLIC, at=NOW).person_id
            finally:
                db.session.remove()

    db.session.remove()
    with ThreadPoolExecutor(8) as threads:
        people = set(threads.map(try_to_register, events))
    assert len(people) == 1
    assert contacts() == ["髙橋 優子"]
