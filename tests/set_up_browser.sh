#!/usr/bin/env bash
# Finds a Chromium for the browser tests, or installs one: by apt where root, else by Playwright's own installer.
# tests/browser/conftest.py looks in the same places, in the same order.
set -euo pipefail
bin=$1

found() {
  command -v chromium || command -v chromium-browser || command -v google-chrome || "$bin/python" - <<'PY'
from pathlib import Path
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    raise SystemExit(0 if Path(playwright.chromium.executable_path).exists() else 1)
PY
}

found >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y chromium >/dev/null || true
fi
found >/dev/null 2>&1 && exit 0
"$bin/playwright" install chromium || true
found >/dev/null 2>&1 && exit 0
echo "The browser tests need Chromium, and it could not be installed: install the package 'chromium' and run make again." >&2
exit 1
