"""The sample event: an evening to look around in, the same every time but for dates and codes."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from organizer.core.db import transaction
from organizer.demo.people import SamplePerson, sample_people
from organizer.events.details import EventDetails
from organizer.events.models import Event
from organizer.events.service import create_event
from organizer.people.industries import find_profession
from organizer.registration.details import RegistrationDetails
from organizer.registration.models import Source
from organizer.registration.service import register
from organizer.registration.talk_tags import BETWEEN
from organizer.registration.words import roster_consent

ZONE = "Asia/Tokyo"
_WEEKS_AHEAD = timedelta(weeks=3)
_THURSDAY = 3
_REGISTERING_A_DAY = 5


def create_sample_event(organization_id: int, *, at: datetime) -> Event:
    """Add the sample event, some weeks after `at`, with everybody who has registered for it."""
    people = sample_people()
    with transaction():
        event = create_event(organization_id, _details(at))
        consent_text = roster_consent(event.organization.name)
        for number, person in enumerate(people):
            moment = _registered_at(number, of=len(people), at=at)
            card = _card(person, consent_text=consent_text)
            register(event.id, card, source=Source.PUBLIC, at=moment)
    return event


def _details(at: datetime) -> EventDetails:
    day = at.astimezone(ZoneInfo(ZONE)).date() + _WEEKS_AHEAD
    day += timedelta(days=(_THURSDAY - day.weekday()) % 7)
    starts_at = datetime.combine(day, time(18, 30), ZoneInfo(ZONE))
    return EventDetails(
        title="第12回 さくら異業種交流会",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2, minutes=30),
        timezone=ZONE,
        venue="さくら会館 3階 大ホール",
        capacity=60,
        fee=3000,
        format="round_tables",
        table_count=10,
        seats_per_table=6,
        table_naming="letters",
        rounds=3,
        pr_minutes=3,
        question_minutes=2,
        change_minutes=5,
        opening_minutes=10,
        closing_minutes=10,
        registration_open=True,
    )


def _registered_at(number: int, *, of: int, at: datetime) -> datetime:
    """Spread the registrations over the days before `at`, from morning to evening."""
    today = at.astimezone(ZoneInfo(ZONE)).date()
    days_ago = -(-(of - number) // _REGISTERING_A_DAY)
    minutes = 9 * 60 + (number % _REGISTERING_A_DAY) * 160 + number * 17 % 60
    midnight = datetime.combine(today - timedelta(days=days_ago), time(), ZoneInfo(ZONE))
    return midnight + timedelta(minutes=minutes)


def _card(person: SamplePerson, *, consent_text: str) -> RegistrationDetails:
    found = find_profession(person.profession)
    assert found is not None  # the list names only professions that there are
    return RegistrationDetails(
        name=person.name,
        name_kana=person.name_kana,
        company=person.company,
        title=person.title,
        industry=found[0].id,
        profession=person.profession,
        email=person.email,
        offers=person.offers,
        wants=person.wants,
        pr_line=person.pr_line,
        role=person.role,
        first_time=person.first_time,
        talk_tags=BETWEEN.join(person.talk_tags),
        consent_text=consent_text if person.roster_consent else "",
    )
