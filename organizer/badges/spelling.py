"""How names, companies and titles are printed that the typeface cannot show."""

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import HiddenField, StringField
from wtforms.validators import ValidationError

from organizer.accounts.access import staff_only
from organizer.accounts.models import Role
from organizer.badges.blueprint import blueprint
from organizer.core.errors import OrganizerError
from organizer.core.forms import Form, at_most
from organizer.events.models import Event
from organizer.people.text import one_line
from organizer.registration.details import SPELT_FIELDS
from organizer.registration.fields import get_field
from organizer.registration.models import Registration
from organizer.registration.service import spell_for_print
from printables import unprintable


class SpellingForm(Form):
    """Another spelling for one of the texts on a badge; empty means as it is."""

    field = HiddenField()
    spelling = StringField(filters=[one_line])

    def validate_spelling(self, field: StringField) -> None:
        """Refuse what is too long, or cannot be printed either."""
        at_most(get_field(self.field.data).limit)(self, field)
        if lost := unprintable(field.data or ""):
            characters = " ".join(lost)
            raise ValidationError(
                _("The typeface lacks these characters too: %(characters)s", characters=characters)
            )


@blueprint.post("/events/<int:event_id>/print/spelling/<int:registration_id>")
@staff_only(Role.ORGANIZER)
def spelling(event: Event, registration: Registration) -> ResponseReturnValue:
    """Keep how a text is printed that the typeface cannot show."""
    form = SpellingForm()
    if form.field.data not in SPELT_FIELDS:
        abort(400)
    if not form.validate():
        raise OrganizerError(str(form.spelling.errors[0]))
    whole, typed = getattr(registration, form.field.data), form.spelling.data or ""
    spell_for_print(registration.id, form.field.data, typed)
    told = _("%(name)s is printed as “%(other)s”.", name=whole, other=typed)
    flash(told if typed else _("%(name)s is printed as it is.", name=whole), "success")
    return redirect(url_for("badges.index", event_id=event.id))
