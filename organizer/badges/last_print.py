"""What the print log knows of badges: how they were printed last, and where cards are free."""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from organizer.badges.order import BadgeOrder, order_of
from organizer.badges.people import people_of
from organizer.badges.values import BadgeSource, badges_of, pieces_of
from organizer.core.db import db
from organizer.events.models import Event
from organizer.printers.changes import Pieces, PrintChanges, all_printed, compare
from organizer.printers.models import PrintJob
from organizer.printers.papers import Paper
from organizer.registration.models import Registration

NAMED = 30
"""So many people are named whose badges have changed; of more it is only said how many."""


def changes_of(source: BadgeSource) -> PrintChanges:
    """Return whose badges are new or changed since they were printed, and who has left.

    All badges are made for that, which takes a second for thousands.
    """
    everybody = people_of(source.event.id, BadgeOrder(), plan_id=source.plan_id)
    now = pieces_of(source, badges_of(source, everybody))
    return compare(_printed_badges(source.event.id), now)


def names_on(event_id: int, badges: Sequence[str]) -> Sequence[str]:
    """Return the names on the first of these badges; whoever is deleted has none."""
    ids = [int(key) for key in badges[:NAMED]]
    people = select(Registration).where(Registration.event_id == event_id, Registration.id.in_(ids))
    names = {person.id: person.name for person in db.session.scalars(people)}
    return [names[number] for number in ids if number in names]


def last_badge_job(event: Event) -> PrintJob | None:
    """Return the newest job for badges, of this event or else of the same organization."""
    jobs = select(PrintJob).filter_by(kind=Paper.BADGES).order_by(PrintJob.id.desc()).limit(1)
    own = db.session.scalar(jobs.filter_by(event_id=event.id))
    return own or db.session.scalar(
        jobs.join(Event, PrintJob.event_id == Event.id).where(
            Event.organization_id == event.organization_id
        )
    )


def remembered(job: PrintJob | None) -> BadgeOrder:
    """Return how badges were printed last, or the usual way."""
    if job is None:
        return BadgeOrder()
    return order_of(
        {
            "stock": job.stock,
            "printer": job.printer_id,
            "order": job.sorted_by,
            "template": job.template,
            "backs": job.backs,
        }
    )


def next_free_card(event_id: int, stock: str, *, cells: int) -> int:
    """Return the first free card of the sheet that an event's last cards were printed on.

    1 if nothing was printed on this stock, or if its last sheet was used up.
    """
    cards: Collection[Paper] = (Paper.BADGES, Paper.DIVIDERS)
    job = db.session.scalar(
        select(PrintJob)
        .filter_by(event_id=event_id, stock=stock)
        .where(PrintJob.kind.in_(cards))
        .order_by(PrintJob.id.desc())
        .limit(1)
    )
    return (job.start - 1 + job.count) % cells + 1 if job else 1


def _printed_badges(event_id: int) -> Pieces:
    """Return each attendee's badge as it was printed last."""
    jobs = select(PrintJob.pieces).filter_by(event_id=event_id, kind=Paper.BADGES)
    return all_printed(db.session.scalars(jobs.order_by(PrintJob.id)))
