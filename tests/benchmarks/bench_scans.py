"""Measure how many scans a second one server records, beside a page that only inserts a row.

Both are served by waitress in a process of their own and asked by eight clients at once, in turns,
because the speed of a shared machine wanders.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from sqlalchemy import select

from organizer import create_app
from organizer.accounts.models import User
from organizer.core.db import db
from tests.benchmarks.big_event import add_big_event
from tests.benchmarks.databases import KINDS, empty_database
from tests.benchmarks.visitor import sign_up
from tests.browser.served import Served, free_port, served

CLIENTS = 8


@dataclass(frozen=True)
class Target:
    """Where clients post codes to, and what goes with every request."""

    host: str
    path: str
    headers: Mapping[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--turns", type=int, default=5)
    options = parser.parse_args()
    write = sys.stdout.write
    write(f"\nScans with {CLIENTS} clients at an event of {options.people:,}, a second\n\n")
    write("| database | scans | bare inserts | ratio |\n|---|---|---|---|\n")
    for kind in options.databases:
        scans, bare = measure(kind, options.people, options.turns)
        write(f"| {kind} | {scans:,.0f} | {bare:,.0f} | {scans / bare:.2f} |\n")


def measure(kind: str, people: int, turns: int) -> tuple[float, float]:
    """Return scans and bare inserts a second, the medians of all turns."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        url = stack.enter_context(empty_database(kind, folder))
        running = stack.enter_context(served(folder, database=url))
        bare = stack.enter_context(_served_bare(url))
        door, codes = _open_door(running, url, folder, people)
        each = len(codes) // turns
        batches = [codes[turn * each : (turn + 1) * each] for turn in range(turns)]
        rates = [(_rate(door, batch), _rate(bare, batch)) for batch in batches]
        return median(r[0] for r in rates), median(r[1] for r in rates)


@contextmanager
def _served_bare(url: str) -> Iterator[Target]:
    port = free_port()
    command = [sys.executable, "-m", "tests.benchmarks.bare_insert", url, str(port)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout is not None
        process.stdout.readline()
        yield Target(f"127.0.0.1:{port}", "/", {})
    finally:
        process.terminate()
        process.communicate(timeout=30)


def _open_door(
    running: Served, url: str, folder: Path, people: int
) -> tuple[Target, Sequence[str]]:
    """Return the door of a large event, as its owner's browser reaches it, and its badges."""
    visitor = sign_up(running)
    app = create_app({"SQLALCHEMY_DATABASE_URI": url, "JOBS_IMMEDIATE": True}, instance=folder)
    with app.app_context():
        event = add_big_event(db.session.scalars(select(User)).one(), people=people)
        db.session.remove()
        db.engine.dispose()
    door = f"/events/{event.event_id}/door"
    token = visitor.token(running.base + door)
    headers = {
        "Accept": "application/json",
        "Cookie": "; ".join(f"{cookie.name}={cookie.value}" for cookie in visitor.cookies),
        "X-CSRFToken": token,
    }
    return Target(urlsplit(running.base).netloc, f"{door}/scans", headers), event.codes


def _rate(target: Target, codes: Sequence[str]) -> float:
    """Return how many codes a second are taken when all clients post theirs at once."""
    with ThreadPoolExecutor(CLIENTS) as clients:
        started = time.perf_counter()
        list(clients.map(lambda client: _post_all(target, codes[client::CLIENTS]), range(CLIENTS)))
        return len(codes) / (time.perf_counter() - started)


def _post_all(target: Target, codes: Sequence[str]) -> None:
    connection = HTTPConnection(target.host)
    headers = {**target.headers, "Content-Type": "application/x-www-form-urlencoded"}
    for code in codes:
        body = urlencode({"code": code, "scan_id": str(uuid4())})
        connection.request("POST", target.path, body, headers)
        answer = connection.getresponse()
        text = answer.read()
        assert answer.status == 200, text.decode()
    connection.close()


if __name__ == "__main__":
    main()
