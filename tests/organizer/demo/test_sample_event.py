"""The sample event."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from flask import Flask

from organizer import cli
from organizer.accounts.service import create_organization, first_organization
from organizer.demo.people import sample_people
from organizer.demo.service import create_sample_event
from organizer.events.agenda import minutes_to_spare
from organizer.events.service import agenda_of, events_of
from organizer.people.industries import find_profession
from organizer.registration.models import AttendeeRole
from organizer.registration.service import attendees_of
from organizer.registration.talk_tags import clean_tags, fitting, tags_of
from printables import unprintable
from tests.conftest import People

AT = datetime(2026, 9, 1, 3, 0, tzinfo=UTC)


def test_the_guests_are_the_same_every_time() -> None:
    assert sample_people() == sample_people()


def test_the_guests_are_sixty_different_people() -> None:
    people = sample_people()
    assert len({person.name for person in people}) == 60
    assert len({person.email for person in people}) == 60


def test_rare_kanji_are_among_the_names_and_all_can_be_printed() -> None:
    people = sample_people()
    names = "".join(person.name for person in people)
    for surname in ("髙橋", "山﨑", "𠮷田", "渡邉", "濵田", "栁澤"):
        assert surname in names
    assert not [p for p in people if unprintable(p.name + p.company + p.title + p.pr_line)]


def test_a_company_that_bears_a_name_bears_its_owner_s() -> None:
    owners = [p for p in sample_people() if p.name.split()[0] in p.company]
    assert len(owners) == 9
    assert not [p for p in sample_people() if "{" in p.company]


def test_the_mix_of_industries_is_lopsided() -> None:
    found = [find_profession(person.profession) for person in sample_people()]
    count = Counter(industry.id for industry, _ in filter(None, found))
    assert count.total() == 60
    assert count.most_common(1) == [("insurance", 8)]
    assert len(count) > 15


def test_nobody_s_address_can_be_reached() -> None:
    assert all(p.email.endswith(("@example.jp", "@example.com")) for p in sample_people())


def test_some_guests_have_a_role_some_are_new_and_most_give_talk_tags(people: People) -> None:
    attendees = attendees_of(create_sample_event(people.sakura, at=AT).id)
    roles = Counter(attendee.role for attendee in attendees)
    assert roles == {"": 54, **dict.fromkeys(("speaker", "staff", "visitor"), 2)}
    assert set(roles) - {""} <= set(AttendeeRole)
    assert 5 < sum(attendee.first_time for attendee in attendees) < 25
    tags = [tags_of(attendee.talk_tags) for attendee in attendees]
    assert 30 < sum(map(bool, tags)) < 60
    assert all(fitting(given) == given and not unprintable("".join(given)) for given in tags)
    assert all(clean_tags(attendee.talk_tags) == attendee.talk_tags for attendee in attendees)


def test_the_sample_event_is_full_and_its_programme_fits(people: People) -> None:
    event = create_sample_event(people.sakura, at=AT)
    assert event.title == "第12回 さくら異業種交流会"
    assert len(attendees_of(event.id)) == event.capacity == 60
    agenda = agenda_of(event)
    assert minutes_to_spare(agenda, starts_at=event.starts_at, ends_at=event.ends_at) >= 0


def test_the_sample_event_lies_some_weeks_ahead_and_its_registrations_before_today(
    people: People,
) -> None:
    event = create_sample_event(people.sakura, at=AT)
    assert 21 <= (event.starts_at - AT).days <= 28
    registered = [attendee.created_at for attendee in attendees_of(event.id)]
    assert max(registered) < AT
    assert len(set(registered)) == 60


def test_who_agreed_to_the_roster_agreed_to_words_at_a_time(people: People) -> None:
    attendees = attendees_of(create_sample_event(people.sakura, at=AT).id)
    agreed = [a for a in attendees if a.roster_consent]
    assert 40 < len(agreed) < 60
    assert all(a.roster_consent_text and a.roster_consent_at == a.created_at for a in agreed)


def test_the_command_adds_the_event_to_the_first_organization(app: Flask) -> None:
    create_organization("さくら")
    answer = app.test_cli_runner().invoke(cli.main, ["demo"])
    assert answer.exit_code == 0, answer.output
    organization = first_organization()
    assert organization is not None
    assert len(events_of(organization.id)) == 1


def test_the_command_adds_the_event_to_any_organization(app: Flask) -> None:
    create_organization("さくら")
    other = create_organization("うめ")
    app.test_cli_runner().invoke(cli.main, ["demo", "--organization", str(other.id)])
    assert len(events_of(other.id)) == 1


def test_the_command_says_so_when_there_is_no_such_organization(app: Flask) -> None:
    answer = app.test_cli_runner().invoke(cli.main, ["demo", "--organization", "77"])
    assert answer.exit_code == 1
    assert "no such organization" in answer.output


def test_an_empty_database_begins_with_the_sample_event_once(
    app: Flask, capsys: pytest.CaptureFixture[str]
) -> None:
    cli._begin_if_empty("http://localhost:8000")
    cli._begin_if_empty("http://localhost:8000")
    organization = first_organization()
    assert organization is not None
    assert [event.title for event in events_of(organization.id)] == ["第12回 さくら異業種交流会"]
    assert "http://localhost:8000/welcome/" in capsys.readouterr().out
