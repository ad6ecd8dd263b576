"""What the browser sends to sign up, sign in, invite, and choose a logo."""

from flask_wtf.file import FileField, FileRequired
from wtforms import EmailField, PasswordField, RadioField, SelectChoice, StringField
from wtforms.validators import Email, Length

from organizer.accounts.models import Role
from organizer.core.forms import Form, at_most, required, strip
from organizer.core.i18n import lazy as _l

ROLE_NAMES = {
    Role.OWNER: _l("Owner"),
    Role.ORGANIZER: _l("Organizer"),
    Role.DOOR: _l("Door staff"),
}
ROLE_NOTES = {
    Role.OWNER: _l("everything, also staff and roles"),
    Role.ORGANIZER: _l("events, attendees, tables, print"),
    Role.DOOR: _l("the door on the evening"),
}


def _email(label: str) -> EmailField:
    return EmailField(
        label,
        filters=[strip],
        validators=[required(), Email(_l("This is not an e-mail address.")), at_most(254)],
        render_kw={"autocomplete": "username"},
    )


class SignInForm(Form):
    """E-mail and password."""

    email = _email(_l("E-mail"))
    password = PasswordField(
        _l("Password"), validators=[required()], render_kw={"autocomplete": "current-password"}
    )


class SignUpForm(Form):
    """Who somebody is, when they come by a one-time link."""

    name = StringField(
        _l("Your name"),
        filters=[strip],
        validators=[required(), at_most(100)],
        render_kw={"autocomplete": "name"},
    )
    email = _email(_l("E-mail"))
    password = PasswordField(
        _l("Password"),
        description=_l("At least 10 characters."),
        validators=[
            required(),
            Length(min=10, max=200, message=_l("Between %(min)d and %(max)d characters.")),
        ],
        render_kw={"autocomplete": "new-password"},
    )


class InviteForm(Form):
    """Whom to invite, and as what."""

    note = StringField(
        _l("Who is it for?"),
        description=_l("For your own list: a name is enough."),
        filters=[strip],
        validators=[required(), at_most(100)],
    )
    role = RadioField(
        _l("Role"),
        choices=[SelectChoice(role, name) for role, name in ROLE_NAMES.items()],
        default=Role.DOOR,
    )


class LogoForm(Form):
    """The organization's picture."""

    file = FileField(
        _l("Picture"),
        description=_l("PNG or JPEG, up to 5 MB. A wide one on white looks best."),
        validators=[FileRequired(_l("Please choose a file."))],
        render_kw={"accept": "image/png,image/jpeg"},
    )
