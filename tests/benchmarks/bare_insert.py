"""A web page that only inserts a row: what scans per second are compared with.

`python -m tests.benchmarks.bare_insert URL PORT` serves it, with the server, the number of threads
and the database's settings of the app.
"""

import sqlite3
import sys
import threading
from typing import Any
from uuid import uuid4

import psycopg
import waitress
from flask import Flask, request
from sqlalchemy.engine import make_url

_here = threading.local()
TABLE = "CREATE TABLE IF NOT EXISTS bare (id text PRIMARY KEY, code text, at timestamp)"


def bare_app(url: str) -> Flask:
    """Return an app whose POST / inserts one row."""
    app = Flask(__name__)
    mark = "?" if url.startswith("sqlite") else "%s"
    insert = f"INSERT INTO bare VALUES ({mark}, {mark}, CURRENT_TIMESTAMP)"
    _connect(url).execute(TABLE)

    @app.post("/")
    def add() -> dict[str, bool]:
        if not hasattr(_here, "connection"):
            _here.connection = _connect(url)
        _here.connection.execute(insert, (str(uuid4()), request.form["code"]))
        return {"stored": True}

    return app


def _connect(url: str) -> Any:
    """Return a connection that commits each statement by itself."""
    parts = make_url(url)
    if parts.drivername != "sqlite":
        plain = parts.set(drivername="postgresql").render_as_string(hide_password=False)
        return psycopg.connect(plain, autocommit=True)
    connection = sqlite3.connect(parts.database or "", isolation_level=None)
    for setting in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {setting}")
    return connection


if __name__ == "__main__":
    server = waitress.create_server(bare_app(sys.argv[1]), port=int(sys.argv[2]), threads=8)
    sys.stdout.write("Serving\n")
    sys.stdout.flush()
    server.run()
