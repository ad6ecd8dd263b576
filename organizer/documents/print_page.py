"""All that the print page shows, found when it is asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from organizer.core import clock
from organizer.core.jobs import Job, find_latest
from organizer.core.urls import public_url
from organizer.documents import badges as badge_service
from organizer.documents import log, making, service
from organizer.documents.badges import Badges, Found, Lost, Respelled
from organizer.documents.changes import Changes
from organizer.documents.contents import Source
from organizer.documents.forms import BadgeForm, Choices
from organizer.documents.models import PrintedFile, PrintJob
from organizer.documents.service import Ready
from organizer.events.models import Event
from organizer.printers.models import Printer
from organizer.printers.pictures import as_image
from organizer.printers.service import rows_of, sheets_for
from organizer.registration.models import Registration
from organizer.registration.service import find_registration
from printables import TextFlaw, part_numbers


@dataclass(frozen=True)
class Sample:
    """One badge to look at before all are printed, as images."""

    why: str
    attendee: Registration
    front: str
    back: str


@dataclass(frozen=True)
class PrintPage:
    """The print page of an event, with what was chosen on it."""

    source: Source
    badges: Badges
    changes: Changes
    form: BadgeForm
    last: PrintJob | None

    @property
    def event(self) -> Event:
        """The event."""
        return self.source.event

    @cached_property
    def people(self) -> Sequence[Registration]:
        """Whose badges are printed, in order."""
        return badge_service.chosen(self.badges, self.form.job())

    @cached_property
    def sheets(self) -> int:
        """How many sheets the chosen badges need."""
        job = self.form.job()
        return badge_service.sheets_needed(len(self.people), self.form.sheet.stock, start=job.start)

    @cached_property
    def next_free(self) -> int:
        """The first free card of the sheet that this event's last cards were printed on."""
        sheet = self.form.sheet
        last = log.last_on_stock(self.event.id, sheet.key)
        return log.next_free_card(last, cells=sheet.stock.cells) if last else 1

    @cached_property
    def samples(self) -> Sequence[Sample]:
        """The badges to look at first."""
        found = badge_service.samples_of(
            self.badges, self.form.job(), self.form.sheet.stock, language=self.source.language
        )
        return [
            Sample(why, person, as_image(front), as_image(back) if back else "")
            for why, (person, front, back) in found.items()
        ]

    @cached_property
    def designs(self) -> Mapping[str, str]:
        """The fullest badge in each design, as images."""
        found = badge_service.designs_of(
            self.badges, self.form.job(), self.form.sheet.stock, language=self.source.language
        )
        return {name: as_image(svg) for name, svg in found.items()}

    @cached_property
    def problems(self) -> Sequence[Found]:
        """What of the chosen badges will not come out as it should."""
        return badge_service.problems_of(
            self.badges, self.form.job(), self.form.sheet.stock, language=self.source.language
        )

    @property
    def lost(self) -> Mapping[Registration, list[Lost]]:
        """Who has characters that the typeface lacks."""
        return badge_service.lost_of(self.problems)

    @property
    def hard(self) -> Mapping[Registration, list[TextFlaw]]:
        """Who has texts that come out small, shortened or not at all."""
        return badge_service.hard_of(self.problems)

    @property
    def respelled(self) -> Sequence[Respelled]:
        """What is printed in another spelling than its own."""
        return badge_service.respelled(self.badges.attendees)

    @cached_property
    def ready(self) -> Sequence[Ready]:
        """The other kinds of sheets."""
        return service.ready_sheets(self.source)

    @property
    def unseated(self) -> int:
        """How many attendees the table plan does not know yet."""
        if not self.source.schedule:
            return 0
        return sum(not self.badges.by_id[a.id].route for a in self.badges.attendees)

    @property
    def gone(self) -> Sequence[Registration]:
        """Whose badges were printed although they are not coming any more."""
        found = (find_registration(self.event.id, int(key)) for key in self.changes.gone)
        return [registration for registration in found if registration]

    @cached_property
    def under_way(self) -> Job | None:
        """The job that draws badges of this event in the background."""
        job = find_latest(making.KIND, subject=self.event.id)
        return job if job and job.is_under_way(clock.now()) else None

    @cached_property
    def file(self) -> PrintedFile | None:
        """The badges that were drawn in the background and wait to be fetched."""
        return making.find_file(self.event.id, at=clock.now())

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


def read_page(source: Source, sent: Any) -> PrintPage:
    """Return the print page with what was sent; what was not chosen is as it was last."""
    event = source.event
    badges = badge_service.badges_of(source, link=card_link)
    changes = badge_service.changes_of(event, badges)
    last = log.last_badge_job(event)
    sheets = sheets_for(event.organization_id)
    choices = Choices(
        sheets=sheets,
        printers=rows_of(Printer, event.organization_id),
        attendees=source.attendees,
        has_plan=bool(source.schedule),
        last=log.remembered(last),
        changed=tuple(map(int, changes.to_print)),
    )
    own_last = last if last and last.event_id == event.id else None
    return PrintPage(source, badges, changes, BadgeForm(sent, choices), own_last)


def card_link(code: str) -> str:
    """Return the address that the code of a badge leads to."""
    return public_url("door.card", code="X").removesuffix("X") + code
