"""What the tests of the door share."""

from collections.abc import Callable

import pytest

from organizer.registration.models import Registration
from tests.organizer.arrivals.conftest import guest, scan

__all__ = ["guest", "scan"]


@pytest.fixture
def seat(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Seat somebody at one table after the other."""

    def sit(registration: Registration, *tables: str) -> None:
        service = "organizer.tables.service"
        monkeypatch.setattr(f"{service}.route_of", lambda _id: tables)
        monkeypatch.setattr(f"{service}.routes_of", lambda _id, **_of: {registration.id: tables})

    return sit
