"""The base of all forms, and validators that they share."""

from collections.abc import Callable
from typing import Any

from flask import request
from flask_babel import get_locale
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Field
from wtforms.meta import DefaultMeta
from wtforms.validators import DataRequired, Length, StopValidation

from organizer.core.errors import OrganizerError
from organizer.core.i18n import lazy as _l

Validator = Callable[[FlaskForm, Field], None]


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """A form whose mistakes are shown beside their fields."""

    csrf_token = ""  # templates may ask for it where tokens are off; else it is a field

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # Flask-WTF has no types
        # WTForms keeps its sentences of each language; Flask-WTF would read them for each request.
        get_translations = DefaultMeta.get_translations

        @property
        def locales(self) -> list[str]:
            """The language in which WTForms speaks."""
            return [get_locale().language]

        def wrap_formdata(self, form: FlaskForm, formdata: Any) -> Any:
            """Read forms only; Flask-WTF would also take JSON, of whatever shape it is."""
            if request.is_json and not isinstance(formdata, MultiDict):
                return None
            return super().wrap_formdata(form, formdata)

    def refuse(self, error: OrganizerError) -> None:
        """Show a command's refusal beside the field it names, or above the form."""
        if error.field in self:
            self[error.field].errors = [*self[error.field].errors, error.message]
        else:
            self.form_errors.append(error.message)


def strip(value: Any) -> Any:
    """Remove white space around what was typed (also the full-width space)."""
    return value.strip() if isinstance(value, str) else value


def required(message: str | None = None) -> DataRequired:
    """Refuse an empty field."""
    return DataRequired(message or _l("Please fill this in."))


def readable(message: str) -> Validator:
    """Refuse, in one sentence, what is missing or could not be read as this kind of field."""

    def check(_form: FlaskForm, field: Field) -> None:
        if field.process_errors or field.data is None or not field.raw_data:
            field.errors = []
            raise StopValidation(message)

    check.field_flags = {"required": True}  # type: ignore[attr-defined]  # how WTForms is told
    return check


def at_most(length: int) -> Length:
    """Refuse a text longer than `length` characters."""
    return Length(max=length, message=_l("At most %(max)d characters."))
