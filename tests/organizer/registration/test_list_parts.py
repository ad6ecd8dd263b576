"""The list of attendees in parts."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event as happening

from organizer.core.db import db
from organizer.events.models import Event
from organizer.registration import parts
from organizer.registration.models import Registration, Status
from tests.conftest import both_databases
from tests.organizer.registration.lists import list_of

MakeAttendees = Callable[..., list[Registration]]
NEXT = re.compile(r'<a href="([^"]*)" rel="next"')
PREVIOUS = re.compile(r'<a href="([^"]*)" rel="prev"')
JUMP = re.compile(r'<a href="([^"]*)#(row-\d+)">([^<]*)</a>')
READINGS = ("ワダ", "アオキ", "カトウ", "ガトウ", "Smith")


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let parts be small, so that few people make several."""
    monkeypatch.setattr(parts, "WHOLE", 7)
    monkeypatch.setattr(parts, "PART", 4)


@pytest.fixture
def crowd(event: Event, make_attendees: MakeAttendees) -> Event:
    """Two people of each reading, and one who is on the waiting list."""
    for reading in READINGS:
        make_attendees(event, 2, name_kana=reading, email="", company=reading)
    make_attendees(event, 1, name="待つ人", email="", status=Status.WAITLISTED)
    return event


def readings_on(page: str) -> list[str]:
    return re.findall(r"</a><br><small>([^<]*)</small>", page)


@pytest.mark.usefixtures("small")
@both_databases
def test_the_parts_follow_each_other_and_show_everybody_once(
    app: Flask, alice: FlaskClient, crowd: Event
) -> None:
    page = alice.get(list_of(crowd)).text
    seen = readings_on(page)
    assert len(seen) == 4
    while found := NEXT.search(page):
        before = page
        page = alice.get(found[1]).text
        assert PREVIOUS.search(page)
        seen += readings_on(page)
        assert f'hx-get="{found[1]}" hx-trigger="revealed"' in before
    in_order = ("アオキ", "カトウ", "ガトウ", "ワダ", "Smith")
    assert seen == [*(reading for reading in in_order for _ in range(2)), "サンカシャ"]


def test_a_long_list_is_jumped_into_by_its_headings(
    alice: FlaskClient,
    event: Event,
    make_attendees: MakeAttendees,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parts, "WHOLE", 30)
    monkeypatch.setattr(parts, "PART", 8)
    for reading in READINGS:
        make_attendees(event, 7, name_kana=reading, email="", company=reading)
    make_attendees(event, 2, name="去った人", status=Status.CANCELLED)
    first = alice.get(list_of(event)).text
    jumps = JUMP.findall(first)
    assert [words for _url, _anchor, words in jumps] == [
        "ア", "カ", "ワ", "Others", "Not attending (2)",
    ]  # fmt: skip
    for url, anchor, words in jumps:
        page = alice.get(url).text if url else first
        begins = page.index(f'id="{anchor}"')
        assert f'rowgroup">{words}<' in page[begins : begins + 200]


@pytest.mark.usefixtures("small")
def test_a_part_in_the_midst_of_a_heading_says_it_again(alice: FlaskClient, crowd: Event) -> None:
    pages = [alice.get(f"{list_of(crowd)}?page={page}").text for page in (1, 2, 3)]
    assert [re.findall(r'row-head([^"]*)".*?rowgroup">([^<]*)<', page) for page in pages] == [
        [("", "ア"), ("", "カ")],
        [(" continued", "カ"), ("", "ワ")],
        [("", "Others"), ("", "Not attending (1)")],
    ]


@pytest.mark.usefixtures("small")
def test_beyond_the_end_stands_the_last_part(alice: FlaskClient, crowd: Event) -> None:
    for page in ("99", "9" * 30):
        assert "待つ人" in alice.get(f"{list_of(crowd)}?page={page}").text
    for page in ("0", "-1", "x"):
        assert "アオキ" in alice.get(f"{list_of(crowd)}?page={page}").text


@pytest.mark.usefixtures("small")
def test_what_a_search_finds_comes_in_parts_too(alice: FlaskClient, crowd: Event) -> None:
    page = alice.get(list_of(crowd), query_string={"q": "参加者"}).text
    assert "Found: 10" in page
    found = NEXT.search(page)
    assert found
    assert "q=" in found[1]
    assert len(readings_on(alice.get(found[1].replace("&amp;", "&")).text)) == 4


@pytest.mark.usefixtures("small")
def test_a_command_leads_back_to_its_part(alice: FlaskClient, crowd: Event) -> None:
    page = alice.get(f"{list_of(crowd)}?page=2").text
    [url] = re.findall(r'action="([^"]*/cancel)"', page)[:1]
    assert '<input type="hidden" name="page" value="2">' in page
    assert alice.post(url, data={"page": "2"}).location == f"{list_of(crowd)}?page=2"


def test_three_hundred_stand_on_one_page(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 300)
    page = alice.get(list_of(event)).text
    assert page.count("サンカシャ") == 300
    assert not NEXT.search(page)
    make_attendees(event, 1, name="もう一人", email="")
    assert alice.get(list_of(event)).text.count("サンカシャ") == 100


def test_a_larger_event_costs_no_more_queries_and_rows(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 301)
    before = _work(lambda: alice.get(f"{list_of(event)}?q=会社"))
    make_attendees(event, 300, email="", name="その他")
    assert _work(lambda: alice.get(f"{list_of(event)}?q=会社")) == before
    assert before[1] == 100


def _work(visit: Callable[[], object]) -> tuple[int, int]:
    """Return how many statements a visit takes and how many registrations it loads."""
    counted = [0, 0]

    def statement(*_args: object) -> None:
        counted[0] += 1

    def loaded(*_args: object) -> None:
        counted[1] += 1

    db.session.rollback()
    happening.listen(db.engine, "before_cursor_execute", statement)
    happening.listen(Registration, "load", loaded)
    try:
        visit()
    finally:
        happening.remove(db.engine, "before_cursor_execute", statement)
        happening.remove(Registration, "load", loaded)
    return counted[0], counted[1]
