"""The event-operations toolkit for people who run business networking events."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Flask, url_for
from werkzeug.middleware.proxy_fix import ProxyFix

from organizer.accounts import access
from organizer.accounts import views as accounts
from organizer.badges import views as badges
from organizer.config import merged_config
from organizer.core import db, errors, i18n, routes, security, templating, urls
from organizer.core.i18n import lazy as _l
from organizer.core.templating import PanelOf, Tab
from organizer.door import views as door
from organizer.events import views as events
from organizer.exports import views as exports
from organizer.printers import views as printers
from organizer.registration import views as registration
from organizer.sheets import views as sheets
from organizer.tables import views as tables

SLICES = (accounts, events, registration, tables, door, printers, badges, sheets, exports)
EVENT_TABS = (
    Tab("events.show", _l("Overview")),
    Tab("registration.attendees", _l("Attendees"), role="organizer"),
    Tab("tables.show", _l("Tables"), role="organizer"),
    Tab("badges.index", _l("Print"), role="organizer"),
    Tab("door.door", _l("Door")),
)
EVENT_PANELS: tuple[PanelOf, ...] = (
    registration.panel,
    tables.panel,
    door.panel,
    badges.panel,
)
PRINT_CARDS = (sheets.cards, exports.card)
"""What the print page shows beside badges: functions that return the HTML for an event."""
A_YEAR = 365 * 24 * 3600


def create_app(config: Mapping[str, Any] | None = None, *, instance: Path | None = None) -> Flask:
    """Return the app; `config` goes on top of the settings, `instance` holds its run-time data."""
    folder = instance or _instance_folder()
    app = Flask(__name__, instance_path=str(folder.resolve()))
    app.config.from_mapping(merged_config(folder, config))
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = A_YEAR
    if app.config["PROXIES_IN_FRONT"]:
        app.wsgi_app = ProxyFix(app.wsgi_app)  # type: ignore[method-assign]  # Flask's documented way
    db.init_app(app)
    urls.init_app(app)
    errors.init_app(app)
    security.init_app(app)
    routes.init_app(app)
    i18n.init_app(app)
    access.init_app(app)
    templating.init_app(app, tabs=EVENT_TABS, panels=EVENT_PANELS)
    app.extensions["print_cards"] = PRINT_CARDS
    app.jinja_env.globals["static_url"] = _static_url(app)
    for views in SLICES:
        app.register_blueprint(views.blueprint)
    routes.require_rules(app)
    return app


def _instance_folder() -> Path:
    default = Path(__file__).resolve().parent.parent / "instance"
    return Path(os.environ.get("ORGANIZER_INSTANCE") or default)


def _static_url(app: Flask) -> Any:
    """Return a function that names built files with their age, so that browsers may keep them."""

    def static_url(filename: str) -> str:
        path = Path(app.static_folder or "") / filename
        version = int(path.stat().st_mtime) if path.exists() else 0
        return url_for("static", filename=filename, v=version)

    return static_url
