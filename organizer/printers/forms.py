"""What the browser sends about printers and sheets of one's own."""

import math
from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from wtforms import BooleanField, FloatField, IntegerField, StringField
from wtforms.validators import StopValidation

from organizer.core.errors import OrganizerError
from organizer.core.forms import Form, at_most, required
from organizer.core.i18n import lazy as _l
from organizer.people.text import one_line
from organizer.printers.badge_sheets import stock_of
from organizer.printers.models import OwnStock
from organizer.printers.pictures import as_image
from organizer.printers.refusals import refusals_in_words
from printables import Stock, draw_stock

FARTHEST_MM = 10.0
WIDEST_MM, HIGHEST_MM = 450.0, 600.0  # A3 and a little more
NARROWEST_CARD_MM, LOWEST_CARD_MM = 40.0, 25.0
MOST_COLS, MOST_ROWS = 11, 24
SLACK_MM = 0.3  # makers round their measures


class _Between:
    """Refuse what is no number, or lies outside of two bounds; the browser is told them too."""

    def __init__(self, least: float, most: float, unit: str = " mm") -> None:
        self.least, self.most, self.unit = least, most, unit
        self.field_flags = {"required": True}

    def __call__(self, _form: Form, field: Any) -> None:
        number = field.data
        fits = number is not None and math.isfinite(number) and self.least <= number <= self.most
        if field.process_errors or not fits:
            field.errors = []
            raise StopValidation(
                _(
                    "A number from %(least)s to %(most)s, please.",
                    least=f"{self.least:g}",
                    most=f"{self.most:g}{self.unit}",
                )
            )


class _Millimetres(FloatField):  # type: ignore[misc]  # WTForms has no types
    """A measure, shown as people write it: 210, not 210.0."""

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else f"{self.data:g}"


def _name(label: str) -> StringField:
    return StringField(label, filters=[one_line], validators=[required(), at_most(60)])


def _mm(label: str, least: float, most: float, **kwargs: Any) -> _Millimetres:
    kwargs["render_kw"] = {"inputmode": "decimal"}
    return _Millimetres(label, validators=[_Between(least, most)], **kwargs)


def _count(label: str, most: int, default: int) -> IntegerField:
    kwargs = {"default": default, "render_kw": {"inputmode": "numeric"}}
    return IntegerField(label, validators=[_Between(1, most, "")], **kwargs)


def _shift(label: str) -> _Millimetres:
    return _mm(label, -FARTHEST_MM, FARTHEST_MM, default=0.0)


class MeasuresForm(Form):
    """What is kept for an organization under a name, with its measures."""

    def measures(self) -> Mapping[str, Any]:
        """Return what was entered, as the columns of a row."""
        return {name: value for name, value in self.data.items() if name != "csrf_token"}


class PrinterForm(MeasuresForm):
    """How far a printer is off."""

    name = _name(_l("Name of the printer"))
    dx_mm = _shift(_l("dx: to the right, in mm"))
    dy_mm = _shift(_l("dy: down, in mm"))
    back_dx_mm = _shift(_l("Backs: to the right, in mm"))
    back_dy_mm = _shift(_l("Backs: down, in mm"))


class StockForm(MeasuresForm):
    """Sheets as they are measured with a ruler; the usual business cards to begin with."""

    name = _name(_l("Name of the sheets"))
    page_w_mm = _mm(_l("Width of the sheet"), 50, WIDEST_MM, default=210.0)
    page_h_mm = _mm(_l("Height of the sheet"), 50, HIGHEST_MM, default=297.0)
    cols = _count(_l("Cards across"), MOST_COLS, 2)
    rows = _count(_l("Cards down"), MOST_ROWS, 5)
    w_mm = _mm(_l("Width of a card"), NARROWEST_CARD_MM, WIDEST_MM, default=91.0)
    h_mm = _mm(_l("Height of a card"), LOWEST_CARD_MM, HIGHEST_MM, default=55.0)
    left_mm = _mm(_l("Left margin"), 0, WIDEST_MM, default=14.0)
    top_mm = _mm(_l("Top margin"), 0, HIGHEST_MM, default=11.0)
    pitch_x_mm = _mm(_l("From left edge to left edge"), 0, WIDEST_MM, default=91.0)
    pitch_y_mm = _mm(_l("From top edge to top edge"), 0, HIGHEST_MM, default=55.0)
    cut_marks = BooleanField(_l("Print marks where to cut"))

    def validate(self, extra_validators: Any = None) -> bool:
        """Also refuse cards that overlap or leave the sheet, beside the measure to change."""
        good = super().validate(extra_validators)
        if set(self.errors) - {"name"}:
            return False
        across = (self.cols, self.w_mm, self.left_mm, self.pitch_x_mm, self.page_w_mm)
        down = (self.rows, self.h_mm, self.top_mm, self.pitch_y_mm, self.page_h_mm)
        fits = [_check_fit(*across), _check_fit(*down)]
        return all(fits) and self._exists() and good

    def _exists(self) -> bool:
        """Ask the library, which has the last word."""
        try:
            self.stock()
        except OrganizerError as error:
            self.refuse(error)
            return False
        return True

    @refusals_in_words()
    def stock(self) -> Stock:
        """Return the sheets as the library knows them. Raises OrganizerError."""
        return stock_of(OwnStock(id=0, **self.measures()))

    def drawing(self) -> str:
        """Return the sheet as an image; nothing while the measures make none."""
        return "" if self.errors else as_image(draw_stock(self.stock()))


def _check_fit(count: Any, size: Any, start: Any, pitch: Any, page: Any) -> bool:
    """Whether cards fit on a sheet in one direction; else say by how much they do not."""
    if count.data > 1 and pitch.data < size.data:
        text = _("The cards overlap: this is less than a card, %(size)s mm.", size=f"{size.data:g}")
        pitch.errors = [*pitch.errors, text]
        return False
    end = start.data + (count.data - 1) * pitch.data + size.data
    if end > page.data + SLACK_MM:
        text = _("The cards need %(end)s mm, more than the sheet has.", end=f"{end:g}")
        page.errors = [*page.errors, text]
        return False
    return True
