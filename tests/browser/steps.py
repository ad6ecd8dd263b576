"""What every test in a browser does on its way."""

from pathlib import Path

from playwright.sync_api import Page, expect


def sign_up(page: Page, link: str) -> None:
    """Become the owner by the printed link."""
    page.goto(link)
    page.locator("#name").fill("桜井 あい")
    page.locator("#email").fill("ai@example.jp")
    page.locator("#password").fill("sakura-no-yoru")
    page.locator("main button").click()
    expect(page.get_by_role("link", name="第12回 さくら異業種交流会")).to_be_visible()


def download(page: Page, selector: str) -> bytes:
    """Return the file that the first such link or button hands out."""
    with page.expect_download() as waiting:
        page.locator(selector).first.click()
    return Path(waiting.value.path()).read_bytes()
