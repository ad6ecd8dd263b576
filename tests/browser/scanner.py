"""A USB scanner: it presses the keys of a text one after the other, and Enter at the end."""

import time
from typing import Any

from playwright.sync_api import CDPSession, Page

PACE = 0.005
"""Seconds between two keys. The browser is told when each was pressed, so that a busy machine
does not make the scanner slow."""
_SIGNS = {"/": ("Slash", "?"), ":": ("Semicolon", ":"), ".": ("Period", "."), "-": ("Minus", "-")}
_ON_ANOTHER_LAYOUT = {"/": "&", ":": "+"}


def scan(page: Page, text: str, *, garbled: bool = False, ime: bool = False) -> None:
    """Type a text; `garbled` as on another country's keyboard, `ime` while one is switched on."""
    session = page.context.new_cdp_session(page)
    keys = [*(_key(character, garbled=garbled) for character in text), _ENTER]
    begun = time.time()
    for index, key in enumerate(keys):
        _press(session, key, at=begun + index * PACE, ime=ime)
    session.detach()


_ENTER = {"code": "Enter", "key": "Enter", "text": "\r"}


def _key(character: str, *, garbled: bool) -> dict[str, Any]:
    seen = _ON_ANOTHER_LAYOUT.get(character, character) if garbled else character
    if character in _SIGNS:
        return {"code": _SIGNS[character][0], "key": seen, "text": seen}
    kind = "Digit" if character.isdigit() else "Key"
    return {"code": f"{kind}{character.upper()}", "key": seen, "text": seen}


def _press(session: CDPSession, key: dict[str, Any], *, at: float, ime: bool) -> None:
    if ime:  # it takes every key, and shows what it makes of them in the field
        taken = {"code": key["code"], "key": "Process", "windowsVirtualKeyCode": 229}
        session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "timestamp": at, **taken})
        if key is not _ENTER:
            session.send(
                "Input.imeSetComposition", {"text": "あ", "selectionStart": 1, "selectionEnd": 1}
            )
        return
    session.send("Input.dispatchKeyEvent", {"type": "keyDown", "timestamp": at, **key})
    up = {"code": key["code"], "key": key["key"]}
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", "timestamp": at, **up})
