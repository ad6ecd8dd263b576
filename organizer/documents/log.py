"""The log of what was printed, and what follows from it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from organizer.core.db import db, transaction
from organizer.documents.badge_job import BadgeJob, Order
from organizer.documents.changes import Pieces, all_printed
from organizer.documents.models import PrintJob
from organizer.events.models import Event
from organizer.printers.models import Printer
from organizer.tables.service import latest_plan
from printables import Backs, Template

BADGES = "badges"
LATEST = 10


def record(
    event: Event,
    kind: str,
    pieces: Pieces,
    *,
    user_id: int,
    at: datetime,
    badges: BadgeJob | None = None,
) -> PrintJob:
    """Note that something was handed out to be printed."""
    plan = latest_plan(event.id)
    with transaction() as session:
        job = PrintJob(
            event_id=event.id,
            user_id=user_id,
            printed_at=at,
            kind=kind,
            plan_number=plan.number if plan else None,
            pieces=dict(pieces),
        )
        if badges:
            _note_settings(job, badges)
        session.add(job)
        return job


def latest_jobs(event_id: int) -> Sequence[PrintJob]:
    """Return what was printed last for an event, newest first."""
    return db.session.scalars(
        select(PrintJob).filter_by(event_id=event_id).order_by(PrintJob.id.desc()).limit(LATEST)
    ).all()


def printed_badges(event_id: int) -> Pieces:
    """Return each attendee's badge as it was printed last."""
    return all_printed(
        db.session.scalars(
            select(PrintJob.pieces).filter_by(event_id=event_id, kind=BADGES).order_by(PrintJob.id)
        )
    )


def last_of_kinds(event_id: int) -> dict[str, PrintJob]:
    """Return the newest job of each kind."""
    rows = db.session.scalars(select(PrintJob).filter_by(event_id=event_id).order_by(PrintJob.id))
    return {job.kind: job for job in rows}


def last_badge_job(event: Event) -> PrintJob | None:
    """Return the newest job for badges, of this event or else of the same organization."""
    jobs = select(PrintJob).filter_by(kind=BADGES).order_by(PrintJob.id.desc()).limit(1)
    own = db.session.scalar(jobs.filter_by(event_id=event.id))
    return own or db.session.scalar(
        jobs.join(Event, PrintJob.event_id == Event.id).where(
            Event.organization_id == event.organization_id
        )
    )


def remembered(job: PrintJob | None) -> BadgeJob:
    """Return how badges were printed last, or the usual way."""
    if job is None:
        return BadgeJob()
    return BadgeJob(
        stock=job.stock,
        printer=db.session.get(Printer, job.printer_id) if job.printer_id else None,
        order=Order(job.sorted_by),
        template=Template(job.template),
        backs=Backs(job.backs),
    )


def next_free_card(job: PrintJob, *, cells: int) -> int:
    """Return the first free card of the last sheet of a job; 1 if the sheet was used up."""
    return (job.start - 1 + len(job.pieces)) % cells + 1


def _note_settings(job: PrintJob, badges: BadgeJob) -> None:
    job.stock, job.start = badges.stock, badges.start
    job.printer_id = badges.printer.id if badges.printer else None
    job.sorted_by, job.template = badges.order, badges.template
    job.backs = badges.backs
