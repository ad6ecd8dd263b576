"""The door in Chromium: USB scanners, lost connections, and several devices at once."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.chromium import LAPTOP, PHONE, Watch, chromium, open_context
from tests.browser.scanner import scan
from tests.browser.served import Served
from tests.browser.steps import sign_up

pytestmark = pytest.mark.browser

DOOR = "/events/1/door"
# What the browser says by itself when a test is offline or signed out.
MEANT = ("net::ERR_INTERNET_DISCONNECTED", "net::ERR_FAILED", "a status of 400")


@pytest.fixture
def browser(playwright: Playwright, tmp_path: Path) -> Iterator[Browser]:
    with chromium(playwright, tmp_path) as started:
        yield started


@pytest.fixture
def watch(app_served: Served) -> Iterator[Watch]:
    watching = Watch(app_served.base)
    yield watching
    assert not [t for t in watching.troubles if not any(words in t for words in MEANT)]


@pytest.fixture
def door(browser: Browser, watch: Watch, app_served: Served) -> Page:
    """The sample event's door, opened by its owner."""
    page = open_context(browser, watch, LAPTOP).new_page()
    sign_up(page, app_served.link)
    page.goto(app_served.base + DOOR)
    return page


def _badges(door: Page) -> list[str]:
    """Return what the QR codes of some people say."""
    found = door.context.request.get(f"{door.url}?q=株式会社").text()
    host = door.evaluate("location.origin").upper()
    return [f"{host}/C/{code}" for code in re.findall(r'name="code" value="(\w+)"', found)]


def _expect_verdict(door: Page, verdict: str, *, arrived: int) -> None:
    expect(door.locator("#verdict")).to_have_attribute("data-verdict", verdict)
    expect(door.locator("#count strong")).to_have_text(str(arrived))


def test_a_usb_scanner_checks_people_in_wherever_the_cursor_is(door: Page) -> None:
    badges = _badges(door)
    door.locator("body").click(position={"x": 2, "y": 2})
    scan(door, badges[0])
    _expect_verdict(door, "welcome", arrived=1)
    door.locator("#q").focus()
    scan(door, badges[1])
    _expect_verdict(door, "welcome", arrived=2)
    expect(door.locator("#q")).to_have_value("")
    assert door.url.endswith(DOOR)  # its Enter sends no form
    scan(door, badges[1])
    _expect_verdict(door, "already_in", arrived=2)


def test_a_usb_scanner_checks_people_in_whatever_the_keyboard_is_set_to(door: Page) -> None:
    badges = _badges(door)
    door.locator("#q").focus()
    scan(door, badges[0], garbled=True)
    _expect_verdict(door, "welcome", arrived=1)
    door.locator("#q").focus()
    scan(door, badges[1], ime=True)
    _expect_verdict(door, "welcome", arrived=2)
    expect(door.locator("#q")).to_have_value("")


def test_a_scan_without_a_connection_is_kept_until_it_is_recorded(door: Page) -> None:
    badges = _badges(door)
    door.context.set_offline(True)
    scan(door, badges[0])
    expect(door.locator("#verdict")).to_contain_text("受付できていません")
    scan(door, badges[1])
    waiting = door.locator("#unrecorded li")
    expect(waiting).to_have_count(2)
    waiting.first.get_by_role("button").click()
    expect(waiting).to_have_count(2)
    door.context.set_offline(False)
    waiting.first.get_by_role("button").click()
    expect(waiting).to_have_count(1)
    _expect_verdict(door, "welcome", arrived=1)
    waiting.first.get_by_role("button").click()
    expect(waiting).to_have_count(0)
    _expect_verdict(door, "welcome", arrived=2)


def test_a_scan_on_a_device_that_was_signed_out_is_kept_too(door: Page) -> None:
    badge = _badges(door)[0]
    door.context.clear_cookies()
    scan(door, badge)
    expect(door.locator("#verdict")).to_have_attribute("data-verdict", "signed_out")
    expect(door.locator("#unrecorded li")).to_have_count(1)


def test_the_door_works_by_keyboard_alone(door: Page) -> None:
    search = door.locator("#q")
    search.focus()
    door.keyboard.type("株式会社")
    expect(door.locator("#found li").first).to_be_visible()
    door.keyboard.press("Enter")
    door.keyboard.press("Tab")
    expect(door.locator("#found li button").first).to_be_focused()
    door.keyboard.press("Enter")
    _expect_verdict(door, "welcome", arrived=1)
    expect(search).to_be_focused()
    expect(search).to_have_value("")


def test_two_devices_at_one_door_agree(door: Page, browser: Browser, watch: Watch) -> None:
    badge = _badges(door)[0]
    signed_in = door.context.storage_state()
    other = open_context(browser, watch, PHONE, storage_state=signed_in).new_page()
    other.goto(door.url)
    scan(door, badge)
    scan(other, badge)
    _expect_verdict(door, "welcome", arrived=1)
    _expect_verdict(other, "already_in", arrived=1)
    for page in (door, other):
        page.locator("#verdict .undo button").click()
        _expect_verdict(page, "undone", arrived=0)
