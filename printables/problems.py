"""What does not come out on paper as it was handed over."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from printables.boxes import Page, Text
from printables.values import Badge


class Trouble(StrEnum):
    """What is wrong with a text on a badge."""

    NO_NAME = "no-name"
    NO_CODE = "no-code"  # the link is too long for a QR code
    LOST = "lost"  # characters that the typeface lacks, printed as 〓
    SHORTENED = "shortened"  # too long for the smallest type: ends with "…"
    SMALL = "small"  # below 5 points


@dataclass(frozen=True, slots=True)
class Problem:
    """One text of one badge; `characters` are those that are lost."""

    badge: Badge
    trouble: Trouble
    text: str = ""
    characters: tuple[str, ...] = ()


def shortened(pages: Iterable[Page]) -> tuple[str, ...]:
    """Return the texts that were too long for their place and end with "…" on paper."""
    items = (item for page in pages for group in page.groups for item in group.items)
    return tuple(dict.fromkeys(i.whole for i in items if isinstance(i, Text) and i.cut))
