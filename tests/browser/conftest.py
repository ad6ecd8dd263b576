"""Fixtures for tests in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, sync_playwright

from tests.browser.served import Served, served


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture
def app_served(tmp_path: Path) -> Iterator[Served]:
    """The app, served from an empty folder."""
    with served(tmp_path / "instance") as running:
        yield running
