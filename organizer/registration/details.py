"""What an attendee says about themselves."""

from dataclasses import dataclass

from organizer.registration.models import Registration
from organizer.registration.talk_tags import BETWEEN, LONGEST, MOST

LIMITS = {
    "name": 100,
    "name_kana": 100,
    "company": 150,
    "title": 100,
    "email": 254,
    "offers": 500,
    "wants": 500,
    "pr_line": 200,
    "talk_tags": MOST * LONGEST + (MOST - 1) * len(BETWEEN),
}
"""The longest text of each field, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationDetails:
    """An attendee's card, cleaned: as typed, on one line where it is one, kana in katakana."""

    name: str
    name_kana: str = ""
    company: str = ""
    title: str = ""
    industry: str = ""
    profession: str = ""
    email: str = ""
    offers: str = ""
    wants: str = ""
    pr_line: str = ""
    role: str = ""
    """One of the roles at the event, or empty."""
    first_time: bool = False
    talk_tags: str = ""
    consent_text: str = ""
    """The words by which they agreed to be on the roster; empty if they did not."""


CARD_FIELDS = tuple(n for n in RegistrationDetails.__dataclass_fields__ if n != "consent_text")
"""The fields that a registration row has under the same name."""

SPELT_FIELDS = ("name", "company", "title")
"""The fields that can be printed in another spelling, which stands under print_ and their name."""


def details_of(registration: Registration) -> RegistrationDetails:
    """Return the card as it stands."""
    return RegistrationDetails(
        **{name: getattr(registration, name) for name in CARD_FIELDS},
        consent_text=registration.roster_consent_text if registration.roster_consent else "",
    )
