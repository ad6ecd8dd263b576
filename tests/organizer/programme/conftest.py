"""Searches in these tests end by their own count, not by the clock."""

import pytest

import seating
from organizer.tables import assigning


@pytest.fixture(autouse=True)
def short_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assigning, "STOP", seating.Stop.iterations(200))
