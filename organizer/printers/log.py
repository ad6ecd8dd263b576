"""The log of what was printed: an entry is written when a file is handed out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from organizer.core.db import db, transaction
from organizer.printers.changes import Pieces
from organizer.printers.models import Printer, PrintJob
from organizer.printers.papers import Paper

LATEST = 10


@dataclass(frozen=True, slots=True)
class PrintEntry:
    """What the log says of something printed, as it stood when its contents were taken."""

    paper: Paper
    pieces: Pieces
    plan_id: int | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)
    """How cards were printed: the columns of a PrintJob that are about cards."""


def record(event_id: int, entry: PrintEntry, *, user_id: int, at: datetime) -> PrintJob:
    """Note that something was handed out to be printed."""
    with transaction() as session:
        settings = dict(entry.settings)
        if settings.get("printer_id") and not session.get(Printer, settings["printer_id"]):
            settings["printer_id"] = None  # somebody has removed it meanwhile
        job = PrintJob(
            event_id=event_id,
            user_id=user_id,
            printed_at=at,
            kind=entry.paper,
            plan_id=entry.plan_id,
            pieces=dict(entry.pieces),
            count=len(entry.pieces),
            **settings,
        )
        session.add(job)
        return job


def latest_jobs(event_id: int) -> Sequence[PrintJob]:
    """Return what was printed last for an event, newest first."""
    newest = select(PrintJob).filter_by(event_id=event_id).order_by(PrintJob.id.desc())
    with_names = newest.options(joinedload(PrintJob.plan), joinedload(PrintJob.user))
    return db.session.scalars(with_names.limit(LATEST)).all()


def last_of_kinds(event_id: int) -> Mapping[str, PrintJob]:
    """Return the newest job of each kind of paper."""
    jobs = db.session.scalars(select(PrintJob).where(PrintJob.id.in_(_newest(event_id))))
    return {job.kind: job for job in jobs}


def last_pieces(event_id: int, papers: Collection[str]) -> Mapping[str, Pieces]:
    """Return what was printed last of each of these kinds of paper."""
    last = PrintJob.id.in_(_newest(event_id)), PrintJob.kind.in_(papers)
    return dict(db.session.execute(select(PrintJob.kind, PrintJob.pieces).where(*last)).all())


def _newest(event_id: int) -> Select[int]:
    return select(func.max(PrintJob.id)).filter_by(event_id=event_id).group_by(PrintJob.kind)
