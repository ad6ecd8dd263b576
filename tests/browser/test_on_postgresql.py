"""The app as a larger host runs it: rows and jobs in PostgreSQL."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import psycopg
import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, Playwright, expect
from sqlalchemy.engine import make_url

from tests.browser.chromium import LAPTOP, Watch, chromium, open_context
from tests.browser.served import Served, served
from tests.browser.steps import download, sign_up

pytestmark = [pytest.mark.browser, pytest.mark.postgres]


@pytest.fixture
def served_on_postgresql(postgres_server: str, tmp_path: Path) -> Iterator[Served]:
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE served")
    url = make_url(postgres_server).set(drivername="postgresql+psycopg", database="served")
    where = url.render_as_string(hide_password=False)
    with served(tmp_path / "instance", database=where) as running:
        yield running
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute("DROP DATABASE served WITH (FORCE)")


def test_the_sample_event_is_seated_and_leaves_as_a_workbook(
    served_on_postgresql: Served, playwright: Playwright, tmp_path: Path
) -> None:
    watch = Watch(served_on_postgresql.base)
    with chromium(playwright, tmp_path) as browser:
        page = open_context(browser, watch, LAPTOP).new_page()
        sign_up(page, served_on_postgresql.link)
        page.get_by_role("link", name="第12回 さくら異業種交流会").click()
        event_url = page.url
        page.goto(f"{event_url}/tables")
        page.get_by_role("button", name="席割りを作る").click()
        expect(page.locator(".table-card")).to_have_count(10, timeout=60_000)
        _check_in_somebody(page, event_url)
        _everybody_has_a_seat_in_the_workbook(page, event_url)
    assert not list((tmp_path / "instance").glob("*.sqlite*"))
    assert not watch.troubles, "\n".join(watch.troubles)


def _check_in_somebody(page: Page, event_url: str) -> None:
    page.goto(f"{event_url}/door")
    page.locator("#q").fill("株式会社")
    page.locator("#found li").first.get_by_role("button").click()
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "welcome")


def _everybody_has_a_seat_in_the_workbook(page: Page, event_url: str) -> None:
    page.goto(f"{event_url}/attendees")
    book = load_workbook(BytesIO(download(page, "a[href$='attendees.xlsx']")))
    _attendees, seats, arrivals = book.worksheets
    rows = list(seats.iter_rows(values_only=True))
    assert len(rows) == 61
    assert all(all(row[-3:]) for row in rows)
    came_at = [row[-1] for row in arrivals.iter_rows(min_row=2, values_only=True)]
    assert sum(moment is not None for moment in came_at) == 1
