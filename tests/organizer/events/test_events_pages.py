"""The pages on which an organizer sets an event up."""

from flask.testing import FlaskClient

from organizer.events.models import Event


def test_the_overview_says_how_many_minutes_are_left(alice: FlaskClient, event: Event) -> None:
    page = alice.get(f"/events/{event.id}")
    assert "The programme fits, with 30 minutes to spare." in page.text


def test_an_outsider_finds_nothing(charlie: FlaskClient, event: Event) -> None:
    assert charlie.get(f"/events/{event.id}").status_code == 404
