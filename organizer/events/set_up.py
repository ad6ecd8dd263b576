"""From what the event form asks to the rows of an event, and back."""

from organizer.events.agenda import ItemKind
from organizer.events.details import EventDetails, agenda_parts
from organizer.events.models import AgendaItem, Event, EventTable
from organizer.events.room import Room
from organizer.events.table_names import naming_of, table_names

OWN_FIELDS = tuple(n for n in EventDetails.__dataclass_fields__ if n in Event.__table__.columns)
"""The details that the event's own row has under the same name."""


def details_of(event: Event) -> EventDetails:
    """Return the details as the rows have them; where rounds differ, those of the first."""
    return EventDetails(
        **{name: getattr(event, name) for name in OWN_FIELDS},
        table_count=len(event.tables),
        seats_per_table=Room.of(table.seats for table in event.tables).usual_seats,
        table_naming=naming_of([table.name for table in event.tables]),
        rounds=event.rounds,
        pr_minutes=_minutes(event, ItemKind.PRESENTATION),
        question_minutes=_minutes(event, ItemKind.QUESTIONS),
        change_minutes=int(_minutes(event, ItemKind.CHANGE)),
        opening_minutes=int(_minutes(event, ItemKind.OPENING)),
        closing_minutes=int(_minutes(event, ItemKind.CLOSING)),
    )


def write_details(event: Event, details: EventDetails) -> None:
    """Bring an event's rows in line with its details.

    What the details do not change stays: the name and the seats of a single table, the minutes of
    a single round, and always a table's place and note. Tables come and go at the end.
    """
    before = details_of(event)
    _write_tables(event, details, before)
    if agenda_parts(details) != agenda_parts(before):
        _write_agenda(event, details)
    for name in OWN_FIELDS:
        setattr(event, name, getattr(details, name))


def _minutes(event: Event, kind: ItemKind) -> float:
    return next((item.minutes for item in event.agenda if item.kind == kind), 0)


def _write_tables(event: Event, details: EventDetails, before: EventDetails) -> None:
    names = table_names(details.table_count, naming=details.table_naming)
    del event.tables[details.table_count :]
    for table, name in zip(event.tables, names, strict=False):
        if details.table_naming != before.table_naming:
            table.name = name
        if details.seats_per_table != before.seats_per_table:
            table.seats = details.seats_per_table
    for position in range(len(event.tables) + 1, details.table_count + 1):
        table = EventTable(
            position=position, name=names[position - 1], seats=details.seats_per_table
        )
        event.tables.append(table)


def _write_agenda(event: Event, details: EventDetails) -> None:
    kept = {(item.kind, item.round): item for item in event.agenda}
    items = []
    for position, part in enumerate(agenda_parts(details), start=1):
        item = kept.get((part.kind, part.round)) or AgendaItem(kind=part.kind, round=part.round)
        item.position, item.minutes = position, part.minutes
        items.append(item)
    event.agenda = items
