"""Bringing the rows of an event in line with what its form asks."""

from organizer.events.details import EventDetails, agenda_parts
from organizer.events.models import AgendaItem, Event, EventTable
from organizer.events.table_names import table_names

OWN_FIELDS = tuple(n for n in EventDetails.__dataclass_fields__ if n in Event.__table__.columns)
"""The details that the event's own row has under the same name."""


def write_details(event: Event, details: EventDetails, *, before: EventDetails | None) -> None:
    """Bring an event's rows in line with its details; `before` is what they say now.

    What the details do not change stays: the name and the seats of a single table, the minutes of
    a single round, and always a table's place and note. Tables come and go at the end.
    """
    for name in OWN_FIELDS:
        setattr(event, name, getattr(details, name))
    if before is not None:
        _change_tables(event, details, before)
    _add_tables(event, details)
    if before is None or agenda_parts(details) != agenda_parts(before):
        _write_agenda(event, details)


def _change_tables(event: Event, details: EventDetails, before: EventDetails) -> None:
    del event.tables[details.table_count :]
    names = table_names(len(event.tables), naming=details.table_naming)
    for table, name in zip(event.tables, names, strict=True):
        if details.table_naming != before.table_naming:
            table.name = name
        if details.seats_per_table != before.seats_per_table:
            table.seats = details.seats_per_table


def _add_tables(event: Event, details: EventDetails) -> None:
    names = table_names(details.table_count, naming=details.table_naming)
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
