"""Take pictures of every page of the sample evening: `python -m tests.browser.look FOLDER`.

Each page at 390 and 1280 pixels, in both languages, to look a change over; `readme.png` is the
README's picture (docs/images/tables.png).
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.chromium import LAPTOP, PHONE, Watch, chromium, open_context
from tests.browser.served import Served, served

PAGES = {
    "events": "/events",
    "new": "/events/new",
    "staff": "/staff",
    "organization": "/organization",
    "overview": "/events/1",
    "edit": "/events/1/edit",
    "attendees": "/events/1/attendees",
    "add": "/events/1/attendees/new",
    "import": "/events/1/attendees/import",
    "tables": "/events/1/tables",
    "print": "/events/1/print",
    "door": "/events/1/door",
    "not-found": "/events/99",
}


def main(folder: Path) -> None:
    """Serve the sample event and take the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory() as scratch,
        served(Path(scratch) / "instance") as running,
        sync_playwright() as playwright,
        chromium(playwright, Path(scratch)) as browser,
    ):
        state = _sign_up_and_assign(browser, running, folder)
        for locale in ("ja-JP", "en-US"):
            for size in (PHONE, LAPTOP):
                watch = Watch(running.base)
                context = open_context(browser, watch, size, locale=locale, storage_state=state)
                page = context.new_page()
                for name, path in PAGES.items():
                    page.goto(running.base + path)
                    _take(page, folder / f"{name}-{locale[:2]}-{size['width']}.png")
                page.goto(page.url.replace("/events/99", "/events/1"))
                page.goto(page.locator("#public-link").inner_text())
                _take(page, folder / f"apply-{locale[:2]}-{size['width']}.png")
                context.close()
                sys.stdout.write("\n".join(watch.troubles) + "\n")


def _sign_up_and_assign(browser: Browser, running: Served, folder: Path) -> object:
    page = open_context(browser, Watch(running.base), LAPTOP).new_page()
    page.goto(running.link)
    page.locator("#name").fill("桜井 あい")
    page.locator("#email").fill("ai@example.jp")
    page.locator("#password").fill("sakura-no-yoru")
    page.locator("main button").click()
    page.goto(f"{running.base}/events/1/tables")
    page.get_by_role("button", name="席割りを作る").click()
    expect(page.locator(".plan-figures")).to_be_visible(timeout=60_000)
    page.goto(f"{running.base}/events/1/tables")
    page.screenshot(path=folder / "readme.png")
    return page.context.storage_state()


def _take(page: Page, path: Path) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path, full_page=True)
    width, shown = page.evaluate("[innerWidth, document.documentElement.scrollWidth]")
    if shown > width:
        sys.stdout.write(f"{path.name}: wider than the screen ({shown} px)\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
