"""Every kind of paper that can be printed, and what people call it."""

from collections.abc import Mapping
from enum import StrEnum

from flask_babel import gettext as _
from flask_babel.speaklater import LazyString

from organizer.core.i18n import lazy as _l


class Paper(StrEnum):
    """A kind of paper, as the print log names it."""

    BADGES = "badges"
    DIVIDERS = "dividers"
    RULER = "ruler"
    TABLES = "tables"
    SEATING_CHART = "seating-chart"
    TABLE_TENTS = "table-tents"
    PR_TIME = "pr-time"
    PR_MASTER = "pr-master"
    PR_ORDERS = "pr-orders"
    RECEPTION = "reception"
    ROSTER = "roster"


NAMES: Mapping[Paper, LazyString] = {
    Paper.BADGES: _l("Badges"),
    Paper.DIVIDERS: _l("Dividers"),
    Paper.RULER: _l("Ruler page"),
    Paper.TABLES: _l("Table sheets"),
    Paper.SEATING_CHART: _l("Seating chart"),
    Paper.TABLE_TENTS: _l("Table tents"),
    Paper.PR_TIME: _l("PR time schedule"),
    Paper.PR_MASTER: _l("Running order for the MC"),
    Paper.PR_ORDERS: _l("Order of speaking, table by table"),
    Paper.RECEPTION: _l("Reception list"),
    Paper.ROSTER: _l("Roster of attendees"),
}


def amount(paper: Paper, count: int) -> str:
    """Return how much was printed, in what this kind of paper is counted by."""
    match paper:
        case Paper.BADGES:
            return str(_("%(count)s badges", count=count))
        case Paper.DIVIDERS:
            return str(_("%(count)s cards", count=count))
        case Paper.TABLE_TENTS:
            return str(_("%(count)s tables", count=count))
        case Paper.RULER:
            return ""
    return str(_("%(count)s people", count=count))
