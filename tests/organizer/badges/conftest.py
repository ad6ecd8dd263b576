"""Fixtures for badges: few of them are many, and their jobs wait to be done."""

import pytest
from flask import Flask

from organizer.badges import background
from organizer.core.jobs import handlers, service


@pytest.fixture
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than two badges are many, and each of them is reported."""
    monkeypatch.setattr(background, "AT_ONCE", 2)
    monkeypatch.setattr(handlers, "SECONDS_BETWEEN_REPORTS", 0)


@pytest.fixture
def waiting(app: Flask, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A queue that only collects ids, for a test that does the job itself."""
    queue: list[int] = []
    monkeypatch.setattr(service, "run", queue.append)
    return queue
