"""Prints what a layout function makes of values."""

from collections.abc import Callable, Iterable
from typing import Any

from printables import JAPANESE, Page, Words, render_pages


def printed(
    layout: Callable[..., Iterable[Page]], *values: Any, words: Words = JAPANESE, **about: Any
) -> bytes:
    return render_pages(layout(*values, words=words, **about), title="", words=words)
