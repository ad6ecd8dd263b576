"""What people read about an attendee, and the sentences about personal data they agree to."""

from flask_babel import get_locale
from flask_babel import gettext as _

from organizer.core.i18n import lazy as _l
from organizer.people.industries import industry_name, profession_name
from organizer.registration.details import RegistrationDetails
from organizer.registration.models import AttendeeRole, Registration, Status

ROLE_NAMES = {
    AttendeeRole.SPEAKER: _l("Speaker"),
    AttendeeRole.STAFF: _l("Staff"),
    AttendeeRole.LEADER: _l("Table leader"),
    AttendeeRole.VISITOR: _l("Visitor"),
}

STATUS_NAMES = {
    Status.APPLIED: _l("Applied"),
    Status.WAITLISTED: _l("On the waiting list"),
    Status.CONFIRMED: _l("Registered"),
    Status.CANCELLED: _l("Cancelled"),
    Status.DECLINED: _l("Declined"),
}


def status_name(status: Status) -> str:
    """Return where a registration stands, in a word."""
    return str(STATUS_NAMES[status])


def work_of(card: Registration | RegistrationDetails) -> str:
    """Return what somebody does: the profession, which says more, or else the industry."""
    language = get_locale().language
    return profession_name(card.profession, language) or industry_name(card.industry, language)


def role_name(role: str) -> str:
    """Return what a role is called; nothing for none."""
    return str(ROLE_NAMES[AttendeeRole(role)]) if role else ""


def standing_of(card: Registration | RegistrationDetails) -> list[str]:
    """Return what somebody is beyond an attendee: their role, and whether they are new here."""
    standing = (role_name(card.role), _("First time") if card.first_time else "")
    return [word for word in standing if word]


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
            "I agree that %(host)s puts my name, furigana, company, title, industry and PR line on "
            "the roster that the attendees of this event receive. My e-mail is not on it.",
            host=host,
        )
    )


def roster_consent_told(host: str) -> str:
    """Return the words by which staff note that a guest has agreed to them in person."""
    return str(
        _(
            "The attendee has told us they agree that %(host)s puts their name, furigana, company, "
            "title, industry and PR line on the roster that the attendees of this event receive.",
            host=host,
        )
    )
