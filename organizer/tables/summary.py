"""How good a plan is, in words that an organizer understands."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import get_locale
from flask_babel import gettext as _

from organizer.people.industries import industry_name
from organizer.tables.mix import crowded_industry
from organizer.tables.models import TablePlan
from seating import Why


@dataclass(frozen=True, slots=True)
class PlanFigure:
    """One figure of a plan and what to think of it."""

    title: str
    figure: int
    text: str
    why: str
    """Why it cannot be better than the text says; may be empty."""
    good: bool
    """Whether it is as good as it can be."""


def figures_of(plan: TablePlan, *, occupied: int) -> Sequence[PlanFigure]:
    """Return what is to be said about a plan: repeats, industries, colleagues and competitors.

    `occupied` is the number of tables at which people sit in a round.
    """
    return (_repeats(plan), _industries(plan, occupied), _kept_apart(plan))


def _repeats(plan: TablePlan) -> PlanFigure:
    count, least = plan.repeats, plan.least_repeats
    text = _least(count, least) if count else _("Nobody meets twice.")
    why = _why_repeats(plan) if least else ""
    return PlanFigure(_("Meeting again"), count, text, why, count <= least)


def _why_repeats(plan: TablePlan) -> str:
    drawn = next((r for r in plan.reasons if r["why"] == Why.EARLIER_TABLES), None)
    if drawn:
        sentence = _(
            "The %(people)s people of a table come from only %(tables)s earlier tables.",
            people=drawn["seats"],
            tables=drawn["tables"],
        )
    else:
        sentence = _(
            "With %(rounds)s rounds there are more meetings than people who have not met yet.",
            rounds=plan.rounds,
        )
    return str(sentence)


def _industries(plan: TablePlan, occupied: int) -> PlanFigure:
    count, least = plan.same_industry, plan.least_same_industry
    text = _least(count, least) if count else _("Nobody shares a table with their own industry.")
    why = _why_industries(plan, occupied) if least else ""
    return PlanFigure(_("Pairs of one industry at a table"), count, text, why, count <= least)


def _why_industries(plan: TablePlan, occupied: int) -> str:
    crowded = crowded_industry(plan.industries, tables=occupied)
    if crowded is None:
        return ""
    industry, people = crowded
    sentence = _(
        "%(people)s attendees are in the same industry (%(industry)s), at %(tables)s tables.",
        people=people,
        industry=industry_name(industry, get_locale().language),
        tables=occupied,
    )
    return str(sentence)


def _kept_apart(plan: TablePlan) -> PlanFigure:
    count = plan.same_company + plan.conflicts
    if count == 0:
        text = _("Colleagues and competitors sit apart.")
    else:
        text = _(
            "Colleagues: %(colleagues)s, competitors: %(competitors)s.",
            colleagues=plan.same_company,
            competitors=plan.conflicts,
        )
    title = _("Pairs of colleagues or competitors at a table")
    return PlanFigure(title, count, text, "", count == 0 or plan.proved)


def _least(count: int, least: int) -> str:
    """Say of a figure that is not zero whether it could be lower."""
    if count <= least:
        return str(_("Fewer are impossible."))
    if least:
        return str(_("Fewer than %(least)s are impossible.", least=least))
    return str(_("Whether fewer are possible is not known; another try may find fewer."))
