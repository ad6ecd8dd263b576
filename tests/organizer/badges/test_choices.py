"""Whose badges, in which order, on which sheets: the choices of the print page."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient

from organizer.events.models import Event
from organizer.registration.models import Registration
from organizer.registration.service import cancel_registration
from organizer.tables.service import routes_of
from tests.organizer.plans import make_plan
from tests.organizer.prints import print_out, refused
from tests.printables.reading import codes_of, images_of, text_of

MakeAttendees = Callable[..., list[Registration]]


def order_of(pdf: bytes, attendees: list[Registration]) -> list[str]:
    text = text_of(pdf)
    return sorted((a.company for a in attendees), key=text.index)


def test_only_chosen_people_are_printed(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    attendees = make_attendees(event, 5)
    chosen = [attendees[1].id, attendees[3].id]
    codes = codes_of(images_of(print_out(alice, event, who="chosen", people=chosen))[0])
    assert {code[-16:] for code in codes} == {attendees[1].code, attendees[3].code}


def test_a_link_leads_to_the_badge_of_one_person(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    attendees = make_attendees(event, 3)
    link = f"/events/{event.id}/print?who=chosen&people={attendees[1].id}"
    card = alice.get(f"/events/{event.id}/attendees/{attendees[1].id}").text
    assert link.replace("&", "&amp;") in card
    assert "Badges: 1, sheets: 1" in alice.get(link).text


def test_a_search_for_somebody_chosen_finds_nobody_else(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    somebody, *_ = make_attendees(event, 3)
    looked_for = {"who": "chosen", "find": "Nobody is called that"}
    page = alice.post(f"/events/{event.id}/print", data=looked_for).text
    assert "Nobody was found." in page
    page = alice.post(f"/events/{event.id}/print", data={**looked_for, "people": somebody.id}).text
    assert "Nobody else was found." in page


def test_looking_at_other_choices_prints_nothing(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 9)
    page = alice.post(f"/events/{event.id}/print", data={"stock": "avery-l7418"}).text
    assert "Badges: 9, sheets: 2" in page
    assert "Printed so far" not in page


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("51861", "A-one 51002"),
        ("ａ－ｏｎｅ　51002", "A-one 51002"),
        ("bm108s", "HISAGO BM102S"),
        ("ELM008", "A-one 28362"),
        ("ヒサゴ ELM006", "A-one 28367"),
        ("コクヨKPC-E1121", "A-one 28362"),
        ("jp-mc10ew", "HISAGO BM102S"),
        ("ﾀﾞｲｿｰ No.136", "A-one 51002"),
    ],
)
def test_a_part_number_finds_its_sheets(
    *,
    alice: FlaskClient,
    event: Event,
    make_attendees: MakeAttendees,
    number: str,
    name: str,
) -> None:
    make_attendees(event, 1)
    page = alice.get(f"/events/{event.id}/print", query_string={"number": number}).text
    assert f"{name}, " in page


@pytest.mark.parametrize("number", ["0", "x" * 10_000, "💩", "51861x"])
def test_an_unknown_part_number_is_said_beside_the_field(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, number: str
) -> None:
    make_attendees(event, 1)
    answer = alice.post(f"/events/{event.id}/print", data={"number": number})
    assert answer.status_code == 422
    assert "No sheets with this number are known." in answer.text


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("kana", ["ア社", "ウ社", "イ社"]),
        ("company", ["ア社", "イ社", "ウ社"]),
        ("registered", ["イ社", "ウ社", "ア社"]),
    ],
)
def test_badges_lie_in_the_chosen_order(
    *,
    alice: FlaskClient,
    event: Event,
    make_attendees: MakeAttendees,
    order: str,
    expected: list[str],
) -> None:
    rows = []
    for day, (company, kana) in enumerate((("イ社", "ワ"), ("ウ社", "カ"), ("ア社", "ア")), 1):
        at = datetime(2026, 9, day, tzinfo=UTC)
        rows += make_attendees(event, 1, company=company, name_kana=kana, email="", created_at=at)
    assert order_of(print_out(alice, event, order=order), rows) == expected


def test_badges_can_lie_table_by_table(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=2)
    attendees = make_attendees(event, 8)
    make_plan(event)
    first_tables = {a.company: routes_of(event.id)[a.id][0] for a in attendees}
    companies = order_of(print_out(alice, event, order="table"), attendees)
    assert [first_tables[company] for company in companies] == ["A"] * 4 + ["B"] * 4


def test_each_row_of_the_kana_has_a_divider(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    for kana in ("アオキ", "イトウ", "カトウ"):
        make_attendees(event, 1, name_kana=kana, email="")
    assert text_of(print_out(alice, event, "dividers")) == "ア2peopleカ1people"


def test_backs_lie_on_pages_of_their_own_and_say_whom_one_meets(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=2)
    make_attendees(event, 8)
    make_plan(event)
    assert len(images_of(print_out(alice, event, backs="long-edge"), dpi=20)) == 2


WRONG = [
    ("stock", "nothing", "Please choose one of the sheets."),
    ("stock", "own-1", "Please choose one of the sheets."),
    ("start", "0", "Please choose a card from 1 to 10."),
    ("start", "11", "Please choose a card from 1 to 10."),
    ("start", "-1", "Please choose a card from 1 to 10."),
    ("start", "99999999999999999999999", "Please choose a card from 1 to 10."),
    ("start", "A", "Not a valid integer value."),
    ("start", "", "Not a valid integer value."),
    ("printer", "7", "Please choose one of these."),
    ("who", "nobody", "Please choose one of these."),
    ("order", "random", "Please choose one of these."),
    ("template", "round", "Please choose one of these."),
    ("backs", "sideways", "Please choose one of these."),
    ("backs", "folded", "Seat cards need a table plan."),
]


@pytest.mark.parametrize(("field", "value", "sentence"), WRONG)
@pytest.mark.parametrize("name", ["badges", "dividers"])
def test_a_wrong_choice_prints_nothing_and_comes_back_with_a_sentence(
    *,
    alice: FlaskClient,
    event: Event,
    make_attendees: MakeAttendees,
    name: str,
    field: str,
    value: str,
    sentence: str,
) -> None:
    make_attendees(event, 1)
    assert sentence in refused(alice, event, name, status=422, **{field: value})


@pytest.mark.parametrize(("field", "value", "sentence"), WRONG)
def test_a_wrong_choice_is_marked_while_one_still_chooses(
    *,
    alice: FlaskClient,
    event: Event,
    make_attendees: MakeAttendees,
    field: str,
    value: str,
    sentence: str,
) -> None:
    make_attendees(event, 1)
    answer = alice.post(f"/events/{event.id}/print", data={field: value})
    assert answer.status_code == 422
    assert sentence in answer.text


@pytest.mark.parametrize("person", ["0", "999999999999999999999", "2147483648", "-1", "x", ""])
def test_people_who_are_not_coming_are_refused(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, person: str
) -> None:
    make_attendees(event, 1)
    sentence = "Please choose people who are coming."
    assert sentence in refused(alice, event, status=422, who="chosen", people=person)


def test_somebody_who_has_cancelled_is_refused(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    attendees = make_attendees(event, 2)
    cancel_registration(attendees[0].id, at=datetime(2026, 9, 1, tzinfo=UTC))
    chosen = [attendee.id for attendee in attendees]
    sentence = "Please choose people who are coming."
    assert sentence in refused(alice, event, status=422, who="chosen", people=chosen)


def test_an_attendee_of_another_event_is_refused(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event, other = make_event(), make_event(title="第13回")
    make_attendees(event, 1)
    [elsewhere] = make_attendees(other, 1)
    sentence = "Please choose people who are coming."
    assert sentence in refused(alice, event, status=422, who="chosen", people=elsewhere.id)


def test_nobody_chosen_is_said_and_not_printed(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1)
    sentence = "Please choose whose badges to print."
    assert sentence in refused(alice, event, status=422, who="chosen")


def test_low_cards_cannot_be_folded(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 6)
    make_plan(event)
    sentence = "These cards are too low to be folded."
    assert sentence in refused(alice, event, status=422, stock="aone-28362", backs="folded")
