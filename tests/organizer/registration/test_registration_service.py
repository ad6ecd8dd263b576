"""Registering, changing, cancelling; who is coming."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask_babel import force_locale
from sqlalchemy.exc import IntegrityError

from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from organizer.events.models import Event
from organizer.events.service import change_event
from organizer.registration import service
from organizer.registration.details import RegistrationDetails
from organizer.registration.models import Registration, Source, Status
from tests.conftest import both_databases, event_details

NOW = datetime(2026, 9, 1, 3, 0, tzinfo=UTC)
YUKO = RegistrationDetails(
    name="髙橋 優子", name_kana="タカハシ ユウコ", email="yuko@example.com", consent_text="I agree."
)


@pytest.fixture(autouse=True)
def _english(app: Flask) -> Iterator[None]:
    with force_locale("en"):
        yield


def register(event: Event, details: RegistrationDetails = YUKO, **changes: Any) -> Registration:
    said = {"source": Source.PUBLIC, "at": NOW, **changes}
    return service.register(event.id, details, **said)


def but(card: RegistrationDetails, **changes: str) -> RegistrationDetails:
    return RegistrationDetails(**{**vars(card), **changes})


def guest(number: int) -> RegistrationDetails:
    return RegistrationDetails(name=f"参加者 {number}", email=f"guest{number}@example.com")


def test_a_registration_keeps_the_card_and_when_consent_was_given(event: Event) -> None:
    registered = register(event)
    stored = service.find_registration(event.id, registered.id)
    assert stored == registered
    assert (stored.name, stored.status, stored.source) == ("髙橋 優子", "confirmed", "public")
    assert (stored.roster_consent, stored.roster_consent_text) == (True, "I agree.")
    assert stored.roster_consent_at == stored.created_at == NOW
    assert len(stored.code) == 16


def test_without_consent_no_time_is_kept(event: Event) -> None:
    stored = register(event, but(YUKO, consent_text=""))
    assert (stored.roster_consent, stored.roster_consent_at) == (False, None)


def test_a_full_event_refuses_the_next_registration(make_event: Callable[..., Event]) -> None:
    event = make_event(capacity=1)
    register(event)
    with pytest.raises(OrganizerError, match="full"):
        register(event, guest(1), source=Source.STAFF)


@pytest.mark.parametrize(
    ("changes", "at", "sentence"),
    [
        ({"registration_open": False}, NOW, "closed"),
        ({}, NOW + timedelta(days=60), "over"),
    ],
)
def test_only_staff_can_register_somebody_after_registration_ended(
    make_event: Callable[..., Event], changes: dict[str, Any], at: datetime, sentence: str
) -> None:
    event = make_event(**changes)
    with pytest.raises(OrganizerError, match=sentence):
        register(event, at=at)
    assert register(event, source=Source.STAFF, at=at).id


@both_databases
def test_simultaneous_registrations_never_oversell(
    app: Flask, make_event: Callable[..., Event]
) -> None:
    event_id = make_event(capacity=5).id

    def try_to_register(number: int) -> bool:
        with app.app_context():
            try:
                service.register(event_id, guest(number), source=Source.PUBLIC, at=NOW)
            except OrganizerError:
                return False
            finally:
                db.session.remove()
            return True

    db.session.remove()
    with ThreadPoolExecutor(20) as threads:
        results = list(threads.map(try_to_register, range(20)))
    assert results.count(True) == 5
    assert service.count_attendees(event_id) == 5


@both_databases
def test_simultaneous_requests_of_one_person_register_them_once(app: Flask, event: Event) -> None:
    event_id = event.id

    def try_to_register(_number: int) -> bool:
        with app.app_context():
            try:
                service.register(event_id, YUKO, source=Source.PUBLIC, at=NOW)
            except OrganizerError:
                return False
            finally:
                db.session.remove()
            return True

    db.session.remove()
    with ThreadPoolExecutor(8) as threads:
        results = list(threads.map(try_to_register, range(8)))
    assert results.count(True) == service.count_attendees(event_id) == 1


@both_databases
def test_the_database_itself_refuses_the_same_attendee_twice(app: Flask, event: Event) -> None:
    def register_twice() -> None:
        with transaction() as session:
            rows = service.new_registrations(event, [YUKO, YUKO], source=Source.STAFF, at=NOW)
            session.add_all(rows)

    with pytest.raises(IntegrityError):
        register_twice()


def test_the_same_person_is_refused_however_the_name_is_written(event: Event) -> None:
    register(event)
    with pytest.raises(OrganizerError, match="already registered") as refusal:
        register(event, but(YUKO, name="高橋優子"))
    assert refusal.value.field == "email"


def test_without_an_address_the_same_name_and_company_are_refused(event: Event) -> None:
    register(event, but(YUKO, email="", company="㈱さくら"), source=Source.STAFF)
    for again in (but(YUKO, email="", company="さくら株式会社"), but(YUKO, email="")):
        with pytest.raises(OrganizerError, match="Somebody with this name") as refusal:
            register(event, again)
        assert refusal.value.field == "name"
    register(event, but(YUKO, email="", company="うめ商事"))
    assert service.count_attendees(event.id) == 2


def test_colleagues_may_share_an_address(event: Event) -> None:
    register(event)
    register(event, but(YUKO, name="𠮷田 剛"))
    assert service.count_attendees(event.id) == 2


def test_a_change_keeps_the_time_of_a_consent_that_stays(event: Event) -> None:
    stored = register(event)
    later = NOW + timedelta(days=1)
    service.change_registration(stored.id, but(YUKO, company="さくら商事"), at=later)
    assert (stored.company, stored.roster_consent_at) == ("さくら商事", NOW)
    service.change_registration(stored.id, but(YUKO, consent_text=""), at=later)
    assert (stored.roster_consent, stored.roster_consent_at) == (False, None)
    service.change_registration(stored.id, YUKO, at=later)
    assert stored.roster_consent_at == later


def test_a_change_cannot_make_two_of_one_person(event: Event) -> None:
    register(event)
    other = register(event, guest(1))
    with pytest.raises(OrganizerError, match="already registered"):
        service.change_registration(other.id, YUKO, at=NOW)


def test_a_cancellation_frees_the_place_and_can_be_taken_back(
    make_event: Callable[..., Event],
) -> None:
    event = make_event(capacity=1)
    first = register(event)
    service.cancel_registration(first.id, at=NOW)
    service.cancel_registration(first.id, at=NOW + timedelta(days=1))
    assert (first.status, first.cancelled_at) == (Status.CANCELLED, NOW)
    second = register(event, guest(1))
    with pytest.raises(OrganizerError, match="full"):
        service.restore_registration(first.id, at=NOW)
    service.cancel_registration(second.id, at=NOW)
    service.restore_registration(first.id, at=NOW)
    assert (first.status, first.cancelled_at) == (Status.CONFIRMED, None)


def test_nobody_is_restored_beside_their_new_registration(event: Event) -> None:
    first = register(event)
    service.cancel_registration(first.id, at=NOW)
    register(event)
    with pytest.raises(OrganizerError, match="already registered"):
        service.restore_registration(first.id, at=NOW)


def test_attendees_come_in_the_order_of_their_readings(event: Event) -> None:
    for name, kana in [("山田", "ヤマダ"), ("鎌", "カワ"), ("釜", "ガマ"), ("名無し", "")]:
        register(event, RegistrationDetails(name=name, name_kana=kana))
    gone = register(event, RegistrationDetails(name="秋", name_kana="アキ"))
    service.cancel_registration(gone.id, at=NOW)
    assert [r.name for r in service.attendees_of(event.id)] == ["釜", "鎌", "山田", "名無し"]


def test_a_code_is_found_however_it_is_typed(event: Event) -> None:
    stored = register(event)
    typed = "-".join(stored.code[i : i + 4].lower() for i in range(0, 16, 4))
    assert service.find_by_code(typed) == stored
    assert service.find_by_code("\x00") is None


def test_a_registration_belongs_to_its_event(make_event: Callable[..., Event]) -> None:
    stored = register(make_event())
    assert service.find_registration(make_event().id, stored.id) is None


def test_the_capacity_stays_large_enough_for_everybody(event: Event) -> None:
    register(event)
    register(event, guest(1))
    with pytest.raises(OrganizerError, match="2 people") as refusal:
        change_event(event.id, event_details(capacity=1))
    assert refusal.value.field == "capacity"
    assert change_event(event.id, event_details(capacity=2)).capacity == 2


def test_a_spelling_for_print_stays_until_the_text_itself_changes(event: Event) -> None:
    card = but(YUKO, company="\U00030000商事", title="\U00030000長")
    stored = register(event, card)
    for field, spelling in (("name", "高橋 優子"), ("company", "佳商事"), ("title", "佳長")):
        service.spell_for_print(stored.id, field, spelling)
    changed = service.change_registration(
        stored.id, but(card, company="さくら商事", pr_line="新しい一文"), at=NOW
    )
    spellings = (changed.print_name, changed.print_company, changed.print_title)
    assert spellings == ("高橋 優子", None, "佳長")
