"""Recording scans and undoing them."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID, uuid5

from flask_babel import gettext as _
from sqlalchemy import Table, and_, bindparam, insert, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import contains_eager

from organizer.accounts.access import Actor
from organizer.arrivals import log
from organizer.arrivals.log import Arrival, LogEntry
from organizer.arrivals.models import ADMITTED, Scan, ScanKind, Verdict
from organizer.arrivals.presence import ENTRY, STANDS, find_arrival, standing_of
from organizer.core.db import LOCK, db, transaction
from organizer.core.errors import OrganizerError
from organizer.events.models import Event
from organizer.registration.models import Registration


@dataclass(frozen=True, slots=True)
class Outcome:
    """What staff are told about one scan."""

    scan_id: str
    verdict: Verdict
    registration: Registration | None
    """Whose badge it is; None if the code is unknown."""
    arrival: Arrival | None
    """Since when they are in, if they are."""


def record(
    event_id: int,
    code: str,
    *,
    scan_id: str,
    actor: Actor,
    at: datetime,
    device_at: datetime | None = None,
) -> Outcome:
    """Record that a badge was read at the event's door, and say who it is.

    `scan_id` is a UUID made by the device; sent again, it is answered with the verdict of that
    scan and nothing more is recorded. `at` is now; `device_at` is when the device says it was,
    which counts where it can be believed.
    """
    moment = log.believable_time(device_at, now=at)
    try:
        with transaction() as session:
            registration = _lock_badge(code, actor)
            own = LogEntry(scan_id, registration.id if registration else None, moment)
            verdict, arrival = _judge(own, registration, event_id=event_id)
            row = {
                "id": scan_id,
                "event_id": event_id,
                "registration_id": own.registration_id,
                "code": code,
                "kind": ScanKind.ARRIVE,
                "at": moment,
                "recorded_at": at,
                "user_id": actor.user_id,
                "shown": verdict,
            }
            session.execute(_NEW, row)
            return Outcome(scan_id, verdict, registration, arrival)
    except IntegrityError:  # it was recorded before, maybe by the same request a moment ago
        return outcome_of(get_scan(event_id, scan_id))


def undo(event_id: int, scan_id: str, *, undo_id: str, actor: Actor, at: datetime) -> Scan:
    """Take back the arrival that a scan recorded or confirmed; return the row that does so.

    Every scan of the person that still stands is undone, so that afterwards they are not in. A
    scan that is still on its way will not count when it comes. An undo sent again, or after
    somebody else's, changes nothing. Raises OrganizerError if the scan let nobody in.
    """
    # Two that were sent at once before their scan have no row to wait for, and collide.
    with suppress(IntegrityError), transaction() as session:
        scan = find_scan(event_id, scan_id)
        if scan and scan.registration_id:
            session.get(Registration, scan.registration_id, with_for_update=LOCK)
        if session.get(Scan, undo_id) is None:
            session.add_all(
                Scan(
                    # The device made one id; those of further rows follow from it.
                    id=undo_id if undone == scan_id else str(uuid5(UUID(undo_id), undone)),
                    event_id=event_id,
                    registration_id=scan.registration_id if scan else None,
                    kind=ScanKind.UNDO,
                    undoes_id=undone,
                    at=at,
                    recorded_at=at,
                    user_id=actor.user_id,
                )
                for undone in (_undone_with(scan) if scan else [scan_id])
            )
    return _get_undo(event_id, undo_id, of=scan_id)


def get_scan(event_id: int, scan_id: str) -> Scan:
    """Return a scan of the event's door. Raises OrganizerError if there is none."""
    scan = find_scan(event_id, scan_id)
    if scan is None:
        raise OrganizerError(_("This scan is not of this event. Please scan the badge again."))
    return scan


def find_scan(event_id: int, scan_id: str) -> Scan | None:
    """Return a scan of the event's door; not an undo."""
    return db.session.scalar(
        select(Scan).filter_by(id=scan_id, event_id=event_id, kind=ScanKind.ARRIVE)
    )


def outcome_of(scan: Scan) -> Outcome:
    """Return what was answered to a scan."""
    assert scan.shown is not None  # as is the case for undos only
    guest = scan.registration if scan.shown in ADMITTED else None
    arrival = find_arrival(guest) if guest else None
    return Outcome(scan.id, scan.shown, scan.registration, arrival)


# Statements that every scan needs are put together once: that takes longer than to carry them out.
_NEW = insert(cast(Table, Scan.__table__))
_HERE = Scan.event_id == bindparam("event_id")
_LOG_BEFORE = select(*ENTRY).where(
    or_(
        and_(_HERE, Scan.registration_id == bindparam("registration_id"), STANDS),
        and_(_HERE, Scan.undoes_id == bindparam("scan_id")),
    )
)
_BADGE = (
    select(Registration)
    .join(Registration.event)
    # Other hosts' badges are as unknown here as any other code.
    .where(
        Registration.code == bindparam("code"),
        Event.organization_id == bindparam("organization_id"),
    )
    .options(contains_eager(Registration.event))
    .with_for_update(of=Registration, key_share=True)
    .execution_options(populate_existing=True)
)


def _judge(
    own: LogEntry, registration: Registration | None, *, event_id: int
) -> tuple[Verdict, Arrival | None]:
    """Return what to tell about a scan that is being recorded, and since when the person is in."""
    if registration is None:
        return Verdict.UNKNOWN, None
    if registration.event_id != event_id:
        return Verdict.OTHER_EVENT, None
    if not registration.is_attending:
        return Verdict.CANCELLED if registration.is_over else Verdict.UNCONFIRMED, None
    ids = {"event_id": event_id, "registration_id": registration.id, "scan_id": own.id}
    before = [LogEntry(*row) for row in db.session.execute(_LOG_BEFORE, ids)]
    arrival = log.fold([*before, own]).get(registration.id)
    if log.fold(before):
        return Verdict.ALREADY_IN, arrival
    return Verdict.WELCOME if arrival else Verdict.UNDONE, arrival


def _undone_with(scan: Scan) -> Sequence[str]:
    """Return which scans an undo of this one takes back: itself, and all others that stand."""
    if scan.registration_id is None or scan.shown not in ADMITTED:
        raise OrganizerError(_("There is nothing to undo here."))
    same_person = Scan.registration_id == scan.registration_id
    standing = db.session.scalars(standing_of(scan.event_id, Scan.id).where(same_person)).all()
    return standing if scan.id in standing else [scan.id]


def _get_undo(event_id: int, undo_id: str, *, of: str) -> Scan:
    undo = db.session.scalar(select(Scan).filter_by(id=undo_id, event_id=event_id, undoes_id=of))
    if undo is None:
        raise OrganizerError(_("Please reload this page and try again."))
    return undo


def _lock_badge(code: str, actor: Actor) -> Registration | None:
    """Return whose badge this is; two doors that read the same badge take turns here."""
    return db.session.scalar(_BADGE, {"code": code, "organization_id": actor.organization_id})
