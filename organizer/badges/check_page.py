"""What is worth knowing of the chosen badges before they are printed: all of them are made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from organizer.badges.checks import BadgeFlaw, flaws_of, hard_of, lost_of
from organizer.badges.people import people_of
from organizer.badges.print_page import PrintPage
from organizer.badges.samples import Sample, draw_samples, rarest_name, sample_people
from organizer.badges.values import badges_of
from organizer.registration.models import Registration
from printables import Badge


@dataclass(frozen=True, slots=True)
class BadgeChecks:
    """Texts that will not come out as they should, person by person, and one more badge to see."""

    lost: Mapping[Registration, list[BadgeFlaw]]
    hard: Mapping[Registration, list[BadgeFlaw]]
    samples: Sequence[Sample]
    """The badge with the rarest kanji, unless the print page shows it anyway."""


def check_badges_of(page: PrintPage) -> BadgeChecks:
    """Return what was found on the badges that are chosen on the print page."""
    people = people_of(page.event.id, page.order, plan_id=page.source.plan_id)
    badges = badges_of(page.source, people)
    flaws = flaws_of(page.source, page.order, page.form.sheet.stock, badges)
    return BadgeChecks(lost_of(flaws), hard_of(flaws), _rarest(page, badges))


def _rarest(page: PrintPage, badges: Mapping[Registration, Badge]) -> Sequence[Sample]:
    if not badges:
        return ()
    person = rarest_name(badges)
    if person in sample_people(page.source, page.order).values():
        return ()
    stock, people = page.form.sheet.stock, {"rarest": person}
    return draw_samples(page.source, page.order, stock, people=people, badges=badges)
