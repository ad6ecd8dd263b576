"""What staff at the door look up: people by name, and who came last."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from organizer.checkin import service
from organizer.checkin.log import Arrival
from organizer.registration import service as registrations
from organizer.registration.models import Registration
from organizer.registration.search import find
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


def search(event_id: int, text: str) -> Sequence[Guest]:
    """Return who goes by this name, furigana, company, e-mail or code, in 五十音順.

    People who do not attend come last, so that staff see why nobody is waiting for them.
    """
    found = find(event_id, text) if text else []
    return _guests(event_id, found, service.arrivals_log(event_id))


def latest(event_id: int, *, limit: int) -> Sequence[Guest]:
    """Return who came last, the latest first."""
    arrivals = service.arrivals_log(event_id)
    people = {r.id: r for r in registrations.attendees_of(event_id) if r.id in arrivals}
    newest = sorted(people, key=lambda person: (arrivals[person].at, person), reverse=True)
    return _guests(event_id, [people[person] for person in newest[:limit]], arrivals)


def _guests(
    event_id: int, people: Iterable[Registration], arrivals: Mapping[int, Arrival]
) -> Sequence[Guest]:
    listed = list(people)
    routes = tables.routes_of(event_id, people=[p.id for p in listed])
    return [Guest(p, next(iter(routes.get(p.id, ())), None), arrivals.get(p.id)) for p in listed]
