"""The form that sets an event up and changes it."""

import html
import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from organizer.core.db import db
from organizer.core.errors import OrganizerError
from organizer.events import service
from organizer.events.details import EventDetails
from organizer.events.models import Event
from organizer.events.service import details_of
from tests.conftest import People, both_databases

EVENING = {
    "title": "第12回 交流会 <春>",
    "day": "2026-10-08",
    "starts": "18:30",
    "ends": "21:00",
    "timezone": "Asia/Tokyo",
    "venue": "さくら会館",
    "capacity": "60",
    "fee": "3000",
    "registration_open": "y",
    "format": "round_tables",
    "table_count": "10",
    "seats_per_table": "6",
    "table_naming": "letters",
    "rounds": "3",
    "pr_minutes": "2.5",
    "question_minutes": "2",
    "change_minutes": "5",
    "opening_minutes": "10",
    "closing_minutes": "0",
}
CHOSEN = {"registration_open", "format", "table_naming", "timezone"}
TYPED = [name for name in EVENING if name not in CHOSEN]
WHOLE = "Please enter a whole number."
MINUTES = "Please enter a number of minutes."


def _stored() -> Event:
    return db.session.scalars(db.select(Event)).one()


def _beside(page: str, field: str) -> list[str]:
    found = re.findall(rf'<small class="error" id="{field}-error">(.*?)</small>', page)
    return [html.unescape(sentence) for sentence in found]


@both_databases
def test_what_is_typed_is_what_is_stored(app: Flask, people: People) -> None:
    alice = app.test_client(user=people.alice)
    answer = alice.post("/events/new", data=EVENING)
    event = _stored()
    assert answer.headers["Location"] == f"/events/{event.id}"
    assert event.title == EVENING["title"]
    assert event.starts_at == datetime(2026, 10, 8, 9, 30, tzinfo=UTC)
    assert event.ends_at == datetime(2026, 10, 8, 12, 0, tzinfo=UTC)
    details = details_of(event)
    assert (details.pr_minutes, details.closing_minutes, details.fee) == (2.5, 0, 3000)
    assert (details.table_count, details.seats_per_table, details.rounds) == (10, 6, 3)
    assert event.organization_id == people.sakura


def test_the_form_shows_what_is_stored(alice: FlaskClient, people: People) -> None:
    alice.post("/events/new", data=EVENING)
    page = alice.get(f"/events/{_stored().id}/edit").text
    for name in ("day", "starts", "ends", "venue", "capacity", "pr_minutes", "question_minutes"):
        assert f'value="{EVENING[name]}"' in page
    assert 'value="第12回 交流会 &lt;春&gt;"' in page


def test_saving_the_form_unchanged_changes_nothing(alice: FlaskClient, people: People) -> None:
    alice.post("/events/new", data=EVENING)
    before = details_of(_stored())
    page = alice.post(f"/events/{_stored().id}/edit", data=EVENING, follow_redirects=True)
    assert "Saved." in page.text
    assert details_of(_stored()) == before


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("title", " 　", "Please fill this in."),
        ("title", "t" * 10_000, "At most 120 characters."),
        ("day", "", "Please enter a date."),
        ("day", "2026-02-30", "Please enter a date."),
        ("day", "tomorrow", "Please enter a date."),
        ("day", "1999-12-31", "Please enter a year between 2000 and 2199."),
        ("day", "0001-01-01", "Please enter a year between 2000 and 2199."),
        ("day", "9999-12-31", "Please enter a year between 2000 and 2199."),
        ("starts", "", "Please enter a time."),
        ("starts", "25:00", "Please enter a time."),
        ("ends", "six", "Please enter a time."),
        ("ends", "18:30", "The end must differ from the start."),
        ("timezone", "Mars/Olympus", "Not a valid choice."),
        ("timezone", "../../etc/passwd", "Not a valid choice."),
        ("venue", "", "Please fill this in."),
        ("venue", "v" * 201, "At most 200 characters."),
        ("capacity", "", WHOLE),
        ("capacity", "many", WHOLE),
        ("capacity", "6.5", WHOLE),
        ("capacity", "9" * 5000, WHOLE),
        ("capacity", "0", "Between 1 and 5000."),
        ("capacity", "5001", "Between 1 and 5000."),
        ("fee", "-1", "Between 0 and 1000000."),
        ("fee", "9" * 30, "Between 0 and 1000000."),
        ("format", "poker", "Not a valid choice."),
        ("table_naming", "runes", "Not a valid choice."),
        ("table_count", "0", "Between 1 and 700."),
        ("seats_per_table", "1", "Between 2 and 100."),
        ("rounds", "21", "Between 1 and 20."),
        ("pr_minutes", "", MINUTES),
        ("pr_minutes", "long", MINUTES),
        ("pr_minutes", "0", "Between 0.5 and 60."),
        ("pr_minutes", "nan", "Between 0.5 and 60."),
        ("pr_minutes", "inf", "Between 0.5 and 60."),
        ("question_minutes", "-1", "Between 0 and 60."),
        ("change_minutes", "61", "Between 0 and 60."),
        ("opening_minutes", "241", "Between 0 and 240."),
        ("closing_minutes", "x", WHOLE),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_the_rest_is_kept(
    alice: FlaskClient, field: str, typed: str, sentence: str
) -> None:
    page = alice.post("/events/new", data={**EVENING, field: typed})
    assert page.status_code == 422
    assert _beside(page.text, field) == [sentence]
    assert page.text.count('<small class="error"') == 1
    for kept in {"title", "day", "venue", "capacity", "opening_minutes"} - {field}:
        assert f'value="{html.escape(EVENING[kept])}"' in page.text
    assert db.session.scalars(db.select(Event)).all() == []


@pytest.mark.parametrize(
    "field", sorted(set(EVENING) - {"registration_open", "format", "table_naming", "timezone"})
)
def test_a_field_that_is_not_sent_at_all_is_asked_for(alice: FlaskClient, field: str) -> None:
    page = alice.post("/events/new", data={k: v for k, v in EVENING.items() if k != field})
    assert page.status_code == 422
    assert len(_beside(page.text, field)) == 1


def test_an_evening_may_end_after_midnight(alice: FlaskClient) -> None:
    alice.post("/events/new", data={**EVENING, "starts": "22:00", "ends": "01:30"})
    event = _stored()
    assert event.starts_at == datetime(2026, 10, 8, 13, 0, tzinfo=UTC)
    assert event.ends_at == datetime(2026, 10, 8, 16, 30, tzinfo=UTC)
    page = alice.get(f"/events/{event.id}").text
    assert "with 140 minutes to spare" not in page
    assert "22:00–01:30" in page


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("starts", {"day": "2026-03-08", "starts": "02:30", "ends": "03:10"}),
        ("ends", {"day": "2026-03-08", "starts": "01:00", "ends": "02:30"}),
        ("ends", {"day": "2026-03-07", "starts": "22:00", "ends": "02:30"}),
    ],
)
def test_a_time_that_clocks_skip_is_refused(
    alice: FlaskClient, field: str, changes: dict[str, str]
) -> None:
    page = alice.post("/events/new", data={**EVENING, "timezone": "America/New_York", **changes})
    assert page.status_code == 422
    assert _beside(page.text, field) == [
        "Clocks are put forward over this time on that day. Please enter another."
    ]


@pytest.mark.parametrize(
    ("day", "hours"), [("2026-03-08", 2), ("2026-11-01", 4), ("2026-07-01", 3)]
)
def test_the_night_that_clocks_change_is_an_hour_shorter_or_longer(
    alice: FlaskClient, day: str, hours: int
) -> None:
    night = {"day": day, "starts": "00:30", "ends": "03:30", "timezone": "America/New_York"}
    alice.post("/events/new", data={**EVENING, **night})
    assert (_stored().ends_at - _stored().starts_at).total_seconds() == hours * 3600


def test_a_change_that_rows_above_forbid_is_told_and_not_made(
    alice: FlaskClient, people: People, event: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_small(_event: Event, details: EventDetails) -> None:
        if details.capacity < 60:
            raise OrganizerError("60 people are registered already.", field="capacity")

    monkeypatch.setattr(service, "_change_rules", [too_small])
    page = alice.post(f"/events/{event.id}/edit", data={**EVENING, "capacity": "59"})
    assert page.status_code == 422
    assert _beside(page.text, "capacity") == ["60 people are registered already."]
    assert (_stored().capacity, _stored().title) == (60, "第12回 さくら異業種交流会")


@pytest.mark.parametrize("who", ["anybody", "charlie", "dora"])
def test_only_organizers_change_an_event(
    request: pytest.FixtureRequest, event: Event, who: str
) -> None:
    client: FlaskClient = request.getfixturevalue(who)
    expected = {"anybody": 302, "charlie": 404, "dora": 403}[who]
    address = f"/events/{event.id}/edit"
    assert client.get(address).status_code == expected
    assert client.post(address, data=EVENING).status_code == expected
    assert _stored().title == "第12回 さくら異業種交流会"


@pytest.mark.parametrize(("who", "status"), [("anybody", 302), ("dora", 403)])
def test_only_organizers_set_an_event_up(
    request: pytest.FixtureRequest, people: People, who: str, status: int
) -> None:
    client: FlaskClient = request.getfixturevalue(who)
    assert client.get("/events/new").status_code == status
    assert client.post("/events/new", data=EVENING).status_code == status
    assert db.session.scalars(db.select(Event)).all() == []


def test_an_organizer_sets_an_event_up(bob: FlaskClient) -> None:
    page = bob.post("/events/new", data=EVENING, follow_redirects=True)
    assert "The event is set up." in page.text


Programme = Callable[..., str]


@pytest.fixture
def programme(alice: FlaskClient) -> Programme:
    """What the page answers while the form is being filled in."""

    def ask(**changes: str) -> str:
        return alice.post("/events/programme", data={**EVENING, **changes}).text

    return ask


def test_while_typing_the_page_tells_how_many_minutes_are_left(programme: Programme) -> None:
    assert "The programme fits, with 49 minutes to spare." in programme()
    assert "18:40–19:07" in programme()


def test_while_typing_the_page_tells_by_how_much_it_is_too_long(programme: Programme) -> None:
    assert "The programme does not fit: 47 minutes too long." in programme(rounds="6")


@pytest.mark.parametrize("field", ["title", "venue", "day"])
def test_the_programme_is_shown_before_names_and_date_are_known(
    programme: Programme, field: str
) -> None:
    assert "with 49 minutes to spare" in programme(**{field: ""})


@pytest.mark.parametrize(("field", "typed"), [("rounds", ""), ("starts", "soon"), ("day", "x")])
def test_unfinished_figures_are_waited_for(programme: Programme, field: str, typed: str) -> None:
    assert "As soon as date, times and figures are filled in" in programme(**{field: typed})


def test_the_programme_stores_nothing(programme: Programme) -> None:
    programme()
    assert db.session.scalars(db.select(Event)).all() == []
