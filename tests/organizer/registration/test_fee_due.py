"""What each registration owes."""

from collections.abc import Callable

from flask.testing import FlaskClient

from organizer.events.models import Event
from organizer.events.service import change_event
from organizer.registration.models import Registration
from tests.conftest import event_details
from tests.organizer.events.test_event_form import EVENING

MakeAttendees = Callable[..., list[Registration]]


def test_the_fee_due_is_the_one_at_registration_unless_the_organizer_changes_it_for_all(
    event: Event, make_attendees: MakeAttendees
) -> None:
    [early] = make_attendees(event, 1)
    change_event(event.id, event_details(fee=4000, fee_for_registered=False))
    [late] = make_attendees(event, 1, name="遅い人", email="")
    assert (early.fee_due, late.fee_due) == (3000, 4000)
    change_event(event.id, event_details(fee=4000))
    assert (early.fee_due, late.fee_due) == (3000, 4000)
    change_event(event.id, event_details(fee=5000))
    assert (early.fee_due, late.fee_due) == (5000, 5000)


def test_the_form_of_an_event_asks_whether_a_changed_fee_holds_for_the_registered(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    [attendee] = make_attendees(event, 1)
    assert 'name="fee_for_registered"' not in alice.get("/events/new").text
    edit = f"/events/{event.id}/edit"
    assert '<input checked id="fee_for_registered"' in alice.get(edit).text
    alice.post(edit, data={**EVENING, "fee": "4000"})
    assert attendee.fee_due == 3000
    alice.post(edit, data={**EVENING, "fee": "5000", "fee_for_registered": "y"})
    assert attendee.fee_due == 5000
