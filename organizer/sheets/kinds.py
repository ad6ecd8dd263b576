"""The kinds of sheets beside badges: what each is for, and whether it needs a table plan."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from flask_babel.speaklater import LazyString

from organizer.core.i18n import lazy as _l
from organizer.printers.changes import Pieces, fingerprint
from organizer.printers.papers import NAMES, Paper
from organizer.sheets import contents
from organizer.sheets.contents import Lines, PrintSource
from printables import (
    Page,
    Words,
    layout_pr_master,
    layout_pr_orders,
    layout_pr_time,
    layout_reception,
    layout_roster,
    layout_seating_chart,
    layout_table_sheets,
    layout_table_tents,
)

Layout = Callable[[Sequence[Any], "About", Words], Iterable[Page]]


@dataclass(frozen=True, slots=True)
class About:
    """What a kind of sheets says beside its values."""

    title: str
    contact: str


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much there is to put on sheets."""

    table_sheets: int
    """Occupied tables, counted again in each round."""
    tables: int
    attendees: int
    consenting: int
    """How many attendees may stand on the roster."""


@dataclass(frozen=True, slots=True)
class SheetKind:
    """A kind of sheets: its purpose, the values it shows, and how these lie on pages."""

    id: Paper
    purpose: LazyString
    values: Callable[[PrintSource], list[Any]]
    lines: Callable[[PrintSource], Lines]
    layout: Layout
    amount: Callable[[Amounts], int]
    """How many values there are."""
    needs_plan: bool = False
    each_is_a_page: bool = False
    by_round: bool = False
    """Whether each round begins on a new page."""
    size: str = "A4"

    @property
    def name(self) -> LazyString:
        """What people call it."""
        return NAMES[self.id]


def about(source: PrintSource) -> About:
    """Return what sheets say beside their values."""
    return About(source.event.title, source.contact)


def pieces_of(lines: Callable[[PrintSource], Lines], source: PrintSource) -> Pieces:
    """Return what the lines of a kind say, person by person or table by table.

    Always in one language: the same sheets in another one are no change.
    """
    said: dict[str, list[Any]] = {}
    for key, value in lines(source.in_japanese):
        said.setdefault(str(key), []).append(value)
    return {key: fingerprint(*values) for key, values in said.items()}


def _plain(layout: Callable[..., Iterable[Page]]) -> Layout:
    return lambda values, _about, words: layout(values, words=words)


def _reception(values: Sequence[Any], about: About, words: Words) -> Iterable[Page]:
    return layout_reception(values, event=about.title, words=words)


def _roster(values: Sequence[Any], about: About, words: Words) -> Iterable[Page]:
    return layout_roster(values, event=about.title, contact=about.contact, words=words)


KINDS: Mapping[str, SheetKind] = {
    kind.id: kind
    for kind in (
        SheetKind(
            Paper.TABLES,
            _l(
                "One for each table and round: who sits here, with company and industry, "
                "and room for notes."
            ),
            contents.table_sheets,
            contents.seats,
            _plain(layout_table_sheets),
            attrgetter("table_sheets"),
            needs_plan=True,
            each_is_a_page=True,
        ),
        SheetKind(
            Paper.SEATING_CHART,
            _l("All tables of a round and their people, to hang on the wall."),
            contents.table_sheets,
            contents.seats,
            _plain(layout_seating_chart),
            attrgetter("table_sheets"),
            needs_plan=True,
            by_round=True,
            size="A3",
        ),
        SheetKind(
            Paper.TABLE_TENTS,
            _l("The name of each table, to be folded and stood on it."),
            contents.tents,
            contents.tent_lines,
            _plain(layout_table_tents),
            attrgetter("tables"),
            needs_plan=True,
            each_is_a_page=True,
        ),
        SheetKind(
            Paper.PR_TIME,
            _l("Who speaks when at each table, by the clock, for the person who keeps the time."),
            contents.pr_time,
            contents.turns,
            _plain(layout_pr_time),
            attrgetter("table_sheets"),
            needs_plan=True,
            by_round=True,
        ),
        SheetKind(
            Paper.PR_MASTER,
            _l("Every turn by the clock and in minutes since the round began: when to ring."),
            contents.pr_time,
            contents.turns,
            _plain(layout_pr_master),
            attrgetter("table_sheets"),
            needs_plan=True,
            by_round=True,
        ),
        SheetKind(
            Paper.PR_ORDERS,
            _l("One for each table and round: who speaks next, and until when."),
            contents.pr_time,
            contents.turns,
            _plain(layout_pr_orders),
            attrgetter("table_sheets"),
            needs_plan=True,
            each_is_a_page=True,
        ),
        SheetKind(
            Paper.RECEPTION,
            _l("Everybody by their furigana with boxes to tick, for when the power fails."),
            contents.reception,
            contents.reception_lines,
            _reception,
            attrgetter("attendees"),
        ),
        SheetKind(
            Paper.ROSTER,
            _l("Who agreed to be listed: their work, PR line, offers and wants."),
            contents.members,
            contents.member_lines,
            _roster,
            attrgetter("consenting"),
        ),
    )
}
