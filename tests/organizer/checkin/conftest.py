"""What the tests of the door share."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from organizer.accounts.service import roles_of
from organizer.checkin import service
from organizer.checkin.service import Outcome
from organizer.events.models import Event
from organizer.events.service import create_event
from organizer.registration.models import Registration
from tests.conftest import People, event_details

EVENING = datetime(2026, 10, 8, 9, 42, tzinfo=UTC)
"""18:42 in Tokyo."""


def new_id() -> str:
    return str(uuid4())


@pytest.fixture
def guest(event: Event, make_attendees: Callable[..., list[Registration]]) -> Registration:
    return make_attendees(
        event, 1, name="髙橋 優子", name_kana="タカハシ ユウコ", company="株式会社さくら"
    )[0]


@pytest.fixture
def scan(event: Event, people: People) -> Callable[..., Outcome]:
    """Read a badge at the event's door at 18:42, with changes."""

    def read(code: str, **changes: object) -> Outcome:
        ordinary = {"scan_id": new_id(), "user_id": people.dora.id, "at": EVENING}
        return service.check_in(event.id, code, **{**ordinary, **changes})  # type: ignore[arg-type]  # the tests' own changes

    return read


@pytest.fixture
def their_event(people: People) -> Event:
    """An event of Charlie's organization."""
    return create_event(roles_of(people.charlie)[0].organization_id, event_details())


@pytest.fixture
def seat(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Seat somebody at one table after the other."""

    def sit(registration: Registration, *tables: str) -> None:
        service = "organizer.tables.service"
        monkeypatch.setattr(f"{service}.route_of", lambda _id: tables)
        monkeypatch.setattr(f"{service}.routes_of", lambda _id, **_of: {registration.id: tables})

    return sit
