"""What staff at the door look up: people by name, and who came last."""

from collections.abc import Sequence
from dataclasses import dataclass

from organizer.arrivals import presence
from organizer.arrivals.log import Arrival
from organizer.registration.models import Registration
from organizer.registration.search import count, find
from organizer.tables import service as tables


@dataclass(frozen=True, slots=True)
class Guest:
    """One line of a list at the door."""

    registration: Registration
    table: str | None
    """Where to sit in the first round."""
    arrival: Arrival | None

    @property
    def is_expected(self) -> bool:
        """Whether they may come in."""
        return self.registration.is_attending


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a search found: the first of them, and how many there are beyond."""

    guests: Sequence[Guest] = ()
    left_out: int = 0


def search(event_id: int, text: str, *, limit: int) -> Found:
    """Return who goes by this name, furigana, company, e-mail or code, in 五十音順.

    People who do not attend come last, so that staff see why nobody is waiting for them.
    """
    if not text:
        return Found()
    people = find(event_id, text, limit=limit)
    left_out = count(event_id, text).total - limit if len(people) == limit else 0
    return Found(_guests(event_id, people), left_out)


def latest(event_id: int, *, limit: int) -> Sequence[Guest]:
    """Return who came last, the latest first."""
    return _guests(event_id, presence.latest_arrived(event_id, limit=limit))


def _guests(event_id: int, people: Sequence[Registration]) -> Sequence[Guest]:
    ids = [person.id for person in people]
    routes = tables.routes_of(event_id, people=ids)
    here = presence.arrivals_of(event_id, among=ids)
    return [Guest(p, next(iter(routes.get(p.id, ())), None), here.get(p.id)) for p in people]
