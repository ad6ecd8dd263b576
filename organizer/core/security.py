"""Protection of all pages: tokens, limits, cleaned forms, and what browsers may do with a page."""

import re
from typing import IO

from flask import Flask, Request, Response, abort, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf.csrf import CSRFProtect
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.formparser import FormDataParser

csrf = CSRFProtect()
limiter = Limiter(get_remote_address, storage_uri="memory://")

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        # The QR reader is WebAssembly.
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)


_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Control characters except tabs and line ends. They come unseen with copied text; PostgreSQL,
Excel and paper refuse some of them each."""


class CleanFormParser(FormDataParser):
    """Reads a form without its control characters; what else was typed stays."""

    def parse(
        self,
        stream: IO[bytes],
        mimetype: str,
        content_length: int | None,
        options: dict[str, str] | None = None,
    ) -> tuple[IO[bytes], MultiDict[str, str], MultiDict[str, FileStorage]]:
        """Return what is left of the stream, the fields of the form and its files."""
        rest, form, files = super().parse(stream, mimetype, content_length, options)
        # A part of a broken upload may have no name.
        fields = ((name or "", text) for name, text in form.items(multi=True))
        return rest, self.cls([(_clean(name), _clean(text)) for name, text in fields]), files


class CleanRequest(Request):
    """A request whose form holds no control characters."""

    form_data_parser_class = CleanFormParser


def _clean(typed: str) -> str:
    return _CONTROLS.sub("", typed)


def init_app(app: Flask) -> None:
    """Protect forms and set the headers."""
    app.request_class = CleanRequest
    csrf.init_app(app)
    limiter.init_app(app)
    app.before_request(_refuse_nul)
    app.after_request(_set_headers)


def _refuse_nul() -> None:
    """Refuse an address with the NUL character: nobody types it, and PostgreSQL cannot store it."""
    args = request.args.items(multi=True)
    if "\0" in request.path or any("\0" in text for pair in args for text in pair):
        abort(400)


def _set_headers(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("Permissions-Policy", "camera=(self), microphone=(), geolocation=()")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    # Pages and files hold names; a shared browser must not bring them back. Static files say
    # themselves how long they may be kept.
    headers.setdefault("Cache-Control", "no-store")
    return response
