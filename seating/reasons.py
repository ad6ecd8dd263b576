"""Why a part of a score cannot be lower, as codes to translate and as English sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """The code of a reason."""

    PLAYED = "played"
    TOO_FEW_PAIRS = "too few pairs"
    TOO_FEW_STRANGERS = "too few strangers"
    EARLIER_TABLES = "earlier tables"
    INDUSTRY_AGAIN = "industry again"
    INDUSTRY_SPREAD = "industry spread"
    ALL_TRIED = "all tried"


_SENTENCES = {
    Why.PLAYED: "{least} repeats were played",
    Why.TOO_FEW_PAIRS: "at least {least} repeats: more meetings than pairs who have not met",
    Why.TOO_FEW_STRANGERS: (
        "at least {least} repeats: some people have too few others left to meet"
    ),
    Why.EARLIER_TABLES: (
        "at least {least} repeats: a table of {seats} drawn from {tables} earlier tables"
    ),
    Why.INDUSTRY_AGAIN: "at least {least} repeats: people of one industry must share tables again",
    Why.INDUSTRY_SPREAD: (
        "at least {least} same-industry pairs: each industry spread evenly over the tables"
    ),
    Why.ALL_TRIED: "a weight of at least {least}: all plans were tried",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason that holds for every plan: its code and its numbers; str() is a sentence.

    `least` counts repeats, or same-industry pairs for INDUSTRY_SPREAD, or weight for ALL_TRIED.
    `seats` and `tables` belong to EARLIER_TABLES: so many people came from so many earlier tables.
    """

    why: Why
    least: int
    seats: int = 0
    tables: int = 0

    def __str__(self) -> str:
        return _SENTENCES[self.why].format(least=self.least, seats=self.seats, tables=self.tables)
