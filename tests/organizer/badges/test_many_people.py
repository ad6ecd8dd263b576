"""The print page of an event with many people: found, counted and looked at by the database."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event as sqlalchemy_event

from organizer.badges import people, values
from organizer.core.db import db
from organizer.events.models import Event
from organizer.registration.models import Registration
from organizer.tables.models import Seat
from organizer.tables.service import plan_in_force
from tests.conftest import both_databases
from tests.organizer.plans import make_plan
from tests.organizer.prints import print_out, print_page, refused
from tests.printables.reading import codes_of, images_of

MakeAttendees = Callable[..., list[Registration]]


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more than four attendees only those are listed who are searched, at most two."""
    monkeypatch.setattr(people, "MOST_LISTED", 4)
    monkeypatch.setattr(people, "FIRST_FOUND", 2)


@dataclass
class Work:
    """What the database was asked for."""

    statements: list[str] = field(default_factory=list)
    registrations: int = 0


@contextmanager
def watched() -> Iterator[Work]:
    work = Work()

    def count_statement(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        work.statements.append(statement)

    def count_registration(_row: Registration, _context: Any) -> None:
        work.registrations += 1

    sqlalchemy_event.listen(db.engine, "before_cursor_execute", count_statement)
    sqlalchemy_event.listen(Registration, "load", count_registration)
    try:
        yield work
    finally:
        sqlalchemy_event.remove(db.engine, "before_cursor_execute", count_statement)
        sqlalchemy_event.remove(Registration, "load", count_registration)


@both_databases
@pytest.mark.parametrize("choice", [{}, {"order": "table"}, {"who": "chosen", "people": 1}])
def test_the_print_page_reads_no_more_of_many_people_than_of_few(
    *,
    app: Flask,
    alice: FlaskClient,
    make_event: Callable[..., Event],
    make_attendees: MakeAttendees,
    choice: dict[str, object],
) -> None:
    small, large = make_event(table_count=2), make_event(table_count=20, title="第13回")
    done = []
    for event, count in ((small, 12), (large, 120)):
        attendees = make_attendees(event, count)
        make_plan(event)
        print_out(alice, event, "tables")
        mine = {**choice, "people": attendees[0].id} if "people" in choice else choice
        with watched() as work:
            assert "Badges: " in print_page(alice, event, **mine)
        done.append((len(work.statements), work.registrations))
    assert done[0][0] == done[1][0]
    # The few whose badges are looked at, and those who share their tables.
    assert done[1][1] <= 3 * (1 + 5 * large.rounds) + 3


@both_databases
def test_printing_one_badge_makes_one_badge_and_reads_its_own_tables(
    app: Flask,
    alice: FlaskClient,
    make_event: Callable[..., Event],
    make_attendees: MakeAttendees,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    event = make_event(table_count=10)
    [attendee, *_others] = make_attendees(event, 60)
    make_plan(event)
    made = []
    badge = values.Badge
    monkeypatch.setattr(values, "Badge", lambda **said: made.append(said) or badge(**said))
    with watched() as work:
        pdf = print_out(alice, event, who="chosen", people=attendee.id, backs="long-edge")
    assert [said["name"] for said in made] == [attendee.name]
    assert work.registrations <= 1 + 5 * event.rounds + 1
    [stops] = [said["stops"] for said in made]
    assert [(stop.round, stop.table, set(stop.people)) for stop in stops] == neighbours_of(attendee)
    assert [code[-16:] for code in codes_of(images_of(pdf)[0])] == [attendee.code]


def neighbours_of(attendee: Registration) -> list[tuple[int, str, set[str]]]:
    """Return each round's table of an attendee, and who else sits there."""
    plan = plan_in_force(attendee.event_id)
    assert plan is not None
    seats = db.session.query(Seat).filter_by(plan_id=plan.id).all()
    own = [seat for seat in seats if seat.registration_id == attendee.id]
    names = {row.id: row.name for row in db.session.query(Registration)}
    return [
        (
            mine.round,
            mine.table_name,
            {
                names[seat.registration_id]
                for seat in seats
                if (seat.round, seat.table_number) == (mine.round, mine.table_number)
                and seat is not mine
            },
        )
        for mine in sorted(own, key=lambda seat: seat.round)
    ]


def listed(page: str) -> list[str]:
    """Return who can be chosen on a page, those who are chosen with a mark."""
    part = page.split('<div id="people">')[1].split("</div>", maxsplit=1)[0]
    lines = part.split("<li>")[1:]
    return [
        ("✓" if " checked" in line else "") + line.split("<span>")[1].split(" <span")[0]
        for line in lines
    ]


@pytest.fixture
def five(event: Event, make_attendees: MakeAttendees) -> dict[str, Registration]:
    people = [("青木 一", "アオキ"), ("井上 二", "イノウエ"), ("上田 三", "ウエダ")]
    people += [("江口 四", "エグチ"), ("青山 五", "オ")]
    return {
        name: make_attendees(event, 1, name=name, name_kana=kana, email="")[0]
        for name, kana in people
    }


def test_a_few_people_are_all_listed_in_their_order(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1, name="加藤", name_kana="カトウ", email="")
    make_attendees(event, 1, name="安藤", name_kana="アンドウ", email="")
    page = print_page(alice, event)
    assert listed(page) == ["安藤", "加藤"]
    assert "Others, to be found" not in page


def test_many_people_are_listed_as_they_are_searched(
    alice: FlaskClient, event: Event, five: dict[str, Registration]
) -> None:
    page = print_page(alice, event)
    assert listed(page) == []
    assert "Others, to be found by name, furigana or company: 5" in page
    assert listed(print_page(alice, event, find="青")) == ["青木 一", "青山 五"]
    assert listed(print_page(alice, event, find="いのうえ")) == ["井上 二"]
    assert "Nobody was found." in print_page(alice, event, find="渡辺")


def test_of_a_search_that_finds_too_many_the_first_are_listed(
    alice: FlaskClient,
    event: Event,
    five: dict[str, Registration],
    make_attendees: MakeAttendees,
) -> None:
    make_attendees(event, 5, name="青葉", name_kana="アオバ", email="")
    page = print_page(alice, event, find="青")
    assert listed(page) == ["青木 一", "青葉"]
    assert "Others, to be found by name, furigana or company: 5" in page


def test_the_chosen_ones_stay_while_others_are_searched_and_are_printed(
    alice: FlaskClient, event: Event, five: dict[str, Registration]
) -> None:
    chosen = [five["江口 四"].id, five["青木 一"].id]
    choice = {"who": "chosen", "people": chosen, "find": "青"}
    page = print_page(alice, event, **choice)
    assert listed(page) == ["✓青木 一", "✓江口 四", "青山 五"]
    assert "Badges: 2, sheets: 1" in page
    codes = codes_of(images_of(print_out(alice, event, **choice))[0])
    assert {code[-16:] for code in codes} == {five["江口 四"].code, five["青木 一"].code}


def test_who_is_chosen_stays_when_the_page_comes_back_with_a_mistake(
    alice: FlaskClient, event: Event, five: dict[str, Registration]
) -> None:
    choice = {"who": "chosen", "people": five["上田 三"].id, "start": 11}
    assert listed(refused(alice, event, status=422, **choice))[0] == "✓上田 三"


def test_the_link_to_the_check_leads_to_the_same_badges(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    [_plain, rare] = [make_attendees(event, 1, name=name)[0] for name in ("森", "林 \U00030000")]
    page = print_page(alice, event, who="chosen", people=rare.id, stock="plain-a4")
    [link] = [part.split('"')[0] for part in page.split('href="') if "/badges/check?" in part]
    assert "U+30000" in alice.get(link.replace("&amp;", "&")).text
    other = link.replace(f"people={rare.id}", f"people={rare.id - 1}")
    assert "U+30000" not in alice.get(other.replace("&amp;", "&")).text
