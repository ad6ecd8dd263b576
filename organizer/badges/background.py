"""Many badges: drawn in the background, and kept for a day to be fetched."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from flask_babel import get_locale
from flask_babel import gettext as _
from sqlalchemy import delete, or_, select

from organizer.badges.models import PrintedFile
from organizer.badges.order import BadgeOrder, order_of
from organizer.badges.printing import Cards, take_cards
from organizer.badges.values import BadgeSource
from organizer.core import clock, jobs
from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from organizer.events.models import Event
from organizer.printers import log
from organizer.printers.service import sheets_for
from organizer.tables.service import plan_in_force

KIND = "badges.draw"
AT_ONCE = 200
"""So many badges are drawn while their organizer waits: that takes less than a second."""
KEPT_FOR = timedelta(days=1)


class _Stopped(Exception):  # noqa: N818 - nothing went wrong
    """Somebody has asked to stop."""


def start(event_id: int, order: BadgeOrder, *, address: str, user_id: int) -> int:
    """Start drawing badges and return the id of the job; `address` is what codes lead to.

    Raises OrganizerError while others of this event are being drawn.
    """
    arguments = {
        **order.settings(),
        "start": order.start,
        "people": order.people,
        "address": address,
        "user_id": user_id,
    }
    return jobs.start(KIND, subject=event_id, arguments=arguments)


@jobs.job(KIND, repeatable=True)
def make(running: jobs.Running) -> None:
    """Draw badges as they stand when this begins; stopped, it keeps and logs nothing."""
    cards = _take(running.subject, running.arguments)
    # Drawing takes seconds and must not keep the transaction of these reads open.
    db.session.rollback()
    try:
        pdf = _draw(cards, running)
    except _Stopped:
        return
    with transaction():
        if running.finish():
            _keep(running, cards, pdf, at=clock.now())


def find_file(event_id: int, *, at: datetime) -> PrintedFile | None:
    """Return the badges that were last drawn for an event, unless they are too old."""
    fresh = select(PrintedFile).filter_by(event_id=event_id)
    return db.session.scalar(fresh.where(PrintedFile.made_at >= at - KEPT_FOR))


def _take(event_id: int, arguments: Mapping[str, Any]) -> Cards:
    event = db.session.get_one(Event, event_id)
    sheet = sheets_for(event.organization_id).get(arguments["stock"])
    if sheet is None:
        raise OrganizerError(_("Somebody else has removed this meanwhile."))
    source = BadgeSource(
        event,
        plan_in_force(event_id),
        address=arguments["address"],
        language=get_locale().language,
    )
    people = arguments["people"]
    order = replace(
        order_of(arguments),
        start=arguments["start"],
        people=None if people is None else tuple(people),
    )
    return take_cards(source, order, sheet)


def _draw(cards: Cards, running: jobs.Running) -> bytes:
    total = len(cards.badges)

    def tell(done: int) -> None:
        running.report(done / total, {"done": done, "total": total})
        if running.cancelled():
            raise _Stopped

    return cards.draw(progress=tell)


def _keep(running: jobs.Running, cards: Cards, pdf: bytes, *, at: datetime) -> None:
    """Keep a file in the place of the event's last one, and note what it says."""
    event_id, user_id = running.subject, running.arguments["user_id"]
    old = or_(PrintedFile.event_id == event_id, PrintedFile.made_at < at - KEPT_FOR)
    db.session.execute(delete(PrintedFile).where(old))
    db.session.add(
        PrintedFile(
            event_id=event_id,
            job_id=running.job_id,
            made_at=at,
            badges=len(cards.badges),
            content=pdf,
        )
    )
    log.record(event_id, cards.entry, user_id=user_id, at=at)
