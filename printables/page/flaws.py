"""Texts that do not come out on paper as they were handed over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any

from printables.page.boxes import Item, Page, Text
from printables.text.fit import EASY_MM
from printables.text.typeface import unprintable


class FlawKind(StrEnum):
    """What is wrong with a text."""

    NO_NAME = "no-name"
    NO_CODE = "no-code"  # the link is too long for a QR code
    LOST = "lost"  # characters that the typeface lacks, printed as 〓
    SHORTENED = "shortened"  # too long for the smallest type: ends with "…"
    SMALL = "small"  # below 5 points


@dataclass(frozen=True, slots=True)
class TextFlaw:
    """What is wrong with one text; `characters` are those that are lost.

    A text that is lost is given as it was handed over, any other as it stands on paper.
    """

    kind: FlawKind
    text: str = ""
    characters: tuple[str, ...] = ()


def check_sheets(values: Iterable[Any], pages: Iterable[Page]) -> tuple[TextFlaw, ...]:
    """Return what will not come out as it should of values laid out on pages.

    The same text is named once, however often it stands there.
    """
    texts = (text for value in values for text in texts_of(value))
    items = (item for page in pages for group in page.groups for item in group.items)
    return (*lost(texts), *unreadable(items))


def lost(texts: Iterable[str]) -> Iterator[TextFlaw]:
    """Yield the texts that have characters which the typeface lacks."""
    for text in dict.fromkeys(texts):
        if characters := unprintable(text):
            yield TextFlaw(FlawKind.LOST, text, characters)


def unreadable(items: Iterable[Item]) -> Iterator[TextFlaw]:
    """Yield the texts that are not whole on paper, or smaller than 5 points."""
    cut: dict[str, None] = {}
    small: dict[str, None] = {}
    for item in items:  # looked at and let go: sheets for thousands hold many
        if isinstance(item, Text) and (item.cut or item.size < EASY_MM):
            (cut if item.cut else small)[item.whole] = None
    yield from (TextFlaw(FlawKind.SHORTENED, text) for text in cut)
    yield from (TextFlaw(FlawKind.SMALL, text) for text in small)


def texts_of(value: Any) -> Iterator[str]:
    """Yield the texts of a value, and of all values that it holds."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_of(part)
