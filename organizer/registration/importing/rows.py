"""Lines of a table -> attendees' cards, and what is wrong with each line."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from organizer.people.email import clean_email, is_email
from organizer.people.kana import to_katakana
from organizer.people.text import one_line
from organizer.people.work import Work, find_work
from organizer.registration.details import LIMITS, RegistrationDetails
from organizer.registration.importing.roles import read_role, says_first_time
from organizer.registration.importing.table import Line
from organizer.registration.reading import is_kana
from organizer.registration.talk_tags import BETWEEN, clean_tags, fitting, tags_of

_CANCELLED = re.compile(r"キャンセル|取り?消|払い?戻|返金|辞退|cancel|refund", re.IGNORECASE)
_WAITLISTED = re.compile(r"補欠|待ち|waitlist|waiting", re.IGNORECASE)
_EXCERPT = 40


class Finding(Enum):
    """What there is to say about a line."""

    # The line cannot be registered.
    NO_NAME = auto()
    TOO_LONG = auto()
    BAD_EMAIL = auto()
    MORE_CELLS = auto()
    # The line is left out on purpose.
    CANCELLED = auto()
    WAITLISTED = auto()
    TWICE = auto()
    ALREADY_IN = auto()
    CANCELLED_HERE = auto()
    NO_PLACE = auto()
    # The line is registered, but something in it is left empty.
    UNKNOWN_INDUSTRY = auto()
    UNKNOWN_PROFESSION = auto()
    BAD_KANA = auto()
    UNKNOWN_ROLE = auto()
    TAGS_LEFT_OUT = auto()


WRONG = (Finding.NO_NAME, Finding.TOO_LONG, Finding.BAD_EMAIL, Finding.MORE_CELLS)
LEFT_OUT = (
    Finding.CANCELLED,
    Finding.WAITLISTED,
    Finding.TWICE,
    Finding.ALREADY_IN,
    Finding.CANCELLED_HERE,
    Finding.NO_PLACE,
)


@dataclass(frozen=True, slots=True)
class Note:
    """A finding, the field it is about, and what stands there."""

    finding: Finding
    field: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: the card that was read from it and what there is to say about it."""

    line: int
    card: RegistrationDetails
    notes: tuple[Note, ...] = ()

    @property
    def is_wrong(self) -> bool:
        """Whether the line must be corrected before it can be registered."""
        return any(note.finding in WRONG for note in self.notes)

    @property
    def is_good(self) -> bool:
        """Whether the line will be registered."""
        return not any(note.finding in (*WRONG, *LEFT_OUT) for note in self.notes)


def read_rows(lines: Iterable[Line], columns: Sequence[str]) -> list[Entry]:
    """Return an entry for each line; `columns` says which field each cell belongs to.

    Consent to the roster is never read from a list: people give it themselves.
    """
    return [_read_line(line, columns) for line in lines]


def _read_line(line: Line, columns: Sequence[str]) -> Entry:
    values = {
        field: cell for field, cell in zip(columns, line.cells, strict=False) if field and cell
    }
    work, notes = _work(values)
    kana = to_katakana(_joined(values, "kana", "last_kana", "first_kana"))
    if not is_kana(kana):
        notes.append(Note(Finding.BAD_KANA, "name_kana", kana[:_EXCERPT]))
        kana = ""
    role, first_time = _role(values, notes)
    card = RegistrationDetails(
        name=_joined(values, "name", "last_name", "first_name"),
        name_kana=kana,
        company=one_line(values.get("company", "")),
        title=one_line(values.get("title", "")),
        industry=work[0],
        profession=work[1],
        email=clean_email(one_line(values.get("email", ""))),
        offers=values.get("offers", ""),
        wants=values.get("wants", ""),
        pr_line=one_line(values.get("pr_line", "")),
        role=role,
        first_time=first_time,
        talk_tags=_tags(values.get("talk_tags", ""), notes),
    )
    wrong = [*_mistakes(card), *_surplus(line, columns), *_standing(values.get("status", ""))]
    return Entry(line.number, card, (*wrong, *notes))


def _joined(values: Mapping[str, str], whole: str, last: str, first: str) -> str:
    """Return a name from its own column, or put together from those of its parts."""
    parts = (values.get(whole) or f"{values.get(last, '')} {values.get(first, '')}").split()
    return str(one_line(" ".join(parts)))


def _work(values: Mapping[str, str]) -> tuple[Work, list[Note]]:
    """Return industry and profession from either column; the profession's own says more."""
    notes = []
    found: dict[str, Work] = {}
    for field, finding in (
        ("profession", Finding.UNKNOWN_PROFESSION),
        ("industry", Finding.UNKNOWN_INDUSTRY),
    ):
        text = one_line(values.get(field, ""))
        work = find_work(text) if text else None
        if work:
            found[field] = work
        elif text:
            notes.append(Note(finding, field, text[:_EXCERPT]))
    by_profession, by_industry = found.get("profession"), found.get("industry")
    if by_profession and by_profession[1]:
        return by_profession, notes
    return by_industry or by_profession or ("", ""), notes


def _role(values: Mapping[str, str], notes: list[Note]) -> tuple[str, bool]:
    """Return what somebody is at the event, and whether they are new; note what is not known."""
    text = one_line(values.get("role", ""))
    found = read_role(text)
    if found is None:
        notes.append(Note(Finding.UNKNOWN_ROLE, "role", text[:_EXCERPT]))
    role, first_time = found or ("", False)
    return role, first_time or says_first_time(values.get("first_time", ""))


def _tags(text: str, notes: list[Note]) -> str:
    """Return the tags that a badge has room for; note that there were others."""
    tags = tags_of(clean_tags(text))
    kept = fitting(tags)
    if len(kept) < len(tags):
        rest = BETWEEN.join(tag for tag in tags if tag not in kept)
        notes.append(Note(Finding.TAGS_LEFT_OUT, "talk_tags", rest[:_EXCERPT]))
    return BETWEEN.join(kept)


def _mistakes(card: RegistrationDetails) -> list[Note]:
    notes = [] if card.name else [Note(Finding.NO_NAME, "name")]
    notes += [
        Note(Finding.TOO_LONG, field, str(limit))
        for field, limit in LIMITS.items()
        if len(getattr(card, field)) > limit
    ]
    if card.email and not is_email(card.email) and len(card.email) <= LIMITS["email"]:
        notes.append(Note(Finding.BAD_EMAIL, "email", card.email[:_EXCERPT]))
    return notes


def _surplus(line: Line, columns: Sequence[str]) -> list[Note]:
    if len(line.cells) <= len(columns):
        return []
    return [Note(Finding.MORE_CELLS, seen=f"{len(line.cells)} > {len(columns)}")]


def _standing(status: str) -> list[Note]:
    if _WAITLISTED.search(status):  # first, because キャンセル待ち is no キャンセル
        return [Note(Finding.WAITLISTED, "status", status[:_EXCERPT])]
    if _CANCELLED.search(status):
        return [Note(Finding.CANCELLED, "status", status[:_EXCERPT])]
    return []
