"""What would happen if an uploaded list were registered now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from organizer.people.identity import Identity
from organizer.registration.importing.rows import Entry, Finding, Note
from organizer.registration.linking import facts_of
from organizer.registration.models import Registration


@dataclass(frozen=True, slots=True)
class Preview:
    """Every line with its fate, and how many places were free."""

    entries: tuple[Entry, ...]
    places: int

    @property
    def good(self) -> list[Entry]:
        """The lines that will be registered."""
        return [entry for entry in self.entries if entry.is_good]

    @property
    def wrong(self) -> list[Entry]:
        """The lines that must be corrected first."""
        return [entry for entry in self.entries if entry.is_wrong]

    @property
    def left_out(self) -> list[Entry]:
        """The lines that are left out on purpose."""
        return [e for e in self.entries if not e.is_wrong and not e.is_good]

    @property
    def without_place(self) -> int:
        """How many good lines come after the last free place."""
        return sum(any(n.finding == Finding.NO_PLACE for n in e.notes) for e in self.entries)


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody to compare with: who is registered, or stands further up in the list."""

    who: Identity
    finding: Finding
    seen: str = ""


def judge(entries: Iterable[Entry], registered: Sequence[Registration], *, places: int) -> Preview:
    """Leave out whom we know already, and whoever comes after the last free place."""
    known: dict[str, list[_Known]] = {}
    for registration in registered:
        finding = Finding.ALREADY_IN if registration.is_attending else Finding.CANCELLED_HERE
        who = Identity.of(facts_of(registration))
        known.setdefault(who.name_key, []).append(_Known(who, finding))
    judged: list[Entry] = []
    taken = 0
    for entry in entries:
        compared = _compared(entry, known) if entry.is_good else entry
        if compared.is_good and taken >= places:
            compared = _with(compared, Finding.NO_PLACE)
        taken += compared.is_good
        judged.append(compared)
    return Preview(tuple(judged), places)


def _compared(entry: Entry, known: dict[str, list[_Known]]) -> Entry:
    """Return the entry with a note if it is somebody known; else remember it."""
    who = Identity.of(facts_of(entry.card))
    same_name = known.setdefault(who.name_key, [])
    same = [one for one in same_name if who.is_same(one.who)]
    if same:
        # Who came back after cancelling stands there twice; that they are coming counts.
        first = min(same, key=lambda one: one.finding == Finding.CANCELLED_HERE)
        return _with(entry, first.finding, first.seen)
    same_name.append(_Known(who, Finding.TWICE, str(entry.line)))
    return entry


def _with(entry: Entry, finding: Finding, seen: str = "") -> Entry:
    return replace(entry, notes=(Note(finding, seen=seen), *entry.notes))
