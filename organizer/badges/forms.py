"""What the browser sends about badges to print."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from wtforms import (
    IntegerField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.validators import ValidationError

from organizer.badges.order import BadgeOrder, Sorting, Who
from organizer.badges.people import are_attendees
from organizer.core.forms import Form
from organizer.core.i18n import lazy as _l
from organizer.people.text import one_line
from organizer.printers.badge_sheets import DEFAULT, BadgeSheet, find_by_number
from organizer.printers.models import Printer
from printables import Backs, Template

LOWEST_TO_FOLD_MM = 50.0
SORTINGS = {
    Sorting.KANA: _l("by furigana"),
    Sorting.COMPANY: _l("by company"),
    Sorting.TABLE: _l("by table of the first round"),
    Sorting.REGISTERED: _l("by time of registration"),
}
WHO = {
    Who.ALL: _l("Everybody"),
    Who.CHANGED: _l("Only new and changed ones"),
    Who.CHOSEN: _l("Only people I choose"),
}
DESIGNS = {
    Template.NAME: _l("Large name"),
    Template.COMPANY: _l("Company first"),
    Template.CENTRED: _l("Centred"),
    Template.TALK: _l("Large talk tags"),
}
BACKS = {
    Backs.NONE: _l("Nothing"),
    Backs.LONG_EDGE: _l("Seat card, turned over the long edge"),
    Backs.SHORT_EDGE: _l("Seat card, turned over the short edge"),
    Backs.FOLDED: _l("Seat card, on the same side to be folded"),
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen from at an event, and what was chosen last."""

    event_id: int
    sheets: Mapping[str, BadgeSheet]
    printers: Sequence[Printer]
    has_plan: bool
    last: BadgeOrder
    changed: Callable[[], tuple[int, ...]]
    """Finds whose badges are new or changed since they were printed; asked only if chosen."""


def _one_of(_form: Form, field: Any) -> None:
    if field.data not in [choice.value for choice in field.choices]:
        raise ValidationError(_("Please choose one of these."))


def _radios(label: str, choices: Mapping[Any, Any]) -> RadioField:
    offered = [SelectChoice(str(value), name) for value, name in choices.items()]
    return RadioField(label, choices=offered, validators=[_one_of], validate_choice=False)


def _usual(choices: Choices) -> dict[str, Any]:
    """Return how badges were printed last, as far as that is possible here."""
    usual = choices.last.settings()
    if usual["stock"] not in choices.sheets:
        usual["stock"] = DEFAULT
    if not choices.has_plan:
        usual["backs"] = str(Backs.NONE)
    return usual


class BadgeForm(Form):
    """Whose badges, on which sheets, and how they look."""

    class Meta:
        csrf = False  # each POST is checked as such; a GET only chooses what to look at

    stock = SelectField(_l("Sheets"), validate_choice=False)
    number = StringField(
        _l("Find by part number"),
        filters=[one_line],
        description=_l("From the package, such as 51002 or BM102S."),
    )
    start = IntegerField(_l("First free card of the first sheet"), default=1)
    printer = SelectField(_l("Printer"), validators=[_one_of], validate_choice=False)
    who = _radios(_l("Whose badges"), WHO)
    people = SelectMultipleField(_l("People"), coerce=int, validate_choice=False)
    find = StringField(_l("Find people"), filters=[one_line])
    order = _radios(_l("Order"), SORTINGS)
    template = _radios(_l("Design"), DESIGNS)
    backs = _radios(_l("On the back"), BACKS)

    def __init__(self, sent: Any, choices: Choices) -> None:
        # What an address does not choose is as it was last, so each field falls back by itself.
        super().__init__(formdata=sent, data={**_usual(choices), "who": str(Who.ALL)})
        self.offered = choices
        self.stock.choices = [
            SelectChoice(sheet.key, f"{sheet.name}  {sheet.size}", optgroup=str(sheet.group))
            for sheet in choices.sheets.values()
        ]
        self.printer.choices = [
            SelectChoice("", _("Not corrected")),
            *(SelectChoice(str(printer.id), printer.name) for printer in choices.printers),
        ]
        self._find_stock()

    def _find_stock(self) -> None:
        """Let a part number choose the sheets."""
        found = find_by_number(self.number.data or "", self.offered.sheets)
        self.unknown_number = bool(self.number.data) and found is None
        if found:
            self.stock.data, self.number.data = found.key, ""

    def validate_number(self, _field: StringField) -> None:
        """Refuse numbers that nobody has measured."""
        if self.unknown_number:
            raise ValidationError(
                _("No sheets with this number are known. Measure them as sheets of your own.")
            )

    def validate_stock(self, field: SelectField) -> None:
        """Refuse sheets that nobody offered."""
        if field.data not in self.offered.sheets:
            raise ValidationError(_("Please choose one of the sheets."))

    def validate_start(self, field: IntegerField) -> None:
        """Refuse a card that the sheet does not have."""
        cells = self.sheet.stock.cells
        if field.data is not None and not 1 <= field.data <= cells:
            raise ValidationError(_("Please choose a card from 1 to %(last)s.", last=cells))

    def validate_people(self, field: SelectMultipleField) -> None:
        """Refuse nobody, and people who are not coming."""
        if self.who.data != Who.CHOSEN:
            return
        if field.data is None or not are_attendees(self.offered.event_id, field.data):
            raise ValidationError(_("Please choose people who are coming."))

    def validate_backs(self, field: RadioField) -> None:
        """Refuse backs on which nothing would stand, and folds that make no badge."""
        if field.data != Backs.NONE and not self.offered.has_plan:
            raise ValidationError(_("Seat cards need a table plan. Make the table plan first."))
        if field.data == Backs.FOLDED and self.sheet.stock.h_mm < LOWEST_TO_FOLD_MM:
            raise ValidationError(_("These cards are too low to be folded."))

    @property
    def sheet(self) -> BadgeSheet:
        """The chosen sheets, or the usual ones while the choice is wrong."""
        return self.offered.sheets.get(self.stock.data or "", self.offered.sheets[DEFAULT])

    def badge_order(self) -> BadgeOrder:
        """Return what was chosen; what is wrong is as usual."""
        wrong = self.errors
        printers = {str(printer.id): printer for printer in self.offered.printers}
        return BadgeOrder(
            stock=self.sheet.key,
            start=1 if "start" in wrong or self.start.data is None else self.start.data,
            printer=printers.get(self.printer.data),
            people=() if "people" in wrong else self._people(),
            sorting=Sorting.KANA if "order" in wrong else Sorting(self.order.data),
            template=Template.NAME if "template" in wrong else Template(self.template.data),
            backs=Backs.NONE if "backs" in wrong else Backs(self.backs.data),
        )

    def _people(self) -> tuple[int, ...] | None:
        if self.who.data == Who.CHOSEN:
            return tuple(self.people.data or ())
        return self.offered.changed() if self.who.data == Who.CHANGED else None
