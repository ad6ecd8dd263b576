"""A field of an attendee's card: how it is cleaned, checked, read from lists, and shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from flask_babel.speaklater import LazyString

from organizer.core.i18n import lazy as _l
from organizer.people.email import clean_email, is_email
from organizer.people.text import lines, one_line
from organizer.registration import talk_tags
from organizer.registration.choices import FieldChoices
from organizer.registration.furigana import clean_kana, is_kana
from organizer.registration.importing.roles import says_yes
from organizer.registration.talk_tags import BETWEEN, LONGEST, MOST, clean_tags, tags_of


class FieldKind(Enum):
    """What a field holds; it decides how the field is typed, cleaned and checked."""

    LINE = auto()
    TEXT = auto()
    READING = auto()
    EMAIL = auto()
    CHOICE = auto()
    TAGS = auto()
    YES_NO = auto()


class Surface(Enum):
    """A form, a page or a sheet on which fields appear."""

    PUBLIC_FORM = auto()
    STAFF_FORM = auto()
    IMPORT = auto()
    PREVIEW = auto()
    """The page that shows a list before it is imported."""
    LIST = auto()
    WORKBOOK = auto()
    BADGE = auto()
    ROSTER = auto()
    DOOR = auto()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CardField:
    """One field of the card."""

    key: str
    """The column of the row, and the name in forms and imports."""
    label: LazyString
    kind: FieldKind
    surfaces: frozenset[Surface]
    required_in: frozenset[Surface] = frozenset()
    limit: int = 0
    """The longest text, in characters; 0 for what is chosen."""
    choices: FieldChoices | None = None
    description: LazyString | str = ""
    """What a form says below the field."""
    autocomplete: str = ""
    """What browsers may fill in (HTML, 4.10.18.7)."""
    is_wide: bool = False
    """Whether a form gives it a whole row."""

    @property
    def empty(self) -> str | bool:
        """The value where nothing is given."""
        return False if self.kind == FieldKind.YES_NO else ""

    def clean(self, typed: str) -> str:
        """Return a text as it is kept."""
        return _CLEANERS[self.kind](typed)

    def check(self, value: str) -> LazyString | None:
        """Return what is wrong with a cleaned text, in a sentence, or None."""
        if self.limit and len(value) > self.limit:
            return _l("At most %(count)s characters.", count=self.limit)
        check = _CHECKS.get(self.kind)
        return check(self, value) if check and value else None

    def read(self, cell: str) -> str | bool:
        """Return the value that a list's cell stands for; what is not understood stays as it is."""
        if self.kind == FieldKind.YES_NO:
            return says_yes(cell)
        text = self.clean(cell)
        if not self.choices or self.choices.name(text, "en"):
            return text
        meant = self.choices.find(text)
        return text if meant is None else meant

    def fit(self, value: str) -> str | None:
        """Return what is kept of a list's value that is wrong; None if it must be corrected."""
        if self.kind == FieldKind.TAGS:
            return BETWEEN.join(talk_tags.fitting(tags_of(value)))
        return "" if self.kind in (FieldKind.READING, FieldKind.CHOICE) else None

    def in_words(self, card: Any, *, language: str) -> str:
        """Return the value that a card has in this field, as people read it."""
        value = getattr(card, self.key)
        if self.kind == FieldKind.YES_NO:
            return str(_l("Yes")) if value else ""
        return self.choices.name(value, language) if self.choices else value


def _check_reading(_field: CardField, value: str) -> LazyString | None:
    told = _l("Please write the reading in katakana or hiragana, or in Latin letters.")
    return None if is_kana(value) else told


def _check_address(_field: CardField, value: str) -> LazyString | None:
    return None if is_email(value) else _l("This is not an e-mail address.")


def _check_choice(field: CardField, value: str) -> LazyString | None:
    is_one = field.choices is not None and field.choices.name(value, "en")
    return None if is_one else _l("This is not one of the choices.")


def _check_tags(_field: CardField, value: str) -> LazyString | None:
    tags = tags_of(value)
    if len(tags) > MOST:
        return _l("At most %(count)s, please.", count=MOST)
    if any(len(tag) > LONGEST for tag in tags):
        return _l("At most %(count)s characters each. Write commas between them.", count=LONGEST)
    return None


_CLEANERS: Mapping[FieldKind, Callable[[str], str]] = {
    FieldKind.LINE: one_line,
    FieldKind.CHOICE: one_line,
    FieldKind.TEXT: lines,
    FieldKind.READING: clean_kana,
    FieldKind.EMAIL: lambda typed: clean_email(one_line(typed)),
    FieldKind.TAGS: clean_tags,
}
_CHECKS: Mapping[FieldKind, Callable[[CardField, str], LazyString | None]] = {
    FieldKind.READING: _check_reading,
    FieldKind.EMAIL: _check_address,
    FieldKind.CHOICE: _check_choice,
    FieldKind.TAGS: _check_tags,
}
