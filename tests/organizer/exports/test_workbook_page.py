"""The workbook that an organizer downloads."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from openpyxl import Workbook, load_workbook

from organizer.accounts.models import User
from organizer.arrivals.service import record
from organizer.events.models import Event
from organizer.registration.models import Registration
from organizer.registration.service import cancel_registration
from organizer.tables.service import routes_of
from tests.conftest import People
from tests.organizer.arrivals.conftest import actor_of
from tests.organizer.plans import make_plan

MakeAttendees = Callable[..., list[Registration]]


def download(client: FlaskClient, event: Event) -> Workbook:
    answer = client.get(f"/events/{event.id}/attendees.xlsx")
    assert answer.status_code == 200
    return load_workbook(BytesIO(answer.data))


def column(book: Workbook, sheet: str, heading: str) -> list[object]:
    rows = list(book[sheet].iter_rows(values_only=True))
    index = rows[0].index(heading)
    return [row[index] for row in rows[1:]]


def test_the_workbook_lists_everybody_with_industry_and_profession_in_words(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 2, profession="tax", industry="tax_account", name_kana="ア")
    book = download(alice, event)
    assert book.sheetnames == ["Attendees", "Seats", "Check-in"]
    assert column(book, "Attendees", "Name") == ["参加者 1", "参加者 2"]
    assert column(book, "Attendees", "Industry") == ["Tax and accounting"] * 2
    assert column(book, "Attendees", "Profession") == ["Tax accountant"] * 2
    assert column(book, "Attendees", "No.") == [1, 2]


def test_the_workbook_speaks_the_language_of_its_organizer(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1, profession="tax", industry="tax_account")
    alice.environ_base["HTTP_ACCEPT_LANGUAGE"] = "ja"
    book = download(alice, event)
    assert book.sheetnames == ["参加者", "席割り", "受付"]
    assert column(book, "参加者", "業種") == ["税務・会計"]


def test_the_workbook_says_what_people_are_and_like_to_talk_about(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    card = {"role": "leader", "first_time": True, "talk_tags": "温泉、ゴルフ", "name_kana": "ア"}
    make_attendees(event, 1, **card)
    make_attendees(event, 1, name_kana="イ", email="")
    book = download(alice, event)
    assert column(book, "Attendees", "Role at this event") == ["Table leader", None]
    assert column(book, "Attendees", "Here for the first time") == ["Yes", None]
    assert column(book, "Attendees", "Likes to talk about") == ["温泉、ゴルフ", None]


def test_times_are_those_of_the_event_s_place(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1, created_at=datetime(2026, 9, 1, 23, 30, tzinfo=UTC))
    assert column(download(alice, event), "Attendees", "Registered at") == [
        datetime.fromisoformat("2026-09-02T08:30")
    ]


def test_who_cancelled_is_listed_last_owes_nothing_and_has_no_seat(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    first, *_ = make_attendees(event, 3)
    cancel_registration(first.id, at=datetime(2026, 9, 1, tzinfo=UTC))
    book = download(alice, event)
    assert column(book, "Attendees", "Status") == ["Registered", "Registered", "Cancelled"]
    assert column(book, "Attendees", "Fee") == [event.fee, event.fee, None]
    assert first.name not in column(book, "Seats", "Name")


def test_what_an_attendee_typed_never_becomes_a_formula(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1, company='=HYPERLINK("http://example.com")', wants="@here")
    sheet = download(alice, event)["Attendees"]
    assert {cell.data_type for cell in sheet[2]} <= {"s", "n", "d"}
    assert '=HYPERLINK("http://example.com")' in [cell.value for cell in sheet[2]]


def test_seats_are_listed_round_by_round(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    attendees = make_attendees(event, 4)
    make_plan(event)
    book, routes = download(alice, event), routes_of(event.id)
    seats = list(book["Seats"].iter_rows(min_row=2, min_col=2, values_only=True))
    assert {row[0]: row[3:] for row in seats} == {a.name: routes[a.id] for a in attendees}


def test_numbered_tables_are_numbers(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event = make_event(table_naming="numbers", table_count=2)
    make_attendees(event, 12)
    make_plan(event)
    assert set(column(download(alice, event), "Seats", "Round 1")) == {1, 2}


def test_without_a_plan_there_is_room_to_write_the_tables(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 2)
    assert column(download(alice, event), "Seats", "Round 3") == [None, None]


def test_check_ins_come_in_the_order_of_coming(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, people: People
) -> None:
    first, second = make_attendees(event, 2)
    come(event, second, people.dora)
    book = download(alice, event)
    assert column(book, "Check-in", "Name") == [second.name, first.name]
    assert column(book, "Check-in", "Status") == ["Here", "Not here"]
    came_at = datetime.fromisoformat("2026-10-08T18:42")
    assert column(book, "Check-in", "Came at") == [came_at, None]


def come(event: Event, attendee: Registration, staff: User) -> None:
    moment = datetime(2026, 10, 8, 9, 42, tzinfo=UTC)
    scan_id = "00000000-0000-4000-8000-000000000001"
    record(event.id, attendee.code, scan_id=scan_id, actor=actor_of(staff), at=moment)


def test_the_file_is_named_after_the_event_and_not_kept_by_the_browser(
    alice: FlaskClient, event: Event
) -> None:
    answer = alice.get(f"/events/{event.id}/attendees.xlsx")
    assert quote(event.title) in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_workbook_needs_a_sign_in(anybody: FlaskClient, event: Event) -> None:
    assert "/sign-in" in anybody.get(f"/events/{event.id}/attendees.xlsx").location


@pytest.mark.parametrize(("visitor", "status"), [("dora", 403), ("charlie", 404), ("bob", 200)])
def test_only_organizers_of_the_host_get_the_workbook(
    request: pytest.FixtureRequest, event: Event, visitor: str, status: int
) -> None:
    client: FlaskClient = request.getfixturevalue(visitor)
    assert client.get(f"/events/{event.id}/attendees.xlsx").status_code == status
