"""Setting events up."""

from flask import Flask

from organizer.events import service
from tests.conftest import People, both_databases, event_details


@both_databases
def test_a_new_event_is_found_by_its_public_code(app: Flask, people: People) -> None:
    event = service.create_event(people.sakura, event_details(title="朝会"))
    found = service.find_public_event(event.public_code)
    assert found is not None
    assert found.title == "朝会"
    assert found.starts_at.tzinfo is not None
