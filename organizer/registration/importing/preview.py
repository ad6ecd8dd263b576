"""What would happen if an uploaded list were registered now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from organizer.people.identity import Identity
from organizer.registration.importing.rows import ImportedLine, LineFinding, Note
from organizer.registration.linking import facts_of
from organizer.registration.models import Status
from organizer.registration.words import status_name


@dataclass(frozen=True, slots=True)
class Preview:
    """Every line and what becomes of it, and how many places were free."""

    lines: tuple[ImportedLine, ...]
    places: int

    @property
    def good(self) -> list[ImportedLine]:
        """The lines that will be registered."""
        return [line for line in self.lines if line.is_good]

    @property
    def wrong(self) -> list[ImportedLine]:
        """The lines that must be corrected first."""
        return [line for line in self.lines if line.is_wrong]

    @property
    def left_out(self) -> list[ImportedLine]:
        """The lines that are left out on purpose."""
        return [line for line in self.lines if not line.is_wrong and not line.is_good]

    @property
    def without_place(self) -> int:
        """How many good lines come after the last free place."""
        findings = (note.finding for line in self.lines for note in line.notes)
        return sum(finding == LineFinding.NO_PLACE for finding in findings)


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody to compare with: who is registered, or stands further up in the list."""

    who: Identity
    finding: LineFinding
    seen: str


def judge(
    lines: Iterable[ImportedLine],
    registered: Iterable[tuple[Identity, Status, bool]],
    *,
    places: int,
) -> Preview:
    """Leave out whom we know already, and whoever comes after the last free place."""
    known: dict[str, list[_Known]] = {}
    for who, status, attends in registered:
        finding = LineFinding.ALREADY_IN if attends else LineFinding.NOT_ATTENDING
        known.setdefault(who.name_key, []).append(_Known(who, finding, status_name(status)))
    judged: list[ImportedLine] = []
    taken = 0
    for line in lines:
        compared = _compared(line, known) if line.is_good else line
        if compared.is_good and taken >= places:
            compared = _with(compared, LineFinding.NO_PLACE)
        taken += compared.is_good
        judged.append(compared)
    return Preview(tuple(judged), places)


def _compared(line: ImportedLine, known: dict[str, list[_Known]]) -> ImportedLine:
    """Return the line with a note if it is somebody known; else remember it."""
    who = Identity.of(facts_of(line.card))
    same_name = known.setdefault(who.name_key, [])
    same = [one for one in same_name if who.is_same(one.who)]
    if same:
        # Who came back after cancelling is there twice; that they are coming counts.
        first = min(same, key=lambda one: one.finding == LineFinding.NOT_ATTENDING)
        return _with(line, first.finding, first.seen)
    same_name.append(_Known(who, LineFinding.TWICE, str(line.number)))
    return line


def _with(line: ImportedLine, finding: LineFinding, seen: str = "") -> ImportedLine:
    return replace(line, notes=(Note(finding, seen=seen), *line.notes))
