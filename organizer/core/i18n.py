"""Two languages: Japanese first, English complete. Source strings are English."""

from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Blueprint, Flask, has_request_context, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import Babel, format_date, format_time, get_locale
from flask_babel import lazy_gettext as lazy

from organizer.core.routes import anybody
from organizer.core.urls import safe_next

__all__ = ["LANGUAGES", "lazy", "local_date", "local_time", "selected_language"]

LANGUAGES = {"ja": "日本語", "en": "English"}
COOKIE = "lang"
A_YEAR = 365 * 24 * 3600

babel = Babel()
blueprint = Blueprint("i18n", __name__)


def selected_language() -> str:
    """Return the language someone chose, else the one their browser asks for, else Japanese."""
    if not has_request_context():
        return "ja"
    chosen = request.cookies.get(COOKIE)
    if chosen in LANGUAGES:
        return str(chosen)
    # Not best_match(): it would prefer "en" to "ja-JP" whatever their order.
    asked = (tag.split("-")[0].lower() for tag in request.accept_languages.values())
    return next((language for language in asked if language in LANGUAGES), "ja")


@blueprint.post("/language")
@anybody
def choose_language() -> ResponseReturnValue:
    """Keep the chosen language in a cookie and return to the page it was chosen on."""
    response = redirect(safe_next(request.form.get("next")))
    language = request.form.get("language")
    if language in LANGUAGES:
        response.set_cookie(COOKIE, language, max_age=A_YEAR, samesite="Lax", httponly=True)
    return response


def local_time(moment: datetime, zone: str) -> str:
    """Return the time of day of a moment in an event's zone, as 18:42."""
    return str(format_time(moment.astimezone(ZoneInfo(zone)), "HH:mm", rebase=False))


def local_date(moment: datetime, zone: str) -> str:
    """Return the date of a moment in an event's zone, with its day of the week."""
    pattern = "y年M月d日(E)" if get_locale().language == "ja" else "EEE, d MMM y"
    return str(format_date(moment.astimezone(ZoneInfo(zone)).date(), pattern))


def init_app(app: Flask) -> None:
    """Translate pages and offer the choice of language."""
    babel.init_app(app, locale_selector=selected_language)
    app.register_blueprint(blueprint)
    app.jinja_env.filters["local_time"] = local_time
    app.jinja_env.filters["local_date"] = local_date
