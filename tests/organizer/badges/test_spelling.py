"""Texts that the typeface cannot show, and other spellings of them for print."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from organizer.core.db import db, transaction
from organizer.events.models import Event
from organizer.registration.models import Registration
from tests.organizer.prints import print_out, print_page
from tests.printables.reading import text_of

MakeAttendees = Callable[..., list[Registration]]
CHECK = "/badges/check"
RARE = "\U00030000"
CARD = {"name": f"青木 {RARE}子", "company": f"{RARE}商事", "title": f"{RARE}長"}
SPELLINGS = {"name": "青木 佳子", "company": "佳商事", "title": "佳長"}


def address(event: Event, attendee: Registration) -> str:
    return f"/events/{event.id}/print/spelling/{attendee.id}"


def spellings_of(attendee: Registration) -> tuple[str | None, ...]:
    row = db.session.get_one(Registration, attendee.id, populate_existing=True)
    return row.print_name, row.print_company, row.print_title


def test_each_text_with_its_characters_and_a_place_for_another_spelling_is_listed(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1, **CARD)
    page = print_page(alice, event, CHECK)
    assert page.count("U+30000") == 3
    for label in ("Name:", "Company:", "Title or position:"):
        assert f"<div>{label}" in page
    for field in CARD:
        assert f'name="field" value="{field}"' in page


def test_a_talk_tag_is_listed_and_corrected_on_the_card_itself(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    [attendee] = make_attendees(event, 1, talk_tags=f"温泉、{RARE}")
    page = print_page(alice, event, CHECK)
    assert "U+30000" in page
    assert 'name="spelling"' not in page
    assert f"/attendees/{attendee.id}" in page


@pytest.mark.parametrize("field", CARD)
def test_a_spelling_for_print_is_kept_beside_the_true_text(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, field: str
) -> None:
    [attendee] = make_attendees(event, 1, **{field: CARD[field]})
    sent = {"field": field, "spelling": f" {SPELLINGS[field]} "}
    page = alice.post(address(event, attendee), data=sent, follow_redirects=True).text
    assert f"is printed as “{SPELLINGS[field]}”" in page
    assert "Printed in another spelling: 1" in page
    assert "lacks characters" not in print_page(alice, event, CHECK)
    with transaction() as session:
        assert getattr(session.get_one(Registration, attendee.id), field) == CARD[field]
    alice.post(address(event, attendee), data={"field": field, "spelling": ""})
    assert "lacks characters" in print_page(alice, event, CHECK)


def test_paper_shows_the_spellings(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    [attendee] = make_attendees(event, 1, **CARD)
    for field, spelling in SPELLINGS.items():
        alice.post(address(event, attendee), data={"field": field, "spelling": spelling})
    text = text_of(print_out(alice, event))
    assert "〓" not in text
    assert all("".join(spelling.split()) in text for spelling in SPELLINGS.values())


@pytest.mark.parametrize(
    ("field", "spelling", "sentence"),
    [
        ("name", "青木 \U00030001", "lacks these characters too: \U00030001"),
        ("name", "あ" * 101, "At most 100 characters."),
        ("company", "あ" * 151, "At most 150 characters."),
        ("title", "あ" * 10_000, "At most 100 characters."),
    ],
)
def test_a_spelling_that_cannot_be_printed_either_is_refused(
    *,
    alice: FlaskClient,
    event: Event,
    make_attendees: MakeAttendees,
    field: str,
    spelling: str,
    sentence: str,
) -> None:
    [attendee] = make_attendees(event, 1)
    sent = {"field": field, "spelling": spelling}
    answer = alice.post(address(event, attendee), data=sent)
    assert answer.status_code == 409
    assert sentence in answer.text
    assert spellings_of(attendee) == (None, None, None)


@pytest.mark.parametrize("field", ["", "email", "name_kana", "id", "__class__", "\0", "x" * 10_000])
def test_no_other_field_has_a_spelling(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, field: str
) -> None:
    [attendee] = make_attendees(event, 1)
    answer = alice.post(address(event, attendee), data={"field": field, "spelling": "佳"})
    assert answer.status_code == 400
    assert spellings_of(attendee) == (None, None, None)


@pytest.mark.parametrize(("who", "status"), [("dora", 403), ("charlie", 404), ("anybody", 302)])
def test_only_organizers_spell(
    *,
    request: pytest.FixtureRequest,
    event: Event,
    make_attendees: MakeAttendees,
    who: str,
    status: int,
) -> None:
    [attendee] = make_attendees(event, 1)
    client: FlaskClient = request.getfixturevalue(who)
    sent = {"field": "name", "spelling": "佳子"}
    assert client.post(address(event, attendee), data=sent).status_code == status
    assert spellings_of(attendee) == (None, None, None)


def test_the_attendee_of_another_event_is_not_found(
    alice: FlaskClient,
    event: Event,
    make_event: Callable[..., Event],
    make_attendees: MakeAttendees,
) -> None:
    [attendee] = make_attendees(make_event(), 1)
    sent = {"field": "name", "spelling": "佳子"}
    assert alice.post(address(event, attendee), data=sent).status_code == 404
    assert spellings_of(attendee) == (None, None, None)
