"""The log of what was printed, and what follows from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select

from organizer.core.db import db, transaction
from organizer.documents.badge_job import BadgeJob, Order
from organizer.documents.changes import Pieces, all_printed
from organizer.documents.models import PrintJob
from organizer.events.models import Event
from organizer.printers.models import Printer
from printables import Backs, Template

BADGES, DIVIDERS, RULER = "badges", "dividers", "ruler"
LATEST = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """What the log says of something printed, as it stood when its contents were taken."""

    kind: str
    pieces: Pieces
    plan_number: int | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)


def entry_of_cards(kind: str, pieces: Pieces, *, plan_number: int | None, job: BadgeJob) -> Entry:
    """Return the entry of cards, which also tells how they were printed."""
    settings = {
        "stock": job.stock,
        "start": job.start,
        "printer_id": job.printer.id if job.printer else None,
        "sorted_by": str(job.order),
        "template": str(job.template),
        "backs": str(job.backs),
    }
    return Entry(kind, pieces, plan_number, settings)


def record(event_id: int, entry: Entry, *, user_id: int, at: datetime) -> PrintJob:
    """Note that something was handed out to be printed."""
    with transaction() as session:
        settings = dict(entry.settings)
        if settings.get("printer_id") and not session.get(Printer, settings["printer_id"]):
            settings["printer_id"] = None  # somebody has removed it meanwhile
        job = PrintJob(
            event_id=event_id,
            user_id=user_id,
            printed_at=at,
            kind=entry.kind,
            plan_number=entry.plan_number,
            pieces=dict(entry.pieces),
            **settings,
        )
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


def last_on_stock(event_id: int, stock: str) -> PrintJob | None:
    """Return the newest job of this event that used up cards of a stock."""
    cards = select(PrintJob).filter_by(event_id=event_id, stock=stock)
    return db.session.scalar(
        cards.where(PrintJob.kind.in_((BADGES, DIVIDERS))).order_by(PrintJob.id.desc()).limit(1)
    )


def remembered(job: PrintJob | None) -> BadgeJob:
    """Return how badges were printed last, or the usual way."""
    if job is None:
        return BadgeJob()
    return job_of(
        {
            "stock": job.stock,
            "printer": job.printer_id,
            "order": job.sorted_by,
            "template": job.template,
            "backs": job.backs,
        }
    )


def job_of(settings: Mapping[str, Any]) -> BadgeJob:
    """Return the job with these settings; a printer that is gone is none."""
    printer = settings["printer"]
    return BadgeJob(
        stock=settings["stock"],
        printer=db.session.get(Printer, int(printer)) if printer else None,
        order=Order(settings["order"]),
        template=Template(settings["template"]),
        backs=Backs(settings["backs"]),
    )


def next_free_card(job: PrintJob, *, cells: int) -> int:
    """Return the first free card of the last sheet of a job; 1 if the sheet was used up."""
    return (job.start - 1 + len(job.pieces)) % cells + 1
