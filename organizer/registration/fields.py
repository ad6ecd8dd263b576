"""The fields of an attendee's card, each declared once.

Forms, import, lists, workbook, roster and door show the fields that name them as a surface, under
one label, cleaned and checked by one rule. A new field is an entry here, a column of the row with
its migration, and its words.
"""

from organizer.core.i18n import lazy as _l
from organizer.people.email import LONGEST as LONGEST_ADDRESS
from organizer.registration.card_field import CardField, FieldKind, Surface
from organizer.registration.choices import INDUSTRIES, PROFESSIONS, ROLES

_ENTERED = frozenset({Surface.PUBLIC_FORM, Surface.STAFF_FORM, Surface.IMPORT, Surface.WORKBOOK})
_IN_CHIPS = frozenset({Surface.PREVIEW, Surface.LIST, Surface.BADGE})
_SHOWN = _ENTERED | _IN_CHIPS | {Surface.ROSTER}

CARD_FIELDS: tuple[CardField, ...] = (
    CardField(
        key="name",
        label=_l("Name"),
        kind=FieldKind.LINE,
        limit=100,
        surfaces=_SHOWN | {Surface.DOOR},
        required_in=_ENTERED,
        description=_l("As on the business card: 山田 太郎."),
        autocomplete="name",
    ),
    CardField(
        key="name_kana",
        label=_l("Furigana"),
        kind=FieldKind.READING,
        limit=100,
        surfaces=_SHOWN | {Surface.DOOR},
        required_in=frozenset({Surface.PUBLIC_FORM}),
        description=_l("In katakana or hiragana: ヤマダ タロウ. Without kana, in Latin letters."),
    ),
    CardField(
        key="company",
        label=_l("Company"),
        kind=FieldKind.LINE,
        limit=150,
        surfaces=_SHOWN | {Surface.DOOR},
        description=_l("Or the name of the business."),
        autocomplete="organization",
    ),
    CardField(
        key="title",
        label=_l("Title or position"),
        kind=FieldKind.LINE,
        limit=100,
        surfaces=_SHOWN,
        autocomplete="organization-title",
    ),
    CardField(
        key="industry",
        label=_l("Industry"),
        kind=FieldKind.CHOICE,
        choices=INDUSTRIES,
        surfaces=_SHOWN,
    ),
    CardField(
        key="profession",
        label=_l("Profession"),
        kind=FieldKind.CHOICE,
        choices=PROFESSIONS,
        surfaces=_ENTERED | {Surface.PREVIEW, Surface.LIST},
    ),
    CardField(
        key="email",
        label=_l("E-mail"),
        kind=FieldKind.EMAIL,
        limit=LONGEST_ADDRESS,
        surfaces=_ENTERED | {Surface.PREVIEW},
        required_in=frozenset({Surface.PUBLIC_FORM}),
        autocomplete="email",
        is_wide=True,
    ),
    CardField(
        key="pr_line",
        label=_l("PR line"),
        kind=FieldKind.LINE,
        limit=200,
        surfaces=_ENTERED | {Surface.ROSTER},
        description=_l("The business in one sentence."),
        is_wide=True,
    ),
    CardField(
        key="offers",
        label=_l("Can offer"),
        kind=FieldKind.TEXT,
        limit=500,
        surfaces=_ENTERED | {Surface.ROSTER},
    ),
    CardField(
        key="wants",
        label=_l("Looking for"),
        kind=FieldKind.TEXT,
        limit=500,
        surfaces=_ENTERED | {Surface.ROSTER},
    ),
    CardField(
        key="talk_tags",
        label=_l("Likes to talk about"),
        kind=FieldKind.TAGS,
        surfaces=_ENTERED | {Surface.PREVIEW, Surface.BADGE},
        description=_l("Up to three short words, for the badge: golf, succession, camping."),
        is_wide=True,
    ),
    CardField(
        key="role",
        label=_l("Role at this event"),
        kind=FieldKind.CHOICE,
        choices=ROLES,
        surfaces=(_ENTERED | {Surface.PREVIEW, Surface.LIST, Surface.BADGE})
        - {Surface.PUBLIC_FORM},
    ),
    CardField(
        key="first_time",
        label=_l("Here for the first time"),
        kind=FieldKind.YES_NO,
        surfaces=_ENTERED | _IN_CHIPS,
    ),
)
"""All fields, in the order in which forms ask and lists show them."""


def fields_in(surface: Surface) -> list[CardField]:
    """Return the fields that appear on a surface, in order."""
    return [field for field in CARD_FIELDS if surface in field.surfaces]


def get_field(key: str) -> CardField:
    """Return a field of the card."""
    return next(field for field in CARD_FIELDS if field.key == key)
