"""Measure how quick pages are while the worker makes a table plan.

`python -m tests.benchmarks.bench_pages_while_solving` serves the app from a folder of its own, with
the sample event enlarged to 300 people at 25 tables of 12 in 8 rounds, which no search ever
finishes. One client asks for one page after the other. Blocks without a plan in the making and
blocks with one follow each other in turns, because the speed of a shared machine wanders.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from urllib.request import OpenerDirector

from organizer import create_app
from organizer.core import clock
from organizer.core.db import db, transaction
from organizer.core.jobs import Job, JobState
from organizer.events import service as events
from organizer.events.models import Event
from organizer.registration.details import RegistrationDetails
from organizer.registration.fields import CARD_FIELDS
from organizer.registration.models import Source
from organizer.registration.service import attendees_of, register
from organizer.tables import service as tables
from tests.benchmarks.visitor import sign_up
from tests.browser.served import served

PAGES = {
    "event list": "/events",
    "overview": "/events/{}",
    "attendees": "/events/{}/attendees",
    "door": "/events/{}/door",
    "print": "/events/{}/print",
}
COPIES = 4
"""How often each of the sample event's sixty people comes again under another name."""
Times = Mapping[str, Sequence[float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=int, default=200, help="of each page, idle and busy")
    parser.add_argument("--turns", type=int, default=4, help="blocks of idle and busy")
    options = parser.parse_args()
    with TemporaryDirectory() as folder, served(Path(folder)) as running:
        url = f"sqlite:///{folder}/organizer.sqlite"
        app = create_app({"SQLALCHEMY_DATABASE_URI": url}, instance=Path(folder))
        with app.app_context():
            event_id = _enlarge()
            _make_plan(event_id)
            client = sign_up(running).opener
            addresses = {name: running.base + path.format(event_id) for name, path in PAGES.items()}
            _ask(client, addresses, 5)  # compiles templates
            _measure(client, addresses, event_id, options.turns, options.samples // options.turns)
            db.session.remove()
            db.engine.dispose()


def _enlarge() -> int:
    """Turn the sample event into the large one and return its id."""
    with transaction() as session:
        event = session.query(Event).one()
        larger = {"capacity": 300, "table_count": 25, "seats_per_table": 12, "rounds": 8}
        events.change_event(event.id, replace(events.details_of(event), **larger))
        for copy, row in product(range(1, COPIES + 1), attendees_of(event.id)):
            card = {field.key: getattr(row, field.key) for field in CARD_FIELDS}
            another = {
                "name": f"{row.name} {copy}",
                "company": f"{row.company} {copy}" if row.company else "",
                "email": f"{copy}.{row.email}",
            }
            details = RegistrationDetails(**card | another)
            register(event.id, details, source=Source.STAFF, at=clock.now())
        return event.id


def _make_plan(event_id: int) -> None:
    """Have one plan made, so that all pages show one."""
    tables.assign_tables(event_id)
    _wait_until(event_id, JobState.DONE)


def _keep_planning(event_id: int) -> None:
    """See to it that a plan is in the making: the app's own searches end after ten seconds."""
    if not _job(event_id).is_open:
        tables.assign_tables(event_id)
        _wait_until(event_id, JobState.RUNNING)


def _stop_planning(event_id: int) -> None:
    if tables.stop_assigning(event_id):
        while _job(event_id).is_open:
            time.sleep(0.05)


def _wait_until(event_id: int, state: JobState) -> None:
    while (job := _job(event_id)).state != state:
        assert job.is_open, f"the job ended {job.state}: {job.error}"
        time.sleep(0.05)


def _job(event_id: int) -> Job:
    db.session.rollback()
    job = tables.latest_job(event_id)
    assert job is not None
    return job


def _measure(
    client: OpenerDirector, addresses: Mapping[str, str], event_id: int, turns: int, samples: int
) -> None:
    idle: dict[str, list[float]] = defaultdict(list)
    busy: dict[str, list[float]] = defaultdict(list)
    for _ in range(turns):
        _stop_planning(event_id)
        _add(idle, _ask(client, addresses, samples))
        _add(busy, _ask(client, addresses, samples, while_planning=event_id))
    _stop_planning(event_id)
    _print(idle, busy)


def _ask(
    client: OpenerDirector,
    addresses: Mapping[str, str],
    samples: int,
    *,
    while_planning: int | None = None,
) -> Times:
    """Return milliseconds until each page had come in full, the pages asked for in turns."""
    times: dict[str, list[float]] = {name: [] for name in addresses}
    for _, (name, address) in product(range(samples), addresses.items()):
        if while_planning is not None:
            _keep_planning(while_planning)
        started = time.perf_counter()
        with client.open(address) as answer:
            answer.read()
        times[name].append(1000 * (time.perf_counter() - started))
        assert answer.url == address, f"sent on to {answer.url}"
    return times


def _add(all_times: dict[str, list[float]], times: Times) -> None:
    for name, values in times.items():
        all_times[name] += values


def _print(idle: Times, busy: Times) -> None:
    write = sys.stdout.write
    write("| page | idle, p50 / p95 | while a plan is made, p50 / p95 | ratio, p50 / p95 |\n")
    write("|---|---|---|---|\n")
    for name in PAGES:
        calm, hurried = _typical(idle[name]), _typical(busy[name])
        ratios = [b / a for a, b in zip(calm, hurried, strict=True)]
        cells = [f"{a:.0f} / {b:.0f} ms" for a, b in (calm, hurried)]
        write(f"| {name} | {' | '.join(cells)} | {ratios[0]:.1f} / {ratios[1]:.1f} |\n")


def _typical(times: Sequence[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile."""
    return median(times), quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
