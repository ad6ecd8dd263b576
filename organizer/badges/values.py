"""From rows to badges, the plain values that `printables` draws."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from organizer.accounts.logo import find_logo
from organizer.events.models import Event
from organizer.people.industries import industry_name
from organizer.printers.changes import Pieces, fingerprint
from organizer.printers.texts import company_of, name_of, time_of_day, title_of
from organizer.programme.schedule import RoundSchedule
from organizer.programme.service import schedule_by
from organizer.registration.models import Registration
from organizer.registration.talk_tags import tags_of
from organizer.tables.models import TablePlan
from printables import Badge, Image, Ribbon, SeatStop, read_image


@dataclass(frozen=True)
class BadgeSource:
    """What the badges of an event are made from, beside their wearers."""

    event: Event
    plan: TablePlan | None
    """The table plan that says where their wearers sit, if there is one."""
    address: str
    """What the address of a code's page begins with; the code follows."""
    language: str

    @property
    def plan_id(self) -> int | None:
        """The id of the table plan."""
        return self.plan.id if self.plan else None

    @cached_property
    def logo(self) -> Image | None:
        """The host's logo."""
        logo = find_logo(self.event.organization_id)
        return read_image(logo.png) if logo else None


def badges_of(source: BadgeSource, people: Sequence[Registration]) -> Mapping[Registration, Badge]:
    """Return the badges of these people, in their order; only their own tables are looked up."""
    wearers = {wearer.id for wearer in people}
    schedule = schedule_by(source.plan, around=wearers) if source.plan else ()
    stops = _stops_of(source.event, schedule, wearers=wearers)
    return {wearer: _badge_of(source, wearer, stops.get(wearer.id, ())) for wearer in people}


def pieces_of(source: BadgeSource, badges: Mapping[Registration, Badge]) -> Pieces:
    """Return what each badge says in front and on its back, whatever the language and the host."""
    picture = [source.logo.digest] if source.logo else []
    return {str(wearer.id): _said(wearer, badge, picture) for wearer, badge in badges.items()}


def _said(wearer: Registration, badge: Badge, picture: Sequence[str]) -> str:
    front = replace(badge, url=wearer.code, industry=wearer.industry, stops=())
    return f"{fingerprint(front, *picture)}.{fingerprint(badge.stops)}"


def _badge_of(source: BadgeSource, wearer: Registration, stops: Sequence[SeatStop]) -> Badge:
    return Badge(
        name=name_of(wearer),
        name_kana=wearer.name_kana,
        company=company_of(wearer),
        title=title_of(wearer),
        industry=industry_name(wearer.industry, source.language),
        event=source.event.title,
        # In capitals a QR code needs fewer modules (ISO/IEC 18004, alphanumeric mode).
        url=f"{source.address}{wearer.code}".upper(),
        route=tuple(stop.table for stop in stops),
        ribbon=_ribbon_of(wearer),
        tags=tags_of(wearer.talk_tags),
        stops=tuple(stops),
    )


def _ribbon_of(wearer: Registration) -> Ribbon | None:
    """Return what the ribbon says: there is one, and a role says more than being new."""
    if wearer.role:
        return Ribbon(wearer.role)
    return Ribbon.FIRST_TIME if wearer.first_time else None


def _stops_of(
    event: Event, schedule: Iterable[RoundSchedule], *, wearers: set[int]
) -> Mapping[int, list[SeatStop]]:
    """Return where each wearer sits in each round and with whom, by registration id."""
    stops: dict[int, list[SeatStop]] = {}
    for round_ in schedule:
        starts_at = time_of_day(round_.span.starts_at, event.timezone)
        for table in round_.tables:
            people = [(turn.registration.id, name_of(turn.registration)) for turn in table.turns]
            for wearer in wearers.intersection(person for person, _name in people):
                others = tuple(name for person, name in people if person != wearer)
                stop = SeatStop(round_.number, table.name, starts_at, others)
                stops.setdefault(wearer, []).append(stop)
    return stops
