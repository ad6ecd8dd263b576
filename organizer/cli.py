"""The `organizer` command: serve, work, and set up."""

import os
import signal
import subprocess
import sys
import threading
from types import FrameType

import click
import waitress
from flask import current_app
from flask.cli import FlaskGroup, with_appcontext
from flask_migrate import upgrade

import seating
from organizer import create_app
from organizer.accounts import service as accounts
from organizer.accounts.models import Role
from organizer.core import clock, jobs
from organizer.core.db import transaction
from organizer.core.urls import LARGEST_ID
from organizer.demo.service import create_sample_event

LESS_URGENT_THAN_PAGES = 10
"""How much lower than the web server's the worker's priority is, in steps of `nice`."""


@click.group(cls=FlaskGroup, create_app=create_app)
def main() -> None:
    """Run the evening: a web server, a worker, and what sets them up."""


@main.command()
@click.option("--host", envvar="HOST", default="127.0.0.1", help="Where to listen.")
@click.option("--port", envvar="PORT", default=8000, help="Its port.")
@with_appcontext
def serve(host: str, port: int) -> None:
    """Bring the database up to date, then serve pages and work jobs off until stopped."""
    upgrade()
    base = current_app.config["PUBLIC_URL"] or f"http://{_reachable(host)}:{port}"
    _begin_if_empty(base)
    signal.signal(signal.SIGTERM, _stop)
    stopping = threading.Event()
    keeper = threading.Thread(target=_keep_worker, args=(stopping,), daemon=True)
    keeper.start()
    try:
        click.echo(f"Serving on {base}  (Ctrl+C stops)")
        app = current_app._get_current_object()  # type: ignore[attr-defined]  # a proxy
        waitress.serve(app, host=host, port=port, threads=8, _quiet=True)
    finally:
        stopping.set()
        keeper.join(timeout=10)


@main.command()
@with_appcontext
def worker() -> None:
    """Work jobs off until stopped; `serve` starts one of these by itself."""
    if sys.platform != "win32":  # which knows no niceness
        os.nice(LESS_URGENT_THAN_PAGES)
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    seating.warm_up()
    jobs.Worker(current_app._get_current_object()).run()  # type: ignore[attr-defined]  # a proxy


@main.command()
@click.option("--role", type=click.Choice(list(Role)), default=Role.OWNER, help="Their role.")
@click.option("--base", default="http://127.0.0.1:8000", help="Where this service is reached.")
@with_appcontext
def invite(role: str, base: str) -> None:
    """Print a one-time link into the first organization, for somebody who is locked out."""
    organization = accounts.first_organization()
    if organization is None:
        raise click.ClickException("There is no organization yet; `organizer serve` makes one.")
    click.echo(_link(base, accounts.invite(organization.id, Role(role), at=clock.now())))


@main.command()
@click.option(
    "--organization",
    "organization_id",
    type=click.IntRange(1, LARGEST_ID),
    help="Its number; else the first.",
)
@with_appcontext
def demo(organization_id: int | None) -> None:
    """Add the sample event with sixty invented attendees to an organization."""
    organization = (
        accounts.first_organization()
        if organization_id is None
        else accounts.find_organization(organization_id)
    )
    if organization is None:
        raise click.ClickException("There is no such organization; `organizer serve` makes one.")
    event = create_sample_event(organization.id, at=clock.now())
    click.echo(f"Added {event.title} to {event.organization.name}.")


def _begin_if_empty(base: str) -> None:
    if accounts.first_organization() is None:
        with transaction():
            created = accounts.create_organization("さくら交流会事務局")
            create_sample_event(created.id, at=clock.now())
    organization = accounts.first_organization()
    if organization and not accounts.anybody_signed_up():
        token = accounts.invite(organization.id, Role.OWNER, at=clock.now())
        click.echo(f"\nOpen this link once to sign in as the owner:\n\n    {_link(base, token)}\n")


def _reachable(host: str) -> str:
    """Return an address that a browser on this machine can open."""
    return "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 - not bound, only named


def _link(base: str, token: str) -> str:
    return f"{base.rstrip('/')}/welcome/{token}"


def _keep_worker(stopping: threading.Event) -> None:
    """Run the worker beside the web server, and a new one if it dies."""
    while not stopping.is_set():
        process = subprocess.Popen([sys.executable, "-m", "organizer", "worker"])
        while process.poll() is None and not stopping.wait(0.5):
            pass
        process.terminate()
        process.wait()


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
