"""What of the sheets beside badges will not come out as it should, and whom it is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from organizer.documents.badges import numbered
from organizer.documents.contents import Source
from organizer.documents.kinds import KINDS, About, Kind, about
from organizer.printers.refusals import reason_of, words_in
from printables import PrintError, TextFlaw, Words, check_sheets, printable, texts_of

MOST_NAMES = 3
"""What stands beside more people than that is no text of their own."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """A text that will not come out as it should, and the people or tables it is about."""

    problem: TextFlaw
    whose: tuple[str, ...]

    @property
    def characters(self) -> Mapping[str, str]:
        """The characters that are lost, each with its number (U+9AD9)."""
        return numbered(self.problem)


@dataclass(frozen=True, slots=True)
class Checks:
    """What was found, each with the kinds of sheets it stands on; `refusals` stop a whole kind."""

    flaws: Mapping[Flaw, list[Kind]]
    refusals: Sequence[tuple[Kind, str]]


def check_sheets_of(source: Source) -> Checks:
    """Return what is worth knowing before sheets are printed.

    The first look at thousands of people takes seconds.
    """
    flaws: dict[Flaw, list[Kind]] = {}
    refusals = []
    for kind in KINDS.values():
        try:
            for flaw in _check(kind, source):
                flaws.setdefault(flaw, []).append(kind)
        except PrintError as error:
            refusals.append((kind, reason_of(error)))
    return Checks(flaws, refusals)


def _check(kind: Kind, source: Source) -> Iterator[Flaw]:
    values = kind.values(source)
    if not values:
        return
    problems = _problems(kind.id, tuple(values), about(source), words_in(source.language))
    whose = _owners(kind, source) if problems else {}
    for problem in problems:
        yield Flaw(problem, _few(whose.get(problem.text, {})))


@lru_cache(maxsize=16)  # most of them are as they were when the page was last looked at
def _problems(kind: str, values: tuple[Any, ...], of: About, words: Words) -> tuple[TextFlaw, ...]:
    return check_sheets(values, KINDS[kind].layout(values, of, words))


def _owners(kind: Kind, source: Source) -> Mapping[str, dict[str, None]]:
    """Return whose each text is, as it was entered and as it stands on paper."""
    names = {attendee.id: attendee.name for attendee in source.attendees}
    nobody_s = set(_forms(source.event.title))
    found: dict[str, dict[str, None]] = {}
    for key, value in kind.lines(source):
        owner = key if isinstance(key, str) else names[key]
        for text in set(_forms(value)) - nobody_s:
            found.setdefault(text, {})[owner] = None
    return found


def _forms(value: object) -> Iterator[str]:
    for text in texts_of(value):
        yield text
        yield printable(text)


def _few(owners: Mapping[str, None]) -> tuple[str, ...]:
    return tuple(owners) if len(owners) <= MOST_NAMES else ()
