"""Templates: how strict they are, and what all of them can use."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Flask, render_template, request
from flask_babel import get_locale
from flask_babel.speaklater import LazyString
from jinja2 import StrictUndefined

from organizer.core.i18n import LANGUAGES
from organizer.core.routes import anybody

blueprint = Blueprint("core", __name__, template_folder="templates")

_AUTOFOCUS = re.compile(r"(<[a-z]+[^>]*?) autofocus(?=[ >])")


@dataclass(frozen=True, slots=True)
class Tab:
    """One page of an event, named in the event's own navigation."""

    endpoint: str
    label: LazyString
    role: str = "door"
    """The least role that may open the page."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A slice's part of an event's overview: a figure, a sentence, and the link to its page."""

    title: str
    figure: str
    text: str
    endpoint: str
    done: bool = False
    role: str = "door"
    """The least role that may open the page."""


PanelOf = Callable[[Any], Panel]


def yen(amount: int, language: str | None = None) -> str:
    """Return an amount in yen as text, 3,000円 or ¥3,000; without a language in the reader's."""
    is_japanese = (language or get_locale().language) == "ja"
    return f"{amount:,}円" if is_japanese else f"¥{amount:,}"


def init_app(app: Flask, *, tabs: Sequence[Tab], panels: Sequence[PanelOf]) -> None:
    """Make undefined names errors and hand the templates what every page shows."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters["yen"] = yen
    app.jinja_env.globals.update(EVENT_TABS=tabs, LANGUAGES=LANGUAGES)
    app.extensions["event_panels"] = panels
    app.context_processor(lambda: {"language": get_locale().language})
    app.register_blueprint(blueprint)
    if app.debug or app.testing:
        app.add_url_rule("/_design", "design", _design)


def is_htmx() -> bool:
    """Return whether htmx asks, to replace a part of a page."""
    return "HX-Request" in request.headers


def leave_cursor(page: str) -> str:
    """Return a page without autofocus if htmx asked for it: somebody is typing in it."""
    return _AUTOFOCUS.sub(r"\1", page) if is_htmx() else page


@anybody
def _design() -> str:
    return render_template("core/design.html")
