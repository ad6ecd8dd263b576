"""Finding registrations of an event in the database: all in order, or those that words name."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, literal_column, not_, or_, select, true

from organizer.core.codes import read_code
from organizer.core.db import db
from organizer.people.keys import heading_of, search_words
from organizer.registration.models import Registration
from organizer.registration.service import CODE_LENGTH

LONGEST_QUERY = 100
"""Nobody searches for more, and patterns of any length would be work for the database."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many registrations there are, or were found."""

    attending: int
    others: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.attending + self.others


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the list: ア, カ, サ …, or empty for those without kana."""

    row: str
    before: int
    """How many attendees stand above it."""


def find(
    event_id: int, query: str = "", *, offset: int = 0, limit: int | None = None
) -> Sequence[Registration]:
    """Return an event's registrations in 五十音順, those that do not attend last.

    With a query, those in whose name, furigana, company or e-mail each of its words occurs, in
    any order, or whose badge bears this code.
    """
    return db.session.scalars(
        select(Registration)
        .where(is_found(event_id, query))
        .order_by(Registration.is_attending.desc(), Registration.sort_key, Registration.id)
        .offset(offset)
        .limit(limit)
    ).all()


def count(event_id: int, query: str = "") -> Counts:
    """Return how many registrations `find` would return."""
    attending = func.count().filter(Registration.is_attending)
    others = func.count().filter(not_(Registration.is_attending))
    return Counts(
        *db.session.execute(select(attending, others).where(is_found(event_id, query))).one()
    )


def headings(event_id: int, query: str = "") -> Sequence[Heading]:
    """Return the headings above the attendees that `find` would return."""
    beginning = func.substr(Registration.sort_key, literal_column("1"), literal_column("2"))
    rows = db.session.execute(
        select(beginning, func.count())
        .where(is_found(event_id, query), Registration.is_attending)
        .group_by(beginning)
        .order_by(beginning)
    )
    found: list[Heading] = []
    before = 0
    for key, people in rows:
        if not found or found[-1].row != heading_of(key):
            found.append(Heading(heading_of(key), before))
        before += people
    return found


def is_found(event_id: int, query: str) -> ColumnElement[bool]:
    """Whether a registration is one of an event that a query finds, as a condition of a query."""
    typed = query[:LONGEST_QUERY].strip()
    return and_(Registration.event_id == event_id, _named(typed) if typed else true())


def _named(typed: str) -> ColumnElement[bool]:
    has_code = Registration.code == read_code(typed)[-CODE_LENGTH:]
    words = [
        Registration.search_key.contains(word, autoescape=True) for word in search_words(typed)
    ]
    return or_(has_code, and_(*words)) if words else has_code
