"""What is refused before a page sees it, and what every response allows the browser to do."""

from collections.abc import Iterator

from flask import Flask, Response, abort, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf.csrf import CSRFProtect
from werkzeug.datastructures import MultiDict

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


def init_app(app: Flask) -> None:
    """Protect forms and set the headers."""
    csrf.init_app(app)
    limiter.init_app(app)
    app.before_request(_refuse_nul)
    app.after_request(_set_headers)


def _refuse_nul() -> None:
    """Refuse the NUL character everywhere: nobody types it, and PostgreSQL cannot store it."""
    sent = (request.path, *_texts(request.args), *_texts(request.form))
    if any("\0" in text for text in sent):
        abort(400)


def _texts(values: MultiDict[str, str]) -> Iterator[str]:
    for key, value in values.items(multi=True):
        yield from (key, value)


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
