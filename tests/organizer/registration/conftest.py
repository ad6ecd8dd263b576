"""Fixtures for the tests of registrations."""

from datetime import UTC, datetime

import pytest

from organizer.events.models import Event
from organizer.registration import service
from organizer.registration.details import RegistrationDetails
from organizer.registration.models import Registration, Source

NOW = datetime(2026, 9, 1, 3, 0, tzinfo=UTC)


@pytest.fixture
def yuko(event: Event) -> Registration:
    card = RegistrationDetails(
        name="髙橋 優子",
        name_kana="タカハシ ユウコ",
        company="さくら商事",
        email="yuko@example.com",
        industry="tax_account",
        profession="tax",
        consent_text="I agree.",
    )
    return service.register(event.id, card, source=Source.PUBLIC, at=NOW)
