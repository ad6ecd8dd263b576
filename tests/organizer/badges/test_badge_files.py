"""The badges on paper, read back as a person or a scanner would."""

from collections.abc import Callable
from unittest.mock import patch
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from organizer.events.models import Event
from organizer.registration.models import Registration
from organizer.tables.service import route_of
from printables import Cause, PrintError
from tests.organizer.plans import make_plan
from tests.organizer.prints import print_out, refused
from tests.printables.reading import codes_of, images_of, text_of

MakeAttendees = Callable[..., list[Registration]]
BASE = "HTTPS://EVENTS.EXAMPLE.JP"


@pytest.fixture
def small_event(make_event: Callable[..., Event]) -> Event:
    return make_event(table_count=2, capacity=12, pr_minutes=1.5, question_minutes=1.0)


def test_every_code_leads_to_its_attendee(
    app: Flask, alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    app.config["PUBLIC_URL"] = "https://events.example.jp"
    attendees = make_attendees(event, 12)
    pages = images_of(print_out(alice, event, "badges"))
    found = [code for page in pages for code in codes_of(page)]
    assert len(pages) == 2
    assert sorted(found) == sorted(f"{BASE}/C/{a.code}" for a in attendees)


def test_what_the_code_says_opens_the_attendee_s_card(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    (attendee,) = make_attendees(event, 1)
    (code,) = codes_of(images_of(print_out(alice, event, "badges"))[0])
    assert code.startswith("HTTP://LOCALHOST/")
    card = alice.get(code.removeprefix("HTTP://LOCALHOST"))
    assert attendee.name in card.text


def test_a_badge_shows_who_wears_it_and_which_tables_they_go_to(
    alice: FlaskClient, small_event: Event, make_attendees: MakeAttendees
) -> None:
    attendee, *_ = make_attendees(small_event, 12, title="代表取締役")
    make_plan(small_event)
    text = text_of(print_out(alice, small_event, "badges"))
    assert "会社1" in text
    assert "代表取締役" in text
    route = route_of(attendee.id)
    assert len(route) == 3
    assert "→".join(route) in text


def test_badges_begin_at_the_first_free_card(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 5)
    assert len(images_of(print_out(alice, event, "badges", stock="aone-51002", start=6))) == 1
    assert len(images_of(print_out(alice, event, "badges", stock="aone-51002", start=7))) == 2


def test_a_chosen_spelling_is_printed_instead_of_the_name(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1, name="青木 \U00030000子", print_name="青木 佳子")
    text = text_of(print_out(alice, event, "badges"))
    assert "青木佳子" in text
    assert "〓" not in text


@pytest.mark.parametrize("name", ["badges", "dividers"])
def test_without_attendees_there_are_no_badges(alice: FlaskClient, event: Event, name: str) -> None:
    assert "Nothing to print yet" in refused(alice, event, name, status=422)


def test_a_missing_typeface_is_said_in_words(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1)
    missing = PrintError(Cause.NO_TYPEFACE, file="NotoSansJP-Bold.ttf")
    with patch("organizer.badges.printing.render_badges", side_effect=missing):
        assert "run `node build.mjs`" in refused(alice, event, status=422)


def test_files_are_named_after_the_event_and_not_kept_by_the_browser(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event = make_event(title='春/夏 "交流会"')
    make_attendees(event, 1)
    answer = alice.post(f"/events/{event.id}/print/badges.pdf")
    assert quote("Badges 春_夏 _交流会_.pdf") in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
