"""A Chromium that watches: console errors, requests to other hosts, accessibility violations."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 800}
FONT_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><dir>/usr/share/fonts</dir><cachedir>{cache}</cachedir>
<alias><family>system-ui</family><prefer><family>Noto Sans JP</family></prefer></alias>
<alias><family>sans-serif</family><prefer><family>Noto Sans JP</family></prefer></alias>
</fontconfig>
"""
FLAGS = (
    # Tests also run as root, in containers with little shared memory and no graphics.
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
)
AXE_RUN = """() => axe.run().then(({violations}) => violations.map(
    ({id, nodes}) => id + ": " + nodes.map(node => node.target.join(" ")).join(" | ")))"""


@dataclass
class Watch:
    """What went wrong in the pages of one browser, and where."""

    base: str
    troubles: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Note everything that a page must not do."""
        page.on("console", lambda message: self._console(page, message))
        page.on("pageerror", lambda error: self.troubles.append(f"{page.url}: {error}"))
        page.on("request", lambda request: self._request(page, request))

    def _console(self, page: Page, message: ConsoleMessage) -> None:
        # Chromium reports a form that came back with its mistakes (422) as a failure to load.
        if message.type in ("error", "warning") and "status of 422" not in message.text:
            self.troubles.append(f"{page.url}: {message.text}")

    def _request(self, page: Page, request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme in ("http", "https", "ws") and url.netloc != urlsplit(self.base).netloc:
            self.troubles.append(f"{page.url}: asks {request.url}")

    def accessible(self, page: Page) -> None:
        """Note every violation that axe-core finds on the page as it stands."""
        page.evaluate(AXE.read_text())
        self.troubles += [f"{page.url}: {found}" for found in page.evaluate(AXE_RUN)]


def executable(playwright: Playwright) -> str:
    """Return the Chromium that the test set-up found or installed."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    assert Path(playwright.chromium.executable_path).exists(), "no Chromium: run `make setup-tests`"
    return playwright.chromium.executable_path


@contextmanager
def chromium(playwright: Playwright, folder: Path, *flags: str) -> Iterator[Browser]:
    """Start a Chromium that has the project's typeface and talks to nobody but the pages' host."""
    config = folder / "fonts.conf"
    config.write_text(FONT_CONFIG.format(fonts=ROOT / "printables" / "fonts", cache=folder / "fc"))
    browser = playwright.chromium.launch(
        executable_path=executable(playwright),
        args=[*FLAGS, *flags],
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
    )
    try:
        yield browser
    finally:
        browser.close()


def open_context(
    browser: Browser, watch: Watch, size: dict[str, int], *, locale: str = "ja-JP", **options: Any
) -> BrowserContext:
    """Open a browser profile of its own, whose pages are watched."""
    context = browser.new_context(viewport=size, locale=locale, **options)  # type: ignore[arg-type]
    context.set_default_timeout(20_000)
    context.on("page", watch.follow)
    return context
