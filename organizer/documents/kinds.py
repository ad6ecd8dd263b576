"""The kinds of sheets beside badges: what each is for, and whether it needs a table plan."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel.speaklater import LazyString

from organizer.core.i18n import lazy as _l
from organizer.documents import contents
from organizer.documents.changes import Pieces, fingerprint
from organizer.documents.contents import Lines, Source
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
class Kind:
    """A kind of paper: its name and purpose, the values it shows, and how these lie on pages."""

    id: str
    name: LazyString
    purpose: LazyString
    values: Callable[[Source], list[Any]]
    lines: Callable[[Source], Lines]
    layout: Layout
    needs_plan: bool = False
    each_is_a_page: bool = False
    by_round: bool = False
    """Whether each round begins on a new page."""
    paper: str = "A4"


def about(source: Source) -> About:
    """Return what sheets say beside their values."""
    return About(source.event.title, source.contact)


def pieces_of(lines: Callable[[Source], Lines], source: Source) -> Pieces:
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


KINDS: Mapping[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind(
            "tables",
            _l("Table sheets"),
            _l(
                "One for each table and round: who sits here, with company and industry, "
                "and room for notes."
            ),
            contents.table_sheets,
            contents.seats,
            _plain(layout_table_sheets),
            needs_plan=True,
            each_is_a_page=True,
        ),
        Kind(
            "seating-chart",
            _l("Seating chart"),
            _l("All tables of a round and their people, to hang on the wall."),
            contents.table_sheets,
            contents.seats,
            _plain(layout_seating_chart),
            needs_plan=True,
            by_round=True,
            paper="A3",
        ),
        Kind(
            "table-tents",
            _l("Table tents"),
            _l("The name of each table, to be folded and stood on it."),
            contents.tents,
            contents.tent_lines,
            _plain(layout_table_tents),
            needs_plan=True,
            each_is_a_page=True,
        ),
        Kind(
            "pr-time",
            _l("PR time schedule"),
            _l("Who speaks when at each table, by the clock, for the person who keeps the time."),
            contents.pr_time,
            contents.turns,
            _plain(layout_pr_time),
            needs_plan=True,
            by_round=True,
        ),
        Kind(
            "pr-master",
            _l("Running order for the MC"),
            _l("Every turn by the clock and in minutes since the round began: when to ring."),
            contents.pr_time,
            contents.turns,
            _plain(layout_pr_master),
            needs_plan=True,
            by_round=True,
        ),
        Kind(
            "pr-orders",
            _l("Order of speaking, table by table"),
            _l("One for each table and round: who speaks next, and until when."),
            contents.pr_time,
            contents.turns,
            _plain(layout_pr_orders),
            needs_plan=True,
            each_is_a_page=True,
        ),
        Kind(
            "reception",
            _l("Reception list"),
            _l("Everybody by their furigana with boxes to tick, for when the power fails."),
            contents.guests,
            contents.guest_lines,
            _reception,
        ),
        Kind(
            "roster",
            _l("Roster of attendees"),
            _l("Who agreed to be listed: their work, PR line, offers and wants."),
            contents.members,
            contents.member_lines,
            _roster,
        ),
    )
}
PAPERS: Mapping[str, LazyString] = {
    "badges": _l("Badges"),
    "dividers": _l("Dividers"),
    "ruler": _l("Ruler page"),
    **{kind.id: kind.name for kind in KINDS.values()},
}
"""What everything is called that the log of what was printed may name."""
