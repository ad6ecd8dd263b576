"""The list of attendees in parts, for an event may have thousands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from flask_babel import gettext as _

from organizer.registration import search
from organizer.registration.models import Registration
from organizer.registration.search import Counts

WHOLE = 300
"""Up to so many stand on one page, so that the browser's own search finds everybody."""
PART = 100


@dataclass(frozen=True, slots=True)
class Jump:
    """A heading of the whole list, and the part that it begins in."""

    words: str
    page: int
    anchor: str


@dataclass(frozen=True, slots=True)
class ListGroup:
    """The people of a part that stand under one heading."""

    words: str
    anchor: str
    is_continued: bool
    """Whether the heading stands in an earlier part."""
    people: Sequence[Registration]


@dataclass(frozen=True, slots=True)
class ListPart:
    """One part of the list, by page from 1."""

    found: Counts
    page: int
    pages: int
    jumps: Sequence[Jump]
    groups: Sequence[ListGroup]


def part_of(event_id: int, query: str, *, page: int) -> ListPart:
    """Return a part of the list, or of what a search finds: the last one if there are fewer."""
    found = search.count(event_id, query)
    size = PART if found.total > WHOLE else WHOLE
    pages = max(-(-found.total // size), 1)
    page = min(max(page, 1), pages)
    offset = (page - 1) * size
    people = search.find(event_id, query, offset=offset, limit=size)
    headings = [*_headings(event_id, query, found)]
    return ListPart(
        found,
        page,
        pages,
        [
            Jump(words, begins // size + 1, _anchor(number))
            for number, (words, begins) in enumerate(headings, start=1)
        ],
        [*_groups(headings, people, offset=offset)],
    )


def _headings(event_id: int, query: str, found: Counts) -> Iterator[tuple[str, int]]:
    """Yield each heading in words, and how many people stand above it."""
    for heading in search.headings(event_id, query):
        yield heading.row or _("Others"), heading.before
    if found.others:
        yield _("Not attending (%(count)s)", count=found.others), found.attending


def _groups(
    headings: Sequence[tuple[str, int]], people: Sequence[Registration], *, offset: int
) -> Iterator[ListGroup]:
    end = offset + len(people)
    for number, ((words, begins), (_words, ends)) in enumerate(
        pairwise([*headings, ("", end)]), start=1
    ):
        if begins < end and ends > offset:
            shown = people[max(begins - offset, 0) : max(ends - offset, 0)]
            yield ListGroup(words, _anchor(number), begins < offset, shown)


def _anchor(number: int) -> str:
    return f"row-{number}"
