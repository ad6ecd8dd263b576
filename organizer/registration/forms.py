"""What the browser sends about an attendee: forms made from the fields of the card."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from flask_babel import get_locale
from flask_babel import gettext as _
from wtforms import BooleanField, EmailField, Field, SelectField, StringField, TextAreaField
from wtforms.validators import ValidationError

from organizer.core.forms import Form, Validator, required
from organizer.people.industries import find_profession
from organizer.registration.card_field import CardField, FieldKind, Surface
from organizer.registration.details import RegistrationDetails
from organizer.registration.fields import fields_in

_INPUTS = {
    FieldKind.TEXT: TextAreaField,
    FieldKind.EMAIL: EmailField,
    FieldKind.CHOICE: SelectField,
    FieldKind.YES_NO: BooleanField,
}


class CardForm(Form):
    """An attendee's card; `card_form` adds the fields of one form."""

    roster_consent = BooleanField()
    card_fields: Sequence[CardField] = ()

    def __init__(self, *args: Any, consent_text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roster_consent.label.text = self.consent_text = consent_text
        language = get_locale().language
        for field in self.card_fields:
            if field.choices:
                offered = field.choices.offered(language)
                none = [("", field.choices.none)]
                # Groups leave no room for choosing none, which the page adds to them.
                choices = offered if isinstance(offered, dict) else [*none, *offered]
                self._fields[field.key].choices = choices

    def validate_profession(self, sent: SelectField) -> None:
        """Refuse a profession of another industry; one alone says its industry."""
        found = find_profession(sent.data or "")
        if found is None:
            return
        self.industry.data = self.industry.data or found[0].id
        if found[0].id != self.industry.data:
            raise ValidationError(_("This profession belongs to another industry."))

    def details(self) -> RegistrationDetails:
        """Return what was entered, once it is valid; what the form does not ask for is empty."""
        sent = {field.key: self._fields[field.key].data for field in self.card_fields}
        return RegistrationDetails(
            **{key: value for key, value in sent.items() if value},
            consent_text=self.consent_text if self.roster_consent.data else "",
        )


def card_form(surface: Surface, *, consent_text: str, card: object = None) -> CardForm:
    """Return the public form or the staff's, filled in with a card or with what was sent."""
    return _form_class(surface, tuple(fields_in(surface)))(obj=card, consent_text=consent_text)


@cache
def _form_class(surface: Surface, fields: tuple[CardField, ...]) -> type[CardForm]:
    inputs = {f.key: _input(f, is_required=surface in f.required_in) for f in fields}
    made: type[CardForm] = type("CardForm", (CardForm,), {"card_fields": fields, **inputs})
    return made


def _input(field: CardField, *, is_required: bool) -> Field:
    about = {"label": field.label, "description": field.description}
    if field.kind == FieldKind.YES_NO:
        return BooleanField(**about)
    if field.kind == FieldKind.CHOICE:
        about |= {"default": "", "validate_choice": False}
    shown: dict[str, Any] = {"rows": 2} if field.kind == FieldKind.TEXT else {}
    return _INPUTS.get(field.kind, StringField)(
        **about,
        filters=[lambda typed: field.clean(typed or "")],
        validators=[*([required()] if is_required else []), _checked(field)],
        render_kw=shown | ({"autocomplete": field.autocomplete} if field.autocomplete else {}),
    )


def _checked(field: CardField) -> Validator:
    def check(_form: Form, sent: Field) -> None:
        if wrong := field.check(sent.data):
            raise ValidationError(wrong)

    if field.limit:
        check.field_flags = {"maxlength": field.limit}  # type: ignore[attr-defined]  # how WTForms is told
    return check
