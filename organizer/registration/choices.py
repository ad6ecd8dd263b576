"""What can be chosen on an attendee's card: industries, professions, roles."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel.speaklater import LazyString

from organizer.core.i18n import lazy as _l
from organizer.people import industries
from organizer.people.work import find_work
from organizer.registration.importing.roles import read_role
from organizer.registration.models import AttendeeRole

ROLE_NAMES: Mapping[str, LazyString] = {
    AttendeeRole.SPEAKER: _l("Speaker"),
    AttendeeRole.STAFF: _l("Staff"),
    AttendeeRole.LEADER: _l("Table leader"),
    AttendeeRole.VISITOR: _l("Visitor"),
}

Offered = Sequence[tuple[str, str | LazyString]] | Mapping[str, Sequence[tuple[str, str]]]
"""Ids and names to choose from, or groups of them."""


@dataclass(frozen=True, slots=True)
class FieldChoices:
    """The ids that a field may hold, and their names."""

    name: Callable[[str, str], str]
    """The name of an id in a language, empty for what is no id."""
    offered: Callable[[str], Offered]
    """What a form offers in a language."""
    none: LazyString
    """What a form offers for choosing none."""
    find: Callable[[str], str | None]
    """The id that a list's own word stands for, empty for a word that says none of them."""


def _find_industry(word: str) -> str | None:
    work = find_work(word)
    return work[0] if work else None


def _find_profession(word: str) -> str | None:
    work = find_work(word)
    return work[1] if work else None


def _find_role(word: str) -> str | None:
    known = read_role(word)
    return known[0] if known else None


def role_name(role: str, _language: str = "") -> str:
    """Return what a role is called in the reader's language; nothing for none."""
    return str(ROLE_NAMES.get(role, ""))


INDUSTRIES = FieldChoices(
    industries.industry_name, industries.industry_choices, _l("Please choose"), _find_industry
)
PROFESSIONS = FieldChoices(
    industries.profession_name, industries.profession_choices, _l("Please choose"), _find_profession
)
ROLES = FieldChoices(role_name, lambda _language: [*ROLE_NAMES.items()], _l("No role"), _find_role)
