"""What the browser sends about an attendee."""

from typing import Any

from flask_babel import get_locale
from flask_babel import gettext as _
from wtforms import BooleanField, EmailField, SelectField, StringField, TextAreaField
from wtforms.validators import ValidationError

from organizer.core.forms import Form, at_most, required
from organizer.core.i18n import lazy as _l
from organizer.people.email import clean_email, is_email
from organizer.people.industries import find_profession, industry_choices, profession_choices
from organizer.people.text import lines, one_line
from organizer.registration.details import CARD_FIELDS, LIMITS, RegistrationDetails
from organizer.registration.reading import clean_kana, is_kana
from organizer.registration.talk_tags import LONGEST, MOST, clean_tags, tags_of
from organizer.registration.words import ROLE_NAMES


def clean_address(text: Any) -> Any:
    """Return an e-mail address as it is kept."""
    return clean_email(one_line(text)) if isinstance(text, str) else text


def _line(label: str, name: str, *validators: Any, **kwargs: Any) -> StringField:
    kwargs = {"filters": [one_line], **kwargs}
    return StringField(label, validators=[*validators, at_most(LIMITS[name])], **kwargs)


def _text(label: str, name: str, **kwargs: Any) -> TextAreaField:
    limit = LIMITS[name]
    kwargs["render_kw"] = {"rows": 2, "maxlength": limit}
    return TextAreaField(label, filters=[lines], validators=[at_most(limit)], **kwargs)


def _reading(*validators: Any) -> StringField:
    return _line(
        _l("Furigana"),
        "name_kana",
        *validators,
        filters=[clean_kana],
        description=_l("In katakana or hiragana: ヤマダ タロウ. Without kana, in Latin letters."),
    )


def _address(*validators: Any) -> EmailField:
    return EmailField(
        _l("E-mail"),
        filters=[clean_address],
        validators=[*validators, at_most(LIMITS["email"])],
        render_kw={"autocomplete": "email"},
    )


class CardForm(Form):
    """An attendee's card as staff write it: the name is enough."""

    name = _line(
        _l("Name"),
        "name",
        required(),
        description=_l("As on the business card: 山田 太郎."),
        render_kw={"autocomplete": "name"},
    )
    name_kana = _reading()
    company = _line(
        _l("Company"),
        "company",
        description=_l("Or the name of the business."),
        render_kw={"autocomplete": "organization"},
    )
    title = _line(
        _l("Title or position"), "title", render_kw={"autocomplete": "organization-title"}
    )
    industry = SelectField(_l("Industry"), default="")
    # Checked below: the choices are grouped, which leaves no room for choosing none.
    profession = SelectField(_l("Profession"), default="", validate_choice=False)
    email = _address()
    offers = _text(_l("Can offer"), "offers")
    wants = _text(_l("Looking for"), "wants")
    pr_line = _line(_l("PR line"), "pr_line", description=_l("The business in one sentence."))
    talk_tags = StringField(
        _l("Likes to talk about"),
        filters=[clean_tags],
        description=_l("Up to three short words, for the badge: golf, succession, camping."),
    )
    role = SelectField(_l("Role at this event"), default="")
    first_time = BooleanField(_l("Here for the first time"))
    roster_consent = BooleanField()

    def __init__(self, *args: Any, consent_text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roster_consent.label.text = self.consent_text = consent_text
        language = get_locale().language
        self.industry.choices = [("", _("Please choose")), *industry_choices(language)]
        self.profession.choices = profession_choices(language)
        if self.role:
            self.role.choices = [("", _("No role")), *ROLE_NAMES.items()]

    def validate_name_kana(self, field: StringField) -> None:
        """Refuse what cannot be sorted."""
        if not is_kana(field.data or ""):
            raise ValidationError(_("Please write the reading in katakana or hiragana."))

    def validate_email(self, field: EmailField) -> None:
        """Refuse what no mail can be sent to."""
        if field.data and not is_email(field.data):
            raise ValidationError(_("This is not an e-mail address."))

    def validate_profession(self, field: SelectField) -> None:
        """Refuse a profession of another industry; one alone says its industry."""
        if not field.data:
            return
        found = find_profession(field.data)
        if found is None:
            raise ValidationError(_("Please choose one from the list."))
        self.industry.data = self.industry.data or found[0].id
        if found[0].id != self.industry.data:
            raise ValidationError(_("This profession belongs to another industry."))

    def validate_talk_tags(self, field: StringField) -> None:
        """Refuse more than a badge has room for."""
        tags = tags_of(field.data or "")
        if len(tags) > MOST:
            raise ValidationError(_("At most %(count)s, please.", count=MOST))
        if any(len(tag) > LONGEST for tag in tags):
            raise ValidationError(
                _("At most %(count)s characters each. Write commas between them.", count=LONGEST)
            )

    def details(self) -> RegistrationDetails:
        """Return what was entered, once it is valid; what the form does not ask for is empty."""
        sent = {name: self._fields[name].data for name in CARD_FIELDS if name in self._fields}
        return RegistrationDetails(
            **{name: value for name, value in sent.items() if value},
            consent_text=self.consent_text if self.roster_consent.data else "",
        )


class ApplyForm(CardForm):
    """The card as guests write it on the public page."""

    name_kana = _reading(required())
    email = _address(required())
    role = None
    first_time = BooleanField(_l("This is my first time"))
