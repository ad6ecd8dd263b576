"""What becomes of a page when one of its parts cannot be fetched."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, Route, expect

from tests.browser.chromium import LAPTOP, Watch, chromium, open_context
from tests.browser.served import Served
from tests.browser.steps import sign_up

pytestmark = pytest.mark.browser

EVENT = "/events/1"


def test_the_print_page_keeps_what_was_chosen_and_asks_to_sign_in(
    app_served: Served, playwright: Playwright, tmp_path: Path
) -> None:
    with chromium(playwright, tmp_path) as browser:
        context = open_context(browser, Watch(app_served.base), LAPTOP)
        page = context.new_page()
        sign_up(page, app_served.link)
        page.goto(f"{app_served.base}{EVENT}/print")
        _fail_once(page)
        expect(page.get_by_label("申込順")).to_be_checked()
        _go_away_and_come_back(page)
        expect(page.get_by_label("全員")).to_be_checked()
        _sign_out(context.new_page(), app_served.base)
        page.get_by_label("会社名順").click()
        expect(page.get_by_role("heading", name="サインイン")).to_be_visible()


def _fail_once(page: Page) -> None:
    def broken(route: Route) -> None:
        route.fulfill(status=500, body="<h1>500</h1>")

    address = f"**{EVENT}/print"
    page.route(address, broken)
    with page.expect_response(address) as failed:
        page.get_by_label("申込順").check()
    assert failed.value.status == 500
    page.unroute(address)


def _go_away_and_come_back(page: Page) -> None:
    """Come back to a page whose figures are those of its first choices, so it must show these."""
    page.get_by_label("選んだ方だけ").check()
    expect(page.locator("#badge-sheets")).to_contain_text("名札0枚")
    page.get_by_role("link", name="概要").click()
    page.go_back()
    expect(page.locator("#badge-sheets")).to_contain_text("名札60枚")


def _sign_out(page: Page, base: str) -> None:
    page.goto(base + EVENT)
    page.locator("details.menu summary").click()
    page.get_by_role("button", name="サインアウト").click()
    expect(page.get_by_role("heading", name="サインイン")).to_be_visible()
