"""The door: recording scans, undoing them, and who is in."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.exc import IntegrityError

from organizer.checkin import log
from organizer.checkin.log import Arrival, Entry
from organizer.checkin.models import ADMITTED, Kind, Scan, Verdict
from organizer.checkin.reading import scanned_code
from organizer.core.db import db, transaction
from organizer.core.errors import OrganizerError
from organizer.events.models import Event
from organizer.registration import service as registrations
from organizer.registration.models import Registration
from organizer.tables import service as tables


@dataclass(frozen=True, slots=True)
class Outcome:
    """What staff are told about one scan."""

    scan_id: str
    verdict: Verdict
    registration: Registration | None
    """Whose badge it is; None if the code is unknown."""
    table: str | None
    """Where to sit in the first round."""
    fee_due: int
    """What to take, in yen."""
    since: datetime | None
    """Since when they are in, if they are."""


def check_in(
    event_id: int,
    code: str,
    *,
    scan_id: str,
    user_id: int,
    at: datetime,
    device_at: datetime | None = None,
) -> Outcome:
    """Record that a badge was read at the event's door, and say who it is.

    `code` may be all of what a scanner read. `scan_id` is a UUID made by the device; sent again,
    it is answered with the verdict of that scan and nothing more is recorded. `at` is now;
    `device_at` is when the device says it was, which counts where it can be believed.
    """
    code = scanned_code(code)
    # One scan of an unknown code sent twice at once has no row to wait for, and collides.
    with suppress(IntegrityError), transaction() as session:
        registration = _lock_badge(code, event_id)
        # Asked only now: whoever held the lock may have recorded this very scan.
        if session.get(Scan, scan_id) is None:
            session.add(
                Scan(
                    id=scan_id,
                    event_id=event_id,
                    registration_id=registration.id if registration else None,
                    code=code,
                    kind=Kind.ARRIVE,
                    at=log.believable_time(device_at, now=at),
                    recorded_at=at,
                    user_id=user_id,
                    verdict=_verdict_on(registration, event_id),
                )
            )
    return outcome_of(get_scan(event_id, scan_id))


def undo(event_id: int, scan_id: str, *, undo_id: str, user_id: int, at: datetime) -> Scan:
    """Take back the arrival that a scan recorded or confirmed; return that scan.

    Every scan of the person that still stands is undone, so that afterwards they are not in.
    Doing it twice, or after somebody else did, changes nothing. Raises OrganizerError if the scan
    let nobody in.
    """
    with transaction() as session:
        scan = get_scan(event_id, scan_id)
        if scan.registration_id is None or scan.verdict not in ADMITTED:
            raise OrganizerError(_("There is nothing to undo here."))
        _lock_registration(Registration.id == scan.registration_id)
        entries = _entries(event_id, Scan.registration_id == scan.registration_id)
        standing = [entry.id for entry in log.standing(entries)]
        if scan_id in standing:
            if session.get(Scan, undo_id) is not None:
                raise OrganizerError(_("Please reload this page and try again."))
            session.add_all(
                Scan(
                    # The device made one id; those of further rows follow from it.
                    id=undo_id if undone == scan_id else str(uuid5(UUID(undo_id), undone)),
                    event_id=event_id,
                    registration_id=scan.registration_id,
                    kind=Kind.UNDO,
                    undoes_id=undone,
                    at=at,
                    recorded_at=at,
                    user_id=user_id,
                )
                for undone in standing
            )
    return scan


def get_scan(event_id: int, scan_id: str) -> Scan:
    """Return a scan of the event's door. Raises OrganizerError if there is none."""
    scan = find_scan(event_id, scan_id)
    if scan is None:
        raise OrganizerError(_("This scan is not of this event. Please scan the badge again."))
    return scan


def find_scan(event_id: int, scan_id: str) -> Scan | None:
    """Return a scan of the event's door; not an undo."""
    return db.session.scalar(
        select(Scan).filter_by(id=scan_id, event_id=event_id, kind=Kind.ARRIVE)
    )


def outcome_of(scan: Scan) -> Outcome:
    """Return what was answered to a scan."""
    registration = scan.registration
    if scan.verdict is None:
        raise ValueError("an undo has no verdict")
    admitted = registration if scan.verdict in ADMITTED else None
    arrival = find_arrival(admitted) if admitted else None
    route = route_of(admitted) if admitted else ()
    return Outcome(
        scan_id=scan.id,
        verdict=scan.verdict,
        registration=registration,
        table=route[0] if route else None,
        fee_due=admitted.fee_due if admitted else 0,
        since=arrival.at if arrival else None,
    )


def route_of(registration: Registration) -> Sequence[str]:
    """Return the names of the tables that somebody sits at, round by round; empty before a plan."""
    return tables.route_of(registration.id)


def arrivals(event_id: int) -> Mapping[int, datetime]:
    """Return since when each attendee is in, by registration."""
    return {person: arrival.at for person, arrival in arrivals_log(event_id).items()}


def arrivals_log(event_id: int) -> Mapping[int, Arrival]:
    """Return since when and by which scan each attendee is in, by registration."""
    return log.fold(_entries(event_id))


def arrived_count(event_id: int) -> int:
    """Return how many attendees are in."""
    return len(arrivals_log(event_id))


def find_arrival(registration: Registration) -> Arrival | None:
    """Return since when somebody is in, or None if they are not."""
    entries = _entries(registration.event_id, Scan.registration_id == registration.id)
    return log.fold(entries).get(registration.id)


def find_badge(code: str) -> Registration | None:
    """Return whose badge bears this code."""
    return registrations.find_by_code(scanned_code(code))


def _lock_badge(code: str, event_id: int) -> Registration | None:
    event = db.session.get_one(Event, event_id)
    return _lock_registration(
        Registration.code == code,
        # Other hosts' badges are as unknown here as any other code.
        Registration.event.has(organization_id=event.organization_id),
    )


def _verdict_on(registration: Registration | None, event_id: int) -> Verdict:
    if registration is None:
        return Verdict.UNKNOWN
    if registration.event_id != event_id:
        return Verdict.OTHER_EVENT
    if not registration.is_attending:
        return Verdict.CANCELLED if registration.is_over else Verdict.UNCONFIRMED
    return Verdict.ALREADY_IN if find_arrival(registration) else Verdict.WELCOME


def _lock_registration(*conditions: ColumnElement[bool]) -> Registration | None:
    """Return the one registration; two doors that read the same badge take turns here."""
    return db.session.scalar(
        select(Registration)
        .where(*conditions)
        .with_for_update(of=Registration)
        .execution_options(populate_existing=True)
    )


def _entries(event_id: int, *conditions: ColumnElement[bool]) -> list[Entry]:
    """Return what the fold needs of the scans of people who are still attendees."""
    rows = db.session.execute(
        select(Scan.id, Registration.id, Scan.at, Scan.undoes_id)
        .join(Registration, Scan.registration_id == Registration.id)
        .where(
            Scan.event_id == event_id,
            Registration.is_attending,
            or_(Scan.kind == Kind.UNDO, Scan.verdict.in_(ADMITTED)),
            *conditions,
        )
    )
    return [Entry(*row) for row in rows]
