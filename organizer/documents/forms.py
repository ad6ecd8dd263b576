"""What the browser sends about a print."""

from typing import Any

from flask_babel import gettext as _
from wtforms import IntegerField, RadioField, SelectChoice, ValidationError

from organizer.core.forms import Form
from organizer.core.i18n import lazy as _l
from printables import Stock, find_stock

STOCKS = {
    "aone-51002": _l("A-one 51002, perforated cards"),
    "plain-a4": _l("Plain A4 paper with cut marks"),
}
DEFAULT_STOCK = "aone-51002"


class BadgeForm(Form):
    """Which sheets the badges are printed on, and where to begin on the first of them."""

    class Meta:
        csrf = False  # it only chooses what to read, and sends nothing that is stored

    stock = RadioField(
        _l("Sheets"),
        choices=[SelectChoice(stock_id, name) for stock_id, name in STOCKS.items()],
        default=DEFAULT_STOCK,
        validate_choice=False,
    )
    start = IntegerField(_l("First free card of the first sheet"), default=1)

    def __init__(self, sent: Any) -> None:
        # Addresses without a choice mean the usual one, so each field falls back by itself.
        super().__init__(formdata=sent)

    def validate_stock(self, field: RadioField) -> None:
        """Refuse sheets that nobody offered."""
        if field.data not in STOCKS:
            raise ValidationError(_("Please choose one of the sheets."))

    def validate_start(self, field: IntegerField) -> None:
        """Refuse a card that the sheet does not have."""
        cells = self.chosen_stock().cells
        if field.data is not None and not 1 <= field.data <= cells:
            raise ValidationError(_("Please choose a card from 1 to %(last)s.", last=cells))

    def chosen_stock(self) -> Stock:
        """Return the chosen stock, or the usual one while the choice is wrong."""
        stock = find_stock(self.stock.data if self.stock.data in STOCKS else DEFAULT_STOCK)
        assert stock is not None
        return stock
