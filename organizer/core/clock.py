"""The current time. Only views and commands ask for it; what they call gets it as an argument."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)
