"""Events of any size, with a plan and half of the people in, stored without having to be played."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from json import loads
from pathlib import Path
from uuid import uuid4

from sqlalchemy import insert

import organizer.demo
from organizer.accounts.models import User
from organizer.arrivals.models import Scan, ScanKind, Verdict
from organizer.core import clock
from organizer.core.db import transaction
from organizer.events.service import create_event
from organizer.people.industries import industries
from organizer.registration.details import RegistrationDetails
from organizer.registration.models import Registration, Source
from organizer.registration.service import new_registrations
from tests.conftest import event_details
from tests.organizer.plans import make_plan

SEATS, ROUNDS = 6, 3
_NAMES = loads(Path(organizer.demo.__file__).with_name("people.json").read_text("utf-8"))


@dataclass(frozen=True)
class BigEvent:
    """What addresses name of a large event."""

    event_id: int
    public_code: str
    registration_ids: Sequence[int]
    codes: Sequence[str]


def add_big_event(user: User, *, people: int, planned: bool = True) -> BigEvent:
    """Store an event that begins now, with `people` attendees of whom every second is in."""
    now = clock.now()
    details = event_details(
        starts_at=now,
        ends_at=now + timedelta(hours=3),
        capacity=people + 1,
        table_count=-(-people // SEATS),
        seats_per_table=SEATS,
        table_naming="numbers",
        rounds=ROUNDS,
    )
    with transaction() as session:
        event = create_event(user.roles[0].organization_id, details)
        cards = [_card(number) for number in range(people)]
        guests = new_registrations(event, cards, source=Source.IMPORT, at=now)
        session.add_all(guests)
        session.flush()
        session.execute(insert(Scan), [_arrival(guest, user.id) for guest in guests[::2]])
    if planned:
        make_plan(event)
    return BigEvent(event.id, event.public_code, [g.id for g in guests], [g.code for g in guests])


def _card(number: int) -> RegistrationDetails:
    surnames, given_names = _NAMES["surnames"], _NAMES["given_names"]
    surname = surnames[number % len(surnames)]
    given = given_names[number // len(surnames) % len(given_names)]
    industry = industries()[number % len(industries())]
    return RegistrationDetails(
        name=f"{surname[0]} {given[0]}",
        name_kana=f"{surname[1]} {given[1]}",
        company=f"株式会社{surname[0]}商店 {number}",
        title="営業部 部長",
        industry=industry.id,
        profession=industry.professions[0].id if industry.professions else "",
        email=f"{given[2]}.{surname[2]}.{number}@example.jp",
        offers="新しいお客さまの紹介",
        wants="一緒に働く仲間",
    )


def _arrival(guest: Registration, user_id: int) -> dict[str, object]:
    moment = guest.created_at - timedelta(seconds=guest.id % 3600)
    return {
        "id": str(uuid4()),
        "event_id": guest.event_id,
        "registration_id": guest.id,
        "code": guest.code,
        "kind": ScanKind.ARRIVE,
        "at": moment,
        "recorded_at": moment,
        "user_id": user_id,
        "shown": Verdict.WELCOME,
    }
