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
        monkeypatch.setattr(
            "organizer.tables.service.route_of",
            lambda _event_id, **_among: {registration.id: tables},
        )

    return sit
