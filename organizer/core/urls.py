"""Addresses: the ids in them, addresses for paper and other devices, and safe redirects."""

from typing import Any
from urllib.parse import urljoin

from flask import Flask, current_app, request, url_for
from werkzeug.routing import IntegerConverter

LARGEST_ID = 2**31 - 1
"""The largest value of a PostgreSQL integer; an address with a larger id names nothing."""

LONGEST_NEXT = 2000
"""Characters of an address to go to next; browsers refuse answers with far longer headers."""


class IdConverter(IntegerConverter):
    """An id in an address; a number too large for the database makes the address unknown."""

    regex = r"\d{1,10}"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max": LARGEST_ID, **kwargs})


def init_app(app: Flask) -> None:
    """Bound every `<int:...>` of an address."""
    app.url_map.converters["int"] = IdConverter


def public_url(endpoint: str, **values: Any) -> str:
    """Return the full address of a page, for guests, other devices and codes on paper.

    The setting PUBLIC_URL names the host; without it, it is the one this request came to.
    """
    return urljoin(
        current_app.config["PUBLIC_URL"] or request.host_url, url_for(endpoint, **values)
    )


def safe_next(target: str | None, fallback: str = "/") -> str:
    """Return `target` if it is a path of this app, else `fallback` (no open redirects)."""
    if not target or not target.startswith("/") or target.startswith("//"):
        return fallback
    if len(target) > LONGEST_NEXT:
        return fallback
    # Browsers take a backslash for a slash and skip tabs and line ends: "/\t/host" leaves the app.
    return fallback if "\\" in target or min(target) < " " else target
