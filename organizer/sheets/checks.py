"""What of the sheets beside badges will not come out as it should, and whom it is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from organizer.printers.refusals import reason_of, words_in
from organizer.printers.texts import numbered
from organizer.sheets.contents import PrintSource
from organizer.sheets.kinds import KINDS, About, SheetKind, about
from printables import PrintError, TextFlaw, Words, check_sheets, printable, texts_of

MOST_NAMES = 3
"""What stands beside more people than that is no text of their own."""


@dataclass(frozen=True, slots=True)
class SheetFlaw:
    """A text that will not come out as it should, and the people or tables it is about."""

    text_flaw: TextFlaw
    whose: tuple[str, ...]

    @property
    def characters(self) -> Mapping[str, str]:
        """The characters that are lost, each with its number (U+9AD9)."""
        return numbered(self.text_flaw.characters)


@dataclass(frozen=True, slots=True)
class SheetChecks:
    """The flaws found, each with the kinds of sheets it stands on; `refusals` stop a whole kind."""

    flaws: Mapping[SheetFlaw, list[SheetKind]]
    refusals: Sequence[tuple[SheetKind, str]]


def check_sheets_of(source: PrintSource) -> SheetChecks:
    """Return what is worth knowing before sheets are printed.

    The first look at thousands of people takes seconds.
    """
    flaws: dict[SheetFlaw, list[SheetKind]] = {}
    refusals = []
    for kind in KINDS.values():
        try:
            for flaw in _check(kind, source):
                flaws.setdefault(flaw, []).append(kind)
        except PrintError as error:
            refusals.append((kind, reason_of(error)))
    return SheetChecks(flaws, refusals)


def _check(kind: SheetKind, source: PrintSource) -> Iterator[SheetFlaw]:
    values = kind.values(source)
    if not values:
        return
    found = _text_flaws(kind.id, tuple(values), about(source), words_in(source.language))
    owners = _owners(kind, source) if found else {}
    for flaw in found:
        yield SheetFlaw(flaw, _few(owners.get(flaw.text, {})))


@lru_cache(maxsize=16)  # most of them are as they were when the page was last looked at
def _text_flaws(
    kind: str, values: tuple[Any, ...], of: About, words: Words
) -> tuple[TextFlaw, ...]:
    return check_sheets(values, KINDS[kind].layout(values, of, words))


def _owners(kind: SheetKind, source: PrintSource) -> Mapping[str, dict[str, None]]:
    """Return, for each text, the people or tables whose it is; the event's title is nobody's."""
    names = {attendee.id: attendee.name for attendee in source.attendees}
    of_all = set(_written(source.event.title))
    found: dict[str, dict[str, None]] = {}
    for key, value in kind.lines(source):
        owner = key if isinstance(key, str) else names[key]
        for text in set(_written(value)) - of_all:
            found.setdefault(text, {})[owner] = None
    return found


def _written(value: object) -> Iterator[str]:
    """Yield the texts of a value, as they were entered and as they stand on paper."""
    for text in texts_of(value):
        yield text
        yield printable(text)


def _few(owners: Mapping[str, None]) -> tuple[str, ...]:
    return tuple(owners) if len(owners) <= MOST_NAMES else ()
