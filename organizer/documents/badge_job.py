"""A job of badges: whose, in which order, on which sheets, and how they look."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from organizer.printers.models import Printer
from organizer.printers.sheets import DEFAULT
from organizer.programme.schedule import RoundSchedule
from organizer.registration.models import Registration
from printables import Backs, Template


class Order(StrEnum):
    """In which order badges lie on their sheets."""

    KANA = "kana"
    COMPANY = "company"
    TABLE = "table"
    REGISTERED = "registered"


class Who(StrEnum):
    """Whose badges are printed."""

    ALL = "all"
    CHANGED = "changed"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class BadgeJob:
    """Everything that decides what a PDF of badges looks like."""

    stock: str = DEFAULT
    start: int = 1
    printer: Printer | None = None
    people: tuple[int, ...] = ()
    order: Order = Order.KANA
    template: Template = Template.NAME
    backs: Backs = Backs.NONE

    def settings(self) -> dict[str, Any]:
        """Return what is worth remembering, as a form's fields hold it."""
        return {
            "stock": self.stock,
            "printer": str(self.printer.id) if self.printer else "",
            "order": str(self.order),
            "template": str(self.template),
            "backs": str(self.backs),
        }


def in_order(
    attendees: Iterable[Registration], order: Order, *, schedule: Sequence[RoundSchedule]
) -> list[Registration]:
    """Return attendees, given in 五十音順, as their badges are to lie.

    Those without a company or a table come last.
    """
    if order == Order.COMPANY:
        return sorted(attendees, key=lambda a: (not a.company, a.company))
    if order == Order.TABLE:
        places = _places(schedule)
        return sorted(attendees, key=lambda a: places.get(a.id, len(places)))
    if order == Order.REGISTERED:
        return sorted(attendees, key=lambda a: (a.created_at, a.id))
    return list(attendees)


def _places(schedule: Sequence[RoundSchedule]) -> Mapping[int, int]:
    """Number the seats of the first round, table by table."""
    tables = schedule[0].tables if schedule else ()
    seated = [turn.registration.id for table in tables for turn in table.turns]
    return {registration_id: place for place, registration_id in enumerate(seated)}
