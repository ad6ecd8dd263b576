"""Who met whom, by person."""

from collections.abc import Callable

from flask import Flask

from organizer.core.db import transaction
from organizer.events.models import Event
from organizer.people.meetings import has_met_anybody, keep_meetings, met_before
from organizer.people.models import Person
from organizer.registration.models import Registration
from tests.conftest import People, both_databases


@both_databases
def test_meetings_are_kept_by_person_and_replaced_for_an_event(
    app: Flask,
    people: People,
    make_event: Callable[..., Event],
    make_attendees: Callable[..., list[Registration]],
) -> None:
    first, second = make_event(), make_event()
    a, b, c = (row.person_id for row in make_attendees(first, 3))
    keep_meetings(first.id, {1: [(b, a), (a, b), (c, c)], 2: [(a, b), (a, c)]})
    keep_meetings(second.id, {1: [(a, b)]})
    assert met_before(people.sakura, [a, b, c]) == {
        (a, b): {first.id, second.id},
        (a, c): {first.id},
    }
    assert met_before(people.sakura, [a, c]) == {(a, c): {first.id}}
    keep_meetings(first.id, {1: [(b, c)]})
    assert met_before(people.sakura, [a, b, c]) == {(a, b): {second.id}, (b, c): {first.id}}
    keep_meetings(first.id, {})
    assert met_before(people.sakura, [a, b, c]) == {(a, b): {second.id}}


def test_meetings_outlive_registrations(
    people: People, event: Event, make_attendees: Callable[..., list[Registration]]
) -> None:
    rows = make_attendees(event, 2)
    a, b = (row.person_id for row in rows)
    keep_meetings(event.id, {1: [(a, b)]})
    with transaction() as session:
        for row in rows:
            session.delete(row)
    assert met_before(people.sakura, [a, b]) == {(a, b): {event.id}}


def test_other_organizations_know_nothing_of_a_meeting(
    people: People, event: Event, make_attendees: Callable[..., list[Registration]]
) -> None:
    a, b = (row.person_id for row in make_attendees(event, 2))
    keep_meetings(event.id, {1: [(a, b)]})
    assert met_before(people.sakura + 1, [a, b]) == {}


def test_only_those_who_met_have_met_somebody(
    event: Event, make_attendees: Callable[..., list[Registration]]
) -> None:
    a, b, c = (row.person_id for row in make_attendees(event, 3))
    keep_meetings(event.id, {1: [(a, b)]})
    assert [has_met_anybody(person) for person in (a, b, c)] == [True, True, False]


def test_keys_follow_whenever_a_row_is_stored(people: People) -> None:
    with transaction() as session:
        person = Person(organization_id=people.sakura, name="髙橋 優子", company="㈱さくら")
        session.add(person)
    assert (person.name_key, person.company_key) == ("高橋優子", "サクラ")
    with transaction() as session:
        session.get_one(Person, person.id).name_kana = "タカハシ ユウコ"
    assert person.sort_key.startswith("0タカハシユウコ ")
    assert "タカハシユウコ" in person.search_key
