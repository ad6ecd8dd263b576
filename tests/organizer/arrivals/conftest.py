"""What the tests of arrivals share, also with those of the door."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from organizer.accounts.access import Actor
from organizer.accounts.models import User
from organizer.arrivals import service
from organizer.arrivals.service import Outcome
from organizer.events.models import Event
from organizer.events.service import create_event
from organizer.registration.models import Registration
from tests.conftest import People, event_details

EVENING = datetime(2026, 10, 8, 9, 42, tzinfo=UTC)
"""18:42 in Tokyo."""


def new_id() -> str:
    return str(uuid4())


def actor_of(user: User) -> Actor:
    """Return somebody as staff of their organization."""
    [staff] = user.roles
    return Actor(user.id, staff.organization_id, staff.role)


@pytest.fixture
def guest(event: Event, make_attendees: Callable[..., list[Registration]]) -> Registration:
    return make_attendees(
        event, 1, name="髙橋 優子", name_kana="タカハシ ユウコ", company="株式会社さくら"
    )[0]


@pytest.fixture
def scan(event: Event, people: People) -> Callable[..., Outcome]:
    """Read a badge at the event's door at 18:42, with changes."""

    def read(code: str, **changes: object) -> Outcome:
        ordinary = {"scan_id": new_id(), "actor": actor_of(people.dora), "at": EVENING}
        return service.record(event.id, code, **{**ordinary, **changes})  # type: ignore[arg-type]  # the tests' own changes

    return read


@pytest.fixture
def their_event(people: People) -> Event:
    """An event of Charlie's organization."""
    return create_event(actor_of(people.charlie).organization_id, event_details())
