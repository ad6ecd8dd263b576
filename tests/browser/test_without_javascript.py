"""The evening in a browser that runs no scripts: every action is a plain form."""

from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.chromium import LAPTOP, Watch, chromium, open_context
from tests.browser.paper import codes, pictures
from tests.browser.served import Served
from tests.browser.steps import download, sign_up

pytestmark = pytest.mark.browser


def test_the_evening_needs_no_javascript(
    app_served: Served, playwright: Playwright, tmp_path: Path
) -> None:
    watch = Watch(app_served.base)
    with chromium(playwright, tmp_path) as browser:
        page = open_context(browser, watch, LAPTOP, java_script_enabled=False).new_page()
        sign_up(page, app_served.link)
        event_url = _create_an_event(page)
        _register_a_guest(page)
        _import_eleven(page, event_url)
        _make_the_plan(page, event_url)
        _print_the_badges(page, event_url)
        _check_in_and_undo(page, event_url)
    assert not watch.troubles, "\n".join(watch.troubles)


def _create_an_event(page: Page) -> str:
    """Set the event up, at first without a venue, and return its overview's address."""
    page.get_by_role("button", name="交流会を作る").click()
    page.locator("#title").fill("夏の交流会")
    page.locator("#day").fill((date.today() + timedelta(days=30)).isoformat())  # noqa: DTZ011 - any day ahead
    page.locator("#table_count").fill("3")
    page.locator("#seats_per_table").fill("4")
    page.get_by_role("button", name="保存する").click()
    expect(page.locator("#venue-error")).to_be_visible()
    expect(page.locator("#title")).to_have_value("夏の交流会")
    page.locator("#venue").fill("さくら会館")
    page.get_by_role("button", name="保存する").click()
    expect(page.get_by_role("heading", name="概要")).to_be_visible()
    return page.url


def _register_a_guest(page: Page) -> None:
    page.goto(page.locator("#public-link").inner_text())
    page.locator("#name").fill("𠮷田 剛")
    page.locator("#name_kana").fill("よしだ つよし")
    page.locator("#profession").select_option("life_ins")
    page.locator("#email").fill("yoshida@example.com")
    page.locator("main form button").click()
    expect(page.get_by_role("status")).to_contain_text("𠮷田 剛")


def _import_eleven(page: Page, event_url: str) -> None:
    lines = ["氏名,会社名", *(f"濵田 {number}郎,高見{number}" for number in range(1, 12))]
    upload = {"name": "名簿.csv", "mimeType": "text/csv", "buffer": "\n".join(lines).encode()}
    page.goto(f"{event_url}/attendees/import")
    page.locator("input[type=file]").set_input_files(upload)  # type: ignore[arg-type]  # as documented
    page.locator("main form button").first.click()
    page.get_by_role("button", name="11").click()
    expect(page.get_by_text("12 / 60")).to_be_visible()


def _make_the_plan(page: Page, event_url: str) -> None:
    page.goto(f"{event_url}/tables")
    page.get_by_role("button", name="席割りを作る").click()
    # While it is being made, the page reloads by itself.
    expect(page.locator(".table-card")).to_have_count(3, timeout=60_000)


def _print_the_badges(page: Page, event_url: str) -> None:
    page.goto(f"{event_url}/print")
    badges = download(page, "#print-badges")
    found = {code for picture in pictures(badges) for code in codes(picture)}
    assert len([code for code in found if "/C/" in urlsplit(code).path]) == 12


def _check_in_and_undo(page: Page, event_url: str) -> None:
    page.goto(f"{event_url}/door")
    page.locator("#q").fill("ヨシダ")
    page.get_by_role("button", name="探す").click()
    page.locator("#found li").get_by_role("button").click()
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "welcome")
    expect(page.locator("#count strong")).to_have_text("1")
    page.locator("#verdict .undo button").click()
    expect(page.locator(".flash.success")).to_contain_text("𠮷田 剛")
    expect(page.locator("#count strong")).to_have_text("0")
