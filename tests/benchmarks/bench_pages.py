"""Measure every page and each action at the door, at events of growing size, on both databases.

`python -m tests.benchmarks.bench_pages --sizes 60 5000 --databases sqlite` measures a part. One
request after the other through Flask's test client: what the server itself needs for an answer.
"""

import argparse
import re
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from uuid import uuid4

from flask.testing import FlaskClient
from flask_login import FlaskLoginClient
from werkzeug.test import TestResponse

from organizer import create_app
from organizer.accounts import service as accounts
from organizer.accounts.models import Role, User
from organizer.core import clock
from organizer.core.db import db
from tests.benchmarks.big_event import BigEvent, add_big_event
from tests.benchmarks.databases import KINDS, empty_database

SIZES = (60, 300, 2000, 5000)
PAGES = {
    "event list": "/events",
    "overview": "/events/{event}",
    "event form": "/events/{event}/edit",
    "attendees, first part": "/events/{event}/attendees",
    "attendees, later part": "/events/{event}/attendees?part=2",
    "attendees, search with one character": "/events/{event}/attendees?q=田",
    "attendees, search with two words": "/events/{event}/attendees?q=一郎 佐藤",
    "an attendee's card": "/events/{event}/attendees/{registration}",
    "import": "/events/{event}/attendees/import",
    "tables without a plan": "/events/{unplanned}/tables",
    "tables with a plan": "/events/{event}/tables",
    "print": "/events/{event}/print",
    "staff": "/staff",
    "door": "/events/{event}/door",
    "door, search": "/events/{event}/door?q=佐藤",
    "card behind a badge's QR": "/C/{code}",
    "public form": "/e/{public_code}",
}
WARM_UP = 3
"""Requests of each page that are not counted: the first ones compile templates."""
TOKEN = re.compile(r'name="csrf-token" content="([^"]+)"')
Ask = Callable[[], TestResponse]
Times = Mapping[str, Sequence[float]]
"""Milliseconds by page."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="attendees")
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--samples", type=int, default=40, help="of each page")
    options = parser.parse_args()
    for kind in options.databases:
        times = {size: measure(kind, size, options.samples) for size in options.sizes}
        _print(kind, times)


def measure(kind: str, size: int, samples: int) -> Times:
    """Return how long each page takes at events of this size."""
    with TemporaryDirectory() as folder, empty_database(kind, Path(folder)) as url:
        app = create_app(
            {"SQLALCHEMY_DATABASE_URI": url, "JOBS_IMMEDIATE": True}, instance=Path(folder)
        )
        app.test_client_class = FlaskLoginClient
        with app.app_context():
            db.create_all()
            user = _organizer()
            planned = add_big_event(user, people=size)
            unplanned = add_big_event(user, people=size, planned=False)
            client = app.test_client(user=user)
        try:
            asks = {**_pages(client, planned, unplanned), **_actions(client, planned)}
            return {name: _times(ask, samples) for name, ask in asks.items()}
        finally:
            with app.app_context():
                db.engine.dispose()


def _organizer() -> User:
    organization = accounts.create_organization("さくら交流会事務局")
    token = accounts.invite(organization.id, Role.OWNER, at=clock.now())
    return accounts.sign_up(
        token, name="桜井 あい", email="ai@example.jp", password="sakura-no-yoru", at=clock.now()
    )


def _pages(client: FlaskClient, planned: BigEvent, unplanned: BigEvent) -> Mapping[str, Ask]:
    names = {
        "event": planned.event_id,
        "unplanned": unplanned.event_id,
        "registration": planned.registration_ids[0],
        "code": planned.codes[0],
        "public_code": planned.public_code,
    }
    return {page: partial(client.get, path.format(**names)) for page, path in PAGES.items()}


def _actions(client: FlaskClient, event: BigEvent) -> Mapping[str, Ask]:
    """Return how to scan one badge after the other, and how to undo each of these scans."""
    door = f"/events/{event.event_id}/door"
    [token] = TOKEN.findall(client.get(door).text)
    headers = {"Accept": "application/json", "X-CSRFToken": token}
    codes, scanned = cycle(event.codes), deque[str]()

    def scan() -> TestResponse:
        scanned.append(str(uuid4()))
        data = {"code": next(codes), "scan_id": scanned[-1]}
        return client.post(f"{door}/scans", data=data, headers=headers)

    def undo() -> TestResponse:
        data = {"undo_id": str(uuid4())}
        return client.post(f"{door}/scans/{scanned.popleft()}/undo", data=data, headers=headers)

    return {"a scan": scan, "an undo": undo}


def _times(ask: Ask, samples: int) -> Sequence[float]:
    for _ in range(WARM_UP):
        ask()
    times = []
    for _ in range(samples):
        started = time.perf_counter()
        answer = ask()
        times.append(1000 * (time.perf_counter() - started))
        assert answer.status_code == 200, f"{answer.request.path}: {answer.status}"
    return times


def _print(kind: str, results: Mapping[int, Times]) -> None:
    write = sys.stdout.write
    write(f"\n{kind}, milliseconds, p50 / p95\n\n")
    write(f"| page | {' | '.join(f'{size:,}' for size in results)} |\n")
    write(f"|---|{'---|' * len(results)}\n")
    for page in next(iter(results.values())):
        cells = (_typical(times[page]) for times in results.values())
        write(f"| {page} | {' | '.join(cells)} |\n")


def _typical(times: Sequence[float]) -> str:
    return f"{median(times):.0f} / {quantiles(times, n=20)[-1]:.0f}"


if __name__ == "__main__":
    main()
