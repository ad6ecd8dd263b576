"""Furigana (フリガナ): how it is kept and what it may consist of."""

import re
from unicodedata import normalize

from organizer.people.kana import to_katakana
from organizer.people.text import one_line

# Guests from abroad have no kana: Latin letters with their marks are a reading too.
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\u0300-\u036f"
_READING = re.compile(rf"[\u30a0-\u30ff\u3000 {_LATIN}'’.,‐-]*")


def clean_kana(text: str) -> str:
    """Return furigana as it is kept: on one line, in full-width katakana."""
    return normalize("NFC", to_katakana(one_line(text)))


def is_kana(text: str) -> bool:
    """Whether cleaned furigana can be read out and sorted: katakana or Latin letters."""
    return _READING.fullmatch(text) is not None
