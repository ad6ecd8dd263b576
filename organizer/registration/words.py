"""What people read about an attendee, and the sentences about personal data they agree to."""

from collections.abc import Mapping

from flask_babel import get_locale
from flask_babel import gettext as _

from organizer.core.i18n import lazy as _l
from organizer.people.industries import industry_name, profession_name
from organizer.registration.card_field import Surface
from organizer.registration.choices import role_name
from organizer.registration.details import RegistrationDetails
from organizer.registration.fields import fields_in
from organizer.registration.models import Registration, Status

STATUS_NAMES = {
    Status.APPLIED: _l("Applied"),
    Status.WAITLISTED: _l("On the waiting list"),
    Status.CONFIRMED: _l("Registered"),
    Status.CANCELLED: _l("Cancelled"),
    Status.DECLINED: _l("Declined"),
}


_USUAL = (
    "name",
    "name_kana",
    "company",
    "title",
    "industry",
    "profession",
    "email",
    "role",
    "first_time",
)
"""The fields that lists of attendees lay out themselves."""


def status_name(status: Status) -> str:
    """Return where a registration stands, in a word."""
    return str(STATUS_NAMES[status])


def said_on(
    surface: Surface, card: Registration | RegistrationDetails, *, language: str
) -> Mapping[str, str]:
    """Return what a surface shows of a card, in words, by field."""
    return {field.key: field.in_words(card, language=language) for field in fields_in(surface)}


def work_of(card: Registration | RegistrationDetails) -> str:
    """Return what somebody does: the profession, which says more, or else the industry."""
    language = get_locale().language
    return profession_name(card.profession, language) or industry_name(card.industry, language)


def chips_of(card: Registration | RegistrationDetails) -> list[str]:
    """Return the chips beside a name: the role at the event, and whether somebody is new."""
    chips = (role_name(card.role), _("First time") if card.first_time else "")
    return [word for word in chips if word]


def more_of(card: Registration | RegistrationDetails, surface: Surface) -> list[tuple[str, str]]:
    """Return label and words of the other fields that a list shows of a card."""
    language = get_locale().language
    others = (field for field in fields_in(surface) if field.key not in _USUAL)
    said = ((field.label, field.in_words(card, language=language)) for field in others)
    return [(str(label), words) for label, words in said if words]


def at_the_door(registration: Registration) -> str:
    """Return what the door shows of somebody below their name."""
    said = said_on(Surface.DOOR, registration, language=get_locale().language)
    return " · ".join(words for key, words in said.items() if words and key != "name")


def purpose(host: str) -> str:
    """Return what a host uses the entered data for, as the law wants it said beforehand."""
    return str(
        _(
            "%(host)s uses what you enter to hold this event: to register and seat you, to print "
            "badges and table sheets, which the people around you see, and to write to you about "
            "the event. It is not used for anything else. To have it corrected or deleted, "
            "please contact the host.",
            host=host,
        )
    )


def roster_consent(host: str) -> str:
    """Return the words by which a guest agrees to be on the roster."""
    return str(
        _(
            "I agree that %(host)s puts this about me on the roster that the attendees of this "
            "event receive: %(fields)s. My e-mail is not on it.",
            host=host,
            fields=_roster_fields(),
        )
    )


def roster_consent_told(host: str) -> str:
    """Return the words by which staff note that a guest has agreed to them in person."""
    return str(
        _(
            "The attendee has told us they agree that %(host)s puts this about them on the roster "
            "that the attendees of this event receive: %(fields)s.",
            host=host,
            fields=_roster_fields(),
        )
    )


def _roster_fields() -> str:
    return str(_(", ")).join(str(field.label) for field in fields_in(Surface.ROSTER))
