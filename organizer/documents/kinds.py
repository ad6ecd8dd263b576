"""The kinds of sheets beside badges: what each is for, and whether it needs a table plan."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel.speaklater import LazyString

from organizer.core.i18n import lazy as _l
from organizer.documents import contents
from organizer.documents.changes import Pieces, fingerprint
from organizer.documents.contents import Lines, Source
from printables import (
    Words,
    render_pr_master,
    render_pr_orders,
    render_pr_time_schedule,
    render_reception_list,
    render_roster,
    render_seating_chart,
    render_table_sheets,
    render_table_tents,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper: its name and purpose, the values it shows, and how these are printed."""

    id: str
    name: LazyString
    purpose: LazyString
    values: Callable[[Source], list[Any]]
    lines: Callable[[Source], Lines]
    render: Callable[[list[Any], Source, Words], bytes]
    needs_plan: bool = False
    each_is_a_page: bool = False
    by_round: bool = False
    """Whether each round begins on a new page."""
    paper: str = "A4"


def pieces_of(kind: Kind, source: Source) -> Pieces:
    """Return what a kind says, person by person or table by table."""
    said: dict[str, list[Any]] = {}
    for key, value in kind.lines(source):
        said.setdefault(str(key), []).append(value)
    return {key: fingerprint(*values) for key, values in said.items()}


def _plain(render: Callable[..., bytes]) -> Callable[[list[Any], Source, Words], bytes]:
    return lambda values, _source, words: render(values, words=words)


def _reception(values: list[Any], source: Source, words: Words) -> bytes:
    return render_reception_list(values, event=source.event.title, words=words)


def _roster(values: list[Any], source: Source, words: Words) -> bytes:
    title = source.event.title
    return render_roster(values, event=title, contact=source.contact, words=words)


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
            _plain(render_table_sheets),
            needs_plan=True,
            each_is_a_page=True,
        ),
        Kind(
            "seating-chart",
            _l("Seating chart"),
            _l("All tables of a round and their people, to hang on the wall."),
            contents.table_sheets,
            contents.seats,
            _plain(render_seating_chart),
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
            _plain(render_table_tents),
            needs_plan=True,
            each_is_a_page=True,
        ),
        Kind(
            "pr-time",
            _l("PR time schedule"),
            _l("Who speaks when at each table, by the clock, for the person who keeps the time."),
            contents.pr_time,
            contents.turns,
            _plain(render_pr_time_schedule),
            needs_plan=True,
            by_round=True,
        ),
        Kind(
            "pr-master",
            _l("Running order for the MC"),
            _l("Every turn by the clock and in minutes since the round began: when to ring."),
            contents.pr_time,
            contents.turns,
            _plain(render_pr_master),
            needs_plan=True,
            by_round=True,
        ),
        Kind(
            "pr-orders",
            _l("Order of speaking, table by table"),
            _l("One for each table and round: who speaks next, and until when."),
            contents.pr_time,
            contents.turns,
            _plain(render_pr_orders),
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
