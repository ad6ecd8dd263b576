"""The page that shows who sits where."""

import html
import re
from collections.abc import Callable, Sequence

import pytest
from flask.testing import FlaskClient
from sqlalchemy import delete, select

from organizer.core import clock
from organizer.core.db import db, transaction
from organizer.events.models import Event
from organizer.events.service import change_event
from organizer.registration.models import Registration
from organizer.registration.service import cancel_registration
from organizer.tables import page as plan_part
from organizer.tables import service
from organizer.tables.models import Seat, TablePlan
from tests.conftest import event_details
from tests.organizer.plans import make_plan

MakeEvent = Callable[..., Event]
MakeAttendees = Callable[..., list[Registration]]


def _page(client: FlaskClient, event: Event, query: str = "") -> str:
    return client.get(f"/events/{event.id}/tables{query}").text


def _plan(event: Event) -> TablePlan:
    plan = service.plan_in_force(event.id)
    assert plan is not None
    return plan


def _main(page: str) -> str:
    return page.split("<main")[1]


def test_one_button_gives_everybody_a_table(
    bob: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 30)
    assert "Make the table plan" in _page(bob, event)
    answer = bob.post(f"/events/{event.id}/tables/assign")
    assert answer.location == f"/events/{event.id}/tables"
    page = _page(bob, event)
    assert "Nobody meets twice." in page
    for number in range(1, 31):
        assert f"参加者 {number}<" in page


def test_each_round_has_its_clock_times_and_its_own_tables(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 30)
    service.assign_tables(event.id)
    first, second = _page(alice, event), _page(alice, event, "?round=2")
    assert "18:40–19:10" in first
    assert "19:15–19:45" in second
    names = re.compile(r'class="name">([^<]+)<')
    assert sorted(names.findall(first)) == sorted(names.findall(second))
    assert names.findall(first) != names.findall(second)


@pytest.mark.parametrize("number", ["0", "4", "-1", "x", "9" * 30])
def test_a_round_that_does_not_exist_shows_the_first(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, number: str
) -> None:
    make_attendees(event, 8)
    service.assign_tables(event.id)
    page = _page(alice, event, f"?round={number}")
    current = re.search(r'<a href="[^"]+round=(\d)[^"]*" aria-current="page">', page)
    assert current is not None
    assert current[1] == "1"


def test_repeats_and_people_who_are_alike_are_marked(
    alice: FlaskClient, make_event: MakeEvent, make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=1, seats_per_table=2, rounds=2, capacity=2)
    make_attendees(event, 2, company="㈱さくら", industry="insurance", profession="life_ins")
    service.assign_tables(event.id)
    page = _page(alice, event, "?round=2")
    assert "already met 参加者 1 in round 1" in page
    assert "same company as 参加者 2" in page
    assert "competes with 参加者 2" in page
    assert "same industry" in page
    assert "Fewer are impossible." in page


def test_somebody_is_found_with_all_their_tables(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 8)
    (wanted,) = make_attendees(event, 1, name="髙橋 優子", name_kana="タカハシ ユウコ")
    service.assign_tables(event.id)
    found = _page(alice, event, "?q=たかはし").split('id="found"')[1].split("</div>")[0]
    assert "髙橋 優子" in found
    for number, table in enumerate(service.route_of(wanted.id), start=1):
        assert f"Round {number}</span> {table}<" in found


@pytest.mark.parametrize("query", ["誰もいない", "%ED%A0%80", "x" * 10_000, "<b>"])
def test_a_search_for_nobody_says_so(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, query: str
) -> None:
    make_attendees(event, 4)
    service.assign_tables(event.id)
    page = _page(alice, event, f"?q={query}")
    assert "Nobody with a seat is called that." in page
    assert "<b>" not in page


def test_names_are_shown_as_text(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1, name="<script>alert(1)</script>", company="<i>")
    make_attendees(event, 3)
    service.assign_tables(event.id)
    page = _main(_page(alice, event, "?q=script"))
    assert "<script>" not in page
    assert "<i>" not in page


def test_what_changed_since_the_plan_is_said(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    people = make_attendees(event, 8)
    service.assign_tables(event.id)
    assert "seats stay empty" not in _page(alice, event)
    cancel_registration(people[0].id, at=clock.now())
    make_attendees(event, 1, name="飛び入り")
    change_event(event.id, event_details(rounds=4, table_count=12))
    page = _page(alice, event)
    assert "Attendees without a seat: 1</strong> 飛び入り" in page
    assert "Cancelled since, their seats stay empty: 1</strong> 参加者 1" in page
    assert "Made for 3 rounds; the event now has 4." in page
    assert "Made for 10 tables × 6 seats" in page


def test_everybody_may_cancel_and_the_page_still_opens(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    people = make_attendees(event, 4)
    service.assign_tables(event.id)
    for person in people:
        cancel_registration(person.id, at=clock.now())
    assert "Nobody has registered yet." in _page(alice, event)


def test_the_overview_tells_whether_everybody_has_a_seat(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    overview = f"/events/{event.id}"
    assert "Not assigned yet" in alice.get(overview).text
    make_attendees(event, 8)
    service.assign_tables(event.id)
    assert "Nobody meets twice." in alice.get(overview).text
    make_attendees(event, 1, name="飛び入り")
    assert "Attendees without a seat: 1" in alice.get(overview).text


@pytest.fixture
def large(
    make_event: MakeEvent, make_attendees: MakeAttendees, monkeypatch: pytest.MonkeyPatch
) -> Event:
    """Ten people at five tables, of which the page shows two at a time."""
    event = make_event(table_count=5, seats_per_table=2, capacity=10, rounds=2)
    make_attendees(event, 10)
    make_plan(event)
    monkeypatch.setattr(plan_part, "TABLES_AT_A_TIME", 2)
    return event


def _tables(page: str) -> list[str]:
    return re.findall(r'id="table-(\w+)"', page)


@pytest.mark.parametrize(
    ("query", "tables"),
    [
        ("", ["A", "B"]),
        ("?round=2&part=2", ["C", "D"]),
        ("?part=3", ["E"]),
        ("?part=4", ["A", "B"]),
        ("?part=0", ["A", "B"]),
        ("?part=x", ["A", "B"]),
    ],
)
def test_many_tables_come_in_parts(
    alice: FlaskClient, large: Event, query: str, tables: list[str]
) -> None:
    assert _tables(_page(alice, large, query)) == tables


def test_parts_lead_to_each_other_and_stay_in_their_round(alice: FlaskClient, large: Event) -> None:
    page = _page(alice, large, "?round=2&part=2")
    ways = re.findall(r'<a (rel="\w+" )?href="([^"#]+)#rounds"( aria-current="page")?>(\S+)<', page)
    by_label = {label: (html.unescape(way), rel, here) for rel, way, here, label in ways}
    address = f"/events/{large.id}/tables?round=2"
    assert by_label["A–B"] == (address, "", "")
    assert by_label["C–D"] == (f"{address}&part=2", "", ' aria-current="page"')
    assert by_label["E"] == (f"{address}&part=3", "", "")
    assert f'rel="next" href="/events/{large.id}/tables?round=2&amp;part=3#rounds"' in page
    assert f'rel="prev" href="{address}#rounds"' in page
    assert re.findall('class="parts" aria-label="(.+)"', page) == ["Tables", "More tables"]


def test_few_tables_are_shown_at_once(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 30)
    make_plan(event)
    assert 'class="parts"' not in _page(alice, event)


def test_a_search_leads_to_the_part_with_the_table(alice: FlaskClient, large: Event) -> None:
    plan = _plan(large)
    wanted = service.seating_of(plan)[0].tables[4].registrations[0]
    page = _page(alice, large, f"?q={wanted.name.replace(' ', '+')}")
    assert f'href="/events/{large.id}/tables?round=1&amp;part=3#table-E"' in page


def _seats(plan: TablePlan, number: int, *, table: int) -> Sequence[Seat]:
    return db.session.scalars(
        select(Seat).filter_by(plan_id=plan.id, round=number, table_number=table)
    ).all()


def test_repeats_are_marked_whatever_part_people_sat_in_before(
    alice: FlaskClient, large: Event
) -> None:
    plan = _plan(large)
    again = [seat.registration_id for seat in _seats(plan, 1, table=5)]
    with transaction() as session:
        session.execute(delete(Seat).filter_by(plan_id=plan.id, round=2))
        for position, person in enumerate(again, start=1):
            place = {"table_number": 1, "table_name": "A", "position": position}
            session.add(Seat(plan_id=plan.id, round=2, registration_id=person, **place))
    assert _page(alice, large, "?round=2").count("in round 1") == 2


def test_a_search_that_finds_many_names_the_first(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 25)
    make_plan(event)
    page = _page(alice, event, "?q=参加者")
    assert "The first 20 of 25." in page
    assert page.count('class="route"') == 20
