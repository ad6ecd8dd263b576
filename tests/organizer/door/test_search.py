"""The search at the door."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from organizer.arrivals.service import Outcome
from organizer.events.models import Event
from organizer.registration import service as registrations
from organizer.registration.models import Registration
from tests.organizer.arrivals.conftest import EVENING

Read = Callable[..., Outcome]


def door(event: Event) -> str:
    return f"/events/{event.id}/door"


@pytest.mark.parametrize(
    "typed",
    ["髙橋", "高橋", "たかはし", "ﾀｶﾊｼ", "（株）さくら", "GUEST1@example.com", "髙"],
)
def test_people_are_found_as_staff_type_them(
    dora: FlaskClient, event: Event, guest: Registration, typed: str
) -> None:
    page = dora.get(door(event), query_string={"q": typed}).text
    assert "髙橋 優子" in page
    assert guest.code in page


def test_a_scanned_address_in_the_search_finds_its_guest(
    dora: FlaskClient, event: Event, guest: Registration
) -> None:
    page = dora.get(door(event), query_string={"q": f"http://localhost/C/{guest.code}"}).text
    assert "髙橋 優子" in page


def test_people_found_show_their_table_and_whether_they_are_in_or_cancelled(
    dora: FlaskClient,
    event: Event,
    make_attendees: Callable[..., list[Registration]],
    scan: Read,
    seat: Callable[..., None],
) -> None:
    waiting, arrived, cancelled = make_attendees(event, 3)
    seat(waiting, "B")
    scan(arrived.code)
    registrations.cancel_registration(cancelled.id, at=EVENING)
    page = dora.get(door(event), query_string={"q": "参加者"}).text
    found = page.split('id="found"')[1].split("<details")[0]
    assert found.count("<li") == 3
    assert "Table B" in found
    assert "In since 18:42" in found
    assert found.index(waiting.name) < found.index(cancelled.name)
    assert f'value="{waiting.code}"' in found
    assert f'value="{cancelled.code}"' not in found


def test_a_search_tells_what_it_leaves_out_and_when_it_finds_nobody(
    dora: FlaskClient, event: Event, make_attendees: Callable[..., list[Registration]]
) -> None:
    make_attendees(event, 23)
    assert "3 more." in dora.get(door(event), query_string={"q": "会社"}).text
    for nobody in ("ヌヌ", "x" * 10_000, "<script>"):
        page = dora.get(door(event), query_string={"q": nobody}).text
        assert "Nobody is registered under" in page
        assert "<script>”" not in page


def test_nobody_of_another_event_is_found(
    dora: FlaskClient, make_event: Callable[..., Event], guest: Registration
) -> None:
    page = dora.get(door(make_event()), query_string={"q": "髙橋"}).text
    assert "Nobody is registered under" in page
