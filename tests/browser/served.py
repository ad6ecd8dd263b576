"""The app as its users meet it: `organizer serve` in a process of its own, on an empty database."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

FIRST_LINK = re.compile(r"(http://\S+/welcome/\S+)")


@dataclass(frozen=True)
class Served:
    """Where the app listens, and the one-time link that it printed."""

    base: str
    link: str


@contextmanager
def served(folder: Path, *, database: str = "") -> Iterator[Served]:
    """Serve the app until the block ends, with its data in `folder` or in a database's URL."""
    port = free_port()
    environment = {
        **{k: v for k, v in os.environ.items() if k != "HOST"},
        "DATABASE_URL": database,
        "ORGANIZER_INSTANCE": str(folder),
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "organizer", "serve"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        link = _printed_link(process)
        _wait_until_it_listens(port)
        yield Served(f"http://127.0.0.1:{port}", link)
    finally:
        process.terminate()
        process.communicate(timeout=30)


def _printed_link(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    printed: list[str] = []
    link = ""
    for line in process.stdout:
        printed.append(line)
        found = FIRST_LINK.search(line)
        link = found.group(1) if found else link
        if line.startswith("Serving on"):
            return link
    raise AssertionError("the app did not start:\n" + "".join(printed))


def _wait_until_it_listens(port: int) -> None:
    """It says that it serves a moment before it does."""
    while True:
        with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
