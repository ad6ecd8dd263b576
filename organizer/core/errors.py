"""Errors: refusals as sentences for people, and the pages that tell of errors."""

from typing import Any

from flask import Flask, Response, current_app, render_template, request
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

from organizer.core.templating import is_htmx


class OrganizerError(Exception):
    """A command that cannot be done; its text is a sentence a person can act on.

    `field` names the form field that the sentence belongs to, if there is one.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


def init_app(app: Flask) -> None:
    """Answer every error with a page that says what to do next."""
    app.register_error_handler(OrganizerError, _refused)
    app.register_error_handler(CSRFError, _stale_form)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(InternalServerError, _unexpected)


def wants_json() -> bool:
    """Return whether the client asks for JSON, as programs do."""
    return request.accept_mimetypes.best == "application/json"


def _page(status: int, title: str, text: str) -> Any:
    if wants_json():
        return {"error": text}, status
    return render_template("core/error.html", status=status, title=title, text=text), status


def _refused(error: OrganizerError) -> Any:
    return _page(409, _("This could not be done"), error.message)


def _stale_form(_error: CSRFError) -> Any:
    if is_htmx():  # the page cannot show this in one of its parts; loaded again, it is fresh
        return "", 400, {"HX-Refresh": "true"}
    return _page(
        400,
        _("This page was open too long"),
        _("Go back, reload the page and send it once more. Nothing was changed."),
    )


def _http_error(error: HTTPException) -> Any:
    if error.code is None:
        return error  # abort() was given an answer of its own
    titles = {
        401: (_("Please sign in"), _("You are not signed in any more.")),
        403: (
            _("Not for your role"),
            _("Ask an owner of your organization to do this or to change your role."),
        ),
        404: (
            _("Nothing here"),
            _("The address may be mistyped, or the page belongs to someone else."),
        ),
        405: (_("Nothing here"), _("This address cannot be opened that way.")),
        413: (
            _("This file is too large"),
            _("Files of up to 10 MB can be read. Nothing was stored."),
        ),
        429: (_("Too many tries"), _("Wait a minute, then try again.")),
    }
    title, text = titles.get(error.code, (_("This could not be done"), _("Go back and try again.")))
    response: Response = current_app.make_response(_page(error.code, title, text))
    response.headers.extend(header for header in error.get_headers() if header[0] == "Allow")
    return response


def _unexpected(_error: InternalServerError) -> Any:
    """Answer an unexpected error without the database, which may be what broke."""
    title = _("Something broke on our side")
    text = _("Try again. If it happens again, tell whoever runs this service.")
    if wants_json():
        return {"error": text}, 500
    # Not render_template(): its context processors read who is signed in.
    page = current_app.jinja_env.get_template("core/broken.html")
    return page.render(title=title, text=text, language=get_locale().language), 500
