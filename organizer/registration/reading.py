"""Furigana (フリガナ): how it is kept and what it may consist of."""

import re
from typing import Any

from organizer.people.kana import to_katakana
from organizer.people.text import one_line

# Guests from abroad have no kana: Latin letters are a reading too.
_READING = re.compile(r"[\u30a0-\u30ff\u3000 A-Za-zÀ-ÖØ-öø-ſ'’.,-]*")


def clean_kana(text: Any) -> Any:
    """Return furigana as it is kept: on one line, in full-width katakana."""
    return to_katakana(one_line(text)) if isinstance(text, str) else text


def is_kana(text: str) -> bool:
    """Whether cleaned furigana can be read out and sorted: katakana or Latin letters."""
    return _READING.fullmatch(text) is not None
