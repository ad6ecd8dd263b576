"""Texts on the sheets beside badges that will not come out as they should."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from organizer.events.models import Event
from organizer.registration.models import Registration
from organizer.sheets.checks import check_sheets_of
from organizer.sheets.service import source_of
from printables import FlawKind
from tests.organizer.plans import make_plan

MakeAttendees = Callable[..., list[Registration]]


def check(client: FlaskClient, event: Event, language: str = "en") -> str:
    address = f"/events/{event.id}/print/check"
    return client.get(address, headers={"Accept-Language": language}).text


def test_texts_of_an_ordinary_evening_are_whole_and_readable(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=2)
    make_attendees(event, 8, roster_consent=True, pr_line="住みながらの改装が得意です。")
    make_plan(event)
    assert "On the other sheets every text comes out whole and readable." in check(alice, event)


def test_a_text_that_cannot_be_printed_is_listed_with_its_person_and_its_sheets(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 2)
    says = {"roster_consent": True, "pr_line": "改装が得意\U00030000"}
    make_attendees(event, 1, name="森 修", email="", **says)
    page = check(alice, event)
    assert "Will not come out well on the other sheets: 1" in page
    assert "森 修: " in page
    assert "not in the typeface:" in page
    assert "<code>U+30000</code>" in page
    assert "Roster of attendees</small>" in page


def test_the_same_text_on_several_sheets_is_listed_once(
    make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=2)
    make_attendees(event, 7)
    make_attendees(event, 1, name="青木 \U00030000子", email="")
    make_plan(event)
    checks = check_sheets_of(source_of(event, language="ja"))
    [(flaw, kinds)] = checks.flaws.items()
    assert (flaw.text_flaw.kind, flaw.whose) == (FlawKind.LOST, ("青木 \U00030000子",))
    assert [kind.id for kind in kinds] == [
        *("tables", "seating-chart", "pr-time", "pr-master", "pr-orders", "reception")
    ]


def test_texts_that_are_too_long_are_found_with_their_person(
    event: Event, make_attendees: MakeAttendees
) -> None:
    long = "とても長い会社名" * 18
    make_attendees(event, 1, name="森 修", company=long)
    [flaw] = check_sheets_of(source_of(event, language="ja")).flaws
    assert flaw.text_flaw.kind == FlawKind.SMALL
    assert (flaw.text_flaw.text, flaw.whose) == (long, ("森 修",))


def test_what_stands_beside_everybody_is_nobody_s_own(
    make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event = make_event(title="交流会 \U00030000", table_count=2)
    make_attendees(event, 8)
    make_plan(event)
    [flaw] = check_sheets_of(source_of(event, language="ja")).flaws
    assert flaw.whose == ()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "A seating chart cannot hold 60 people"), ("ja", "1つのテーブルに60人は入りません")],
)
def test_sheets_that_cannot_be_made_at_all_say_why_in_the_reader_s_language(
    *,
    alice: FlaskClient,
    make_event: Callable[..., Event],
    make_attendees: MakeAttendees,
    language: str,
    sentence: str,
) -> None:
    event = make_event(table_count=1, seats_per_table=60, rounds=1)
    make_attendees(event, 60)
    make_plan(event)
    assert sentence in check(alice, event, language)
    answer = alice.post(
        f"/events/{event.id}/print/seating-chart.pdf", headers={"Accept-Language": language}
    )
    assert answer.status_code == 409
    assert sentence in answer.text


def test_the_words_follow_the_language_of_each_reader(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1, name="青木 \U00030000子")
    assert "書体にない文字：" in check(alice, event, "ja")
    assert "not in the typeface:" in check(alice, event, "en")


def test_the_print_page_leads_there_also_without_scripts(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1)
    address = f"/events/{event.id}/print/check"
    page = alice.get(f"/events/{event.id}/print").text
    assert f'hx-get="{address}"' in page
    assert f'<a href="{address}">' in page


@pytest.mark.parametrize("page", ["print/badges/check", "print/check"])
def test_a_second_look_sees_what_has_changed_since_the_first(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, page: str
) -> None:
    [attendee] = make_attendees(event, 1, name="青木 \U00030000子")
    address = f"/events/{event.id}/{page}"
    assert "U+30000" in alice.get(address).text
    spelt = {"field": "name", "spelling": "青木 佳子"}
    alice.post(f"/events/{event.id}/print/spelling/{attendee.id}", data=spelt)
    assert "U+30000" not in alice.get(address).text
