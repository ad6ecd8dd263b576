"""Addresses within the app."""

from urllib.parse import urlsplit


def safe_next(target: str | None, fallback: str = "/") -> str:
    """Return `target` if it is a path of this app, else `fallback` (no open redirects)."""
    if not target or "\\" in target or not target.startswith("/") or target.startswith("//"):
        return fallback
    parts = urlsplit(target)
    return target if not parts.scheme and not parts.netloc else fallback
