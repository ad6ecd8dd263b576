"""Setting events up and finding them."""

from collections.abc import Callable, Sequence

from sqlalchemy import func, select

from organizer.core.codes import new_code
from organizer.core.db import LOCK, db, transaction
from organizer.events.agenda import Agenda, AgendaPart, ItemKind
from organizer.events.details import EventDetails
from organizer.events.models import Event, EventTable
from organizer.events.room import Room
from organizer.events.set_up import OWN_FIELDS, write_details
from organizer.events.table_names import naming_of

PUBLIC_CODE_LENGTH = 10

ChangeRule = Callable[[Event, EventDetails], None]
_change_rules: list[ChangeRule] = []


def create_event(organization_id: int, details: EventDetails) -> Event:
    """Set an event up."""
    with transaction() as session:
        event = Event(organization_id=organization_id, public_code=new_code(PUBLIC_CODE_LENGTH))
        write_details(event, details, before=None)
        session.add(event)
        session.flush()
        return event


def change_event(event_id: int, details: EventDetails) -> Event:
    """Change an event. Raises OrganizerError if what is stored already forbids it."""
    with transaction():
        event = lock_event(event_id)
        for rule in _change_rules:
            rule(event, details)
        write_details(event, details, before=details_of(event))
        return event


def change_rule(rule: ChangeRule) -> ChangeRule:
    """Let a slice above refuse changes that would contradict its rows, or follow them."""
    _change_rules.append(rule)
    return rule


def lock_event(event_id: int) -> Event:
    """Return the event for a command that counts places: others wait until this one commits."""
    return db.session.get_one(Event, event_id, with_for_update=LOCK, populate_existing=True)


def find_event(event_id: int) -> Event | None:
    """Return an event."""
    return db.session.get(Event, event_id)


def find_public_event(public_code: str) -> Event | None:
    """Return the event whose registration page has this code."""
    return db.session.scalar(select(Event).filter_by(public_code=public_code))


def events_of(organization_id: int) -> Sequence[Event]:
    """Return an organization's events, the latest first."""
    return db.session.scalars(
        select(Event).filter_by(organization_id=organization_id).order_by(Event.starts_at.desc())
    ).all()


def room_of(event_id: int) -> Room:
    """Return how many tables of which size an event has, counted by the database."""
    counted = db.session.execute(
        select(EventTable.seats, func.count())
        .filter_by(event_id=event_id)
        .group_by(EventTable.seats)
    )
    return Room(dict(counted.all()))


def agenda_of(event: Event) -> Agenda:
    """Return the programme of an event, with its fullest table when every place is taken."""
    parts = (AgendaPart(item.kind, item.minutes, item.round) for item in event.agenda)
    return Agenda(tuple(parts), room_of(event.id).fullest_table(event.capacity))


def details_of(event: Event) -> EventDetails:
    """Return what the event form asks as the rows have it; where rounds differ, as the first."""
    room = room_of(event.id)
    first_table = select(EventTable.name).filter_by(event_id=event.id, position=1)
    return EventDetails(
        **{name: getattr(event, name) for name in OWN_FIELDS},
        table_count=room.tables,
        seats_per_table=room.usual_seats,
        table_naming=naming_of(db.session.scalars(first_table).one()),
        rounds=event.rounds,
        pr_minutes=_minutes(event, ItemKind.PRESENTATION),
        question_minutes=_minutes(event, ItemKind.QUESTIONS),
        change_minutes=int(_minutes(event, ItemKind.CHANGE)),
        opening_minutes=int(_minutes(event, ItemKind.OPENING)),
        closing_minutes=int(_minutes(event, ItemKind.CLOSING)),
    )


def _minutes(event: Event, kind: ItemKind) -> float:
    return next((item.minutes for item in event.agenda if item.kind == kind), 0)
