"""Settings: where data lies and how the app is reached, from the environment."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MAX_UPLOAD_BYTES = 10 * 1024 * 1024


def default_config(instance: Path) -> dict[str, Any]:
    """Return the settings of a served app; `instance` is the folder that holds run-time data."""
    instance.mkdir(parents=True, exist_ok=True)
    return {
        "SECRET_KEY": os.environ.get("SECRET_KEY") or _kept_secret(instance / "secret_key"),
        "SQLALCHEMY_DATABASE_URI": os.environ.get("DATABASE_URL") or _sqlite_url(instance),
        "PUBLIC_URL": os.environ.get("PUBLIC_URL", ""),
        "JOBS_IMMEDIATE": False,
        "MAX_CONTENT_LENGTH": MAX_UPLOAD_BYTES,
        "BABEL_DEFAULT_LOCALE": "ja",
        "BABEL_DEFAULT_TIMEZONE": "Asia/Tokyo",
        "BABEL_TRANSLATION_DIRECTORIES": "translations",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SECURE": bool(os.environ.get("BEHIND_HTTPS")),
        "REMEMBER_COOKIE_SAMESITE": "Lax",
        "REMEMBER_COOKIE_HTTPONLY": True,
        "REMEMBER_COOKIE_SECURE": bool(os.environ.get("BEHIND_HTTPS")),
        "PROXIES_IN_FRONT": 1 if os.environ.get("BEHIND_HTTPS") else 0,
        "WTF_CSRF_TIME_LIMIT": None,
        "RATELIMIT_ENABLED": True,
    }


def merged_config(instance: Path, overrides: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the default settings with `overrides` on top."""
    return {**default_config(instance), **(overrides or {})}


def _sqlite_url(instance: Path) -> str:
    return f"sqlite:///{(instance / 'organizer.sqlite').resolve()}"


def _kept_secret(path: Path) -> str:
    """Return the key that signs cookies, made once; only its owner can read it."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text()
