"""All that the print page shows of badges, found when it is asked for.

Nothing here is made for every attendee: the database counts them and finds those to look at.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from flask_babel import get_locale

from organizer.badges import background, last_print, samples
from organizer.badges.checks import Respelling, respellings_of
from organizer.badges.forms import BadgeForm, Choices
from organizer.badges.models import PrintedFile
from organizer.badges.order import BadgeOrder, Who
from organizer.badges.people import PeopleList, count_people, list_people
from organizer.badges.samples import Sample
from organizer.badges.values import BadgeSource, badges_of
from organizer.core import clock
from organizer.core.jobs import Job, find_latest
from organizer.core.urls import public_url
from organizer.events.models import Event
from organizer.printers import log
from organizer.printers.models import Printer, PrintJob
from organizer.printers.service import rows_of, sheets_for
from organizer.registration.models import Registration
from organizer.registration.service import count_attendees
from organizer.tables import service as tables
from printables import Badge, part_numbers


@dataclass(frozen=True)
class PrintPage:
    """The print page of an event, with what was chosen on it."""

    source: BadgeSource
    form: BadgeForm
    last: PrintJob | None
    """The newest print of badges of this event."""

    @property
    def event(self) -> Event:
        """The event."""
        return self.source.event

    @cached_property
    def order(self) -> BadgeOrder:
        """What was chosen."""
        return self.form.badge_order()

    @property
    def choice(self) -> Mapping[str, Any]:
        """What was chosen, as the address of another page about it says it."""
        who = Who.ALL if "who" in self.form.errors else Who(self.form.who.data)
        people = {"people": self.order.people} if who == Who.CHOSEN else {}
        return {**self.order.settings(), "who": who, **people}

    @cached_property
    def attendees(self) -> int:
        """How many people are coming."""
        return count_attendees(self.event.id)

    @cached_property
    def count(self) -> int:
        """How many badges are printed."""
        return count_people(self.event.id, self.order)

    @property
    def sheets(self) -> int:
        """How many sheets the badges fill."""
        cells = self.form.sheet.stock.cells
        return -(-(self.order.start - 1 + self.count) // cells) if self.count else 0

    @cached_property
    def next_free(self) -> int:
        """The first free card of the sheet that this event's last cards were printed on."""
        sheet = self.form.sheet
        return last_print.next_free_card(self.event.id, sheet.key, cells=sheet.stock.cells)

    @cached_property
    def people(self) -> PeopleList:
        """Who can be chosen."""
        chosen = self.form.people.data or ()
        return list_people(self.event.id, self.form.find.data or "", chosen=chosen)

    @cached_property
    def samples(self) -> Sequence[Sample]:
        """The badges to look at first."""
        return samples.draw_samples(
            self.source,
            self.order,
            self.form.sheet.stock,
            people=self._sample_people,
            badges=self._sample_badges,
        )

    @cached_property
    def designs(self) -> Mapping[str, str]:
        """The fullest badge in each design, as images."""
        badge = self._sample_badges[self._sample_people["fullest"]]
        return samples.draw_designs(self.source, self.order, self.form.sheet.stock, badge)

    @cached_property
    def _sample_people(self) -> Mapping[str, Registration]:
        shown = self.order if self.count else replace(self.order, people=None)
        return samples.sample_people(self.source, shown)

    @cached_property
    def _sample_badges(self) -> Mapping[Registration, Badge]:
        return badges_of(self.source, list(dict.fromkeys(self._sample_people.values())))

    @cached_property
    def respellings(self) -> Sequence[Respelling]:
        """What is printed in another spelling than its own."""
        return respellings_of(self.event.id)

    @cached_property
    def unseated(self) -> int:
        """How many attendees the table plan does not know yet."""
        return tables.count_unseated(self.source.plan) if self.source.plan else 0

    @cached_property
    def under_way(self) -> Job | None:
        """The job that draws badges of this event in the background."""
        job = find_latest(background.KIND, subject=self.event.id)
        return job if job and job.is_under_way(clock.now()) else None

    @cached_property
    def file(self) -> PrintedFile | None:
        """The badges that were drawn in the background and wait to be fetched."""
        return background.find_file(self.event.id, at=clock.now())

    @property
    def jobs(self) -> Sequence[PrintJob]:
        """What was printed last."""
        return log.latest_jobs(self.event.id)

    @property
    def part_numbers(self) -> Sequence[str]:
        """All part numbers that can be searched for."""
        return [number for numbers in part_numbers().values() for number in numbers]

    @property
    def address(self) -> str:
        """What the codes lead to."""
        return public_url("events.home")

    @property
    def unreachable(self) -> bool:
        """Whether a phone that opens this address would look for it on itself."""
        host = urlsplit(self.address).hostname or ""
        try:
            return ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"


def read_page(event: Event, sent: Any) -> PrintPage:
    """Return the print page with what was sent; what was not chosen is as it was last."""
    source = source_of(event)
    last = last_print.last_badge_job(event)
    choices = Choices(
        event_id=event.id,
        sheets=sheets_for(event.organization_id),
        printers=rows_of(Printer, event.organization_id),
        has_plan=source.plan is not None,
        last=last_print.remembered(last),
        changed=lambda: tuple(map(int, last_print.changes_of(source).to_print)),
    )
    own_last = last if last and last.event_id == event.id else None
    return PrintPage(source, BadgeForm(sent, choices), own_last)


def source_of(event: Event) -> BadgeSource:
    """Return what badges are made from, for whoever asks now."""
    plan = tables.plan_in_force(event.id)
    address = public_url("door.card", code="X").removesuffix("X")
    return BadgeSource(event, plan, address=address, language=get_locale().language)
