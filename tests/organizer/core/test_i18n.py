"""Two languages: how one is chosen, and how times and amounts are written in it."""

from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_babel import force_locale

from organizer.core.i18n import local_date, local_time, selected_language
from organizer.core.templating import yen

EVENING = datetime(2026, 10, 8, 22, 30, tzinfo=UTC)


def _language_of(client: FlaskClient, accepted: str) -> str:
    page = client.get("/sign-in", headers={"Accept-Language": accepted}).text
    return page.split('<html lang="')[1][:2]


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("ja", "ja"),
        ("en-GB,en;q=0.8", "en"),
        ("ja-JP,en;q=0.5", "ja"),
        ("fr", "ja"),
        ("fr,en;q=0.5", "en"),
        ("", "ja"),
        ("%%%", "ja"),
    ],
)
def test_a_browser_gets_the_language_it_asks_for_else_japanese(
    anybody: FlaskClient, accepted: str, language: str
) -> None:
    assert _language_of(anybody, accepted) == language


def test_a_language_that_pages_do_not_have_gives_japanese(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "fr"}):
        assert selected_language() == "ja"


def test_a_chosen_language_wins_and_stays(anybody: FlaskClient) -> None:
    answer = anybody.post("/language", data={"language": "en", "next": "/sign-in?next=/events"})
    assert answer.headers["Location"] == "/sign-in?next=/events"
    cookie = anybody.get_cookie("lang")
    assert cookie is not None
    assert cookie.http_only
    assert _language_of(anybody, "ja") == "en"
    anybody.post("/language", data={"language": "ja"})
    assert _language_of(anybody, "en") == "ja"


@pytest.mark.parametrize("language", ["fr", "", "ja; Path=/evil"])
def test_an_unknown_language_is_not_kept(anybody: FlaskClient, language: str) -> None:
    answer = anybody.post("/language", data={"language": language, "next": "/sign-in"})
    assert answer.headers["Location"] == "/sign-in"
    assert anybody.get_cookie("lang") is None


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_choosing_a_language_leads_nowhere_else(anybody: FlaskClient, target: str) -> None:
    answer = anybody.post("/language", data={"language": "en", "next": target})
    assert answer.headers["Location"] == "/"


def test_without_a_visitor_the_language_is_japanese(app: Flask) -> None:
    assert selected_language() == "ja"


@pytest.mark.parametrize(
    ("zone", "clock", "english", "japanese"),
    [
        ("Asia/Tokyo", "07:30", "Fri, 9 Oct 2026", "2026年10月9日(金)"),
        ("America/New_York", "18:30", "Thu, 8 Oct 2026", "2026年10月8日(木)"),
        ("Asia/Kolkata", "04:00", "Fri, 9 Oct 2026", "2026年10月9日(金)"),
    ],
)
def test_an_event_shows_the_time_of_its_own_place(
    app: Flask, zone: str, clock: str, english: str, japanese: str
) -> None:
    assert local_time(EVENING, zone) == clock
    for language, date in (("en", english), ("ja", japanese)):
        with app.test_request_context(), force_locale(language):
            assert local_date(EVENING, zone) == date


def test_money_is_written_as_people_write_it(app: Flask) -> None:
    with app.test_request_context():
        with force_locale("ja"):
            assert [yen(0), yen(3000), yen(1234567)] == ["0円", "3,000円", "1,234,567円"]
        with force_locale("en"):
            assert yen(3000) == "¥3,000"
