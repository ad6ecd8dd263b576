"""An attendee's card before it is stored."""

from types import SimpleNamespace

from organizer.registration import fields

SPELT_FIELDS = ("name", "company", "title")
"""The fields that can be printed in another spelling, which stands under print_ and their name."""


class RegistrationDetails(SimpleNamespace):
    """An attendee's card, cleaned: a value for each field of the card, empty where none is given.

    `consent_text` are the words by which they agreed to be on the roster; empty if they did not.
    """

    def __init__(self, *, consent_text: str = "", **given: str | bool) -> None:
        empty = {field.key: field.empty for field in fields.CARD_FIELDS}
        if unknown := given.keys() - empty:
            raise TypeError(f"no fields of a card: {', '.join(sorted(unknown))}")
        super().__init__(consent_text=consent_text, **{**empty, **given})
