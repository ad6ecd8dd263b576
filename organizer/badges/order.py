"""An order for badges: whose, on which sheets, how they lie there, and how they look."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from organizer.core.db import db
from organizer.printers.badge_sheets import DEFAULT
from organizer.printers.models import Printer
from printables import Backs, Template


class Sorting(StrEnum):
    """How badges are sorted on their sheets."""

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
class BadgeOrder:
    """Everything that decides what a PDF of badges looks like."""

    stock: str = DEFAULT
    start: int = 1
    """The first free card of the first sheet."""
    printer: Printer | None = None
    people: tuple[int, ...] | None = None
    """The ids of whose badges are printed; None for all attendees."""
    sorting: Sorting = Sorting.KANA
    template: Template = Template.NAME
    backs: Backs = Backs.NONE

    def settings(self) -> dict[str, Any]:
        """Return what is worth remembering, as a form's fields hold it."""
        return {
            "stock": self.stock,
            "printer": str(self.printer.id) if self.printer else "",
            "order": str(self.sorting),
            "template": str(self.template),
            "backs": str(self.backs),
        }


def order_of(settings: Mapping[str, Any]) -> BadgeOrder:
    """Return the order with these settings; a printer that is gone is none."""
    printer = settings["printer"]
    return BadgeOrder(
        stock=settings["stock"],
        printer=db.session.get(Printer, int(printer)) if printer else None,
        sorting=Sorting(settings["order"]),
        template=Template(settings["template"]),
        backs=Backs(settings["backs"]),
    )
