"""Badges: making them from rows, looking at them, and printing them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from organizer.accounts.logo import find_logo
from organizer.documents import log, paper
from organizer.documents.badge_job import BadgeJob, in_order
from organizer.documents.changes import Changes, Pieces, compare, fingerprint
from organizer.documents.contents import Source
from organizer.documents.samples import fullest, longest_name, rarest_name
from organizer.events.models import Event
from organizer.printers.refusals import refusals_in_words, words_in
from organizer.programme.schedule import RoundSchedule
from organizer.registration.models import Registration
from printables import (
    Backs,
    Badge,
    Design,
    FlawKind,
    Image,
    Stock,
    Template,
    TextFlaw,
    check_badges,
    preview_badge,
    read_image,
)


@dataclass(frozen=True, slots=True)
class Badges:
    """Every attendee's badge, in 五十音順."""

    attendees: Sequence[Registration]
    by_id: Mapping[int, Badge]
    schedule: Sequence[RoundSchedule]
    logo: Image | None = None

    @property
    def pieces(self) -> Pieces:
        """What each badge says in front and on its back, whatever the language and the host."""
        return {
            str(attendee.id): _said(attendee, self.by_id[attendee.id], self.logo)
            for attendee in self.attendees
        }


@dataclass(frozen=True, slots=True)
class Found:
    """A badge that will not come out as it should."""

    attendee: Registration
    problem: TextFlaw


@dataclass(frozen=True, slots=True)
class Lost:
    """A text on a badge, and the characters of it that the typeface does not have."""

    text: str
    field: str
    """The field that can be given another spelling, or empty."""
    characters: Mapping[str, str]
    """Each with its number (U+9AD9), for a screen may not show it either."""


@dataclass(frozen=True, slots=True)
class Respelled:
    """A text that is printed in another spelling than its own."""

    attendee: Registration
    field: str
    text: str
    spelling: str


def badges_of(source: Source, *, link: Callable[[str], str]) -> Badges:
    """Return everybody's badge; `link` makes the address of a code's page."""
    stops = paper.stops_of(source.event, source.schedule)
    return Badges(
        source.attendees,
        {
            attendee.id: paper.badge_of(
                attendee,
                event=source.event,
                stops=stops.get(attendee.id, ()),
                url=link(attendee.code),
                language=source.language,
            )
            for attendee in source.attendees
        },
        source.schedule,
        _logo_of(source.event),
    )


def _logo_of(event: Event) -> Image | None:
    logo = find_logo(event.organization_id)
    return read_image(logo.png) if logo else None


def _said(attendee: Registration, badge: Badge, logo: Image | None) -> str:
    front = replace(badge, url=attendee.code, industry=attendee.industry, stops=())
    picture = [logo.digest] if logo else []
    return f"{fingerprint(front, *picture)}.{fingerprint(badge.stops)}"


def changes_of(event: Event, badges: Badges) -> Changes:
    """Return whose badges are new or changed since they were printed, and who has left."""
    return compare(log.printed_badges(event.id), badges.pieces)


def chosen(badges: Badges, job: BadgeJob) -> list[Registration]:
    """Return whose badges a job prints, in its order."""
    wanted = set(job.people)
    people = [attendee for attendee in badges.attendees if attendee.id in wanted]
    return in_order(people, job.order, schedule=badges.schedule)


# Whoever looks at the page again does not wait for it again.
_check_badges = lru_cache(maxsize=4)(check_badges)


@refusals_in_words()
def problems_of(badges: Badges, job: BadgeJob, stock: Stock, *, language: str) -> list[Found]:
    """Return what of a job will not come out as it should."""
    people = chosen(badges, job)
    by_code = {badges.by_id[person.id].url: person for person in people}
    problems = _check_badges(
        tuple(badges.by_id[person.id] for person in people),
        stock,
        design=Design(job.template, badges.logo),
        backs=job.backs,
        words=words_in(language),
    )
    return [Found(by_code[badge.url], problem) for badge, problem in problems]


@refusals_in_words()
def samples_of(
    badges: Badges, job: BadgeJob, stock: Stock, *, language: str
) -> Mapping[str, tuple[Registration, str, str]]:
    """Return badges to look at as SVG, front and back: the first one and the hardest ones."""
    people = chosen(badges, job) or badges.attendees
    found = {
        "first": people[0],
        "fullest": fullest(people),
        "longest": longest_name(people),
        "rarest": rarest_name(people),
    }
    samples: dict[str, tuple[Registration, str, str]] = {}
    for why, person in found.items():
        if person not in (who for who, _front, _back in samples.values()):
            samples[why] = (person, *_sides(badges, person, job, stock, language))
    return samples


def _sides(
    badges: Badges, person: Registration, job: BadgeJob, stock: Stock, language: str
) -> tuple[str, str]:
    badge, words = badges.by_id[person.id], words_in(language)
    design = Design(job.template, badges.logo)
    front = preview_badge(badge, stock, design=design, backs=job.backs, words=words)
    if job.backs == Backs.NONE:
        return front, ""
    return front, preview_badge(badge, stock, backs=job.backs, back=True, words=words)


@refusals_in_words()
def designs_of(badges: Badges, job: BadgeJob, stock: Stock, *, language: str) -> Mapping[str, str]:
    """Return the fullest badge of a job in each design, as SVG."""
    badge = badges.by_id[fullest(chosen(badges, job) or badges.attendees).id]
    words = words_in(language)
    return {
        template: preview_badge(
            badge, stock, design=Design(template, badges.logo), backs=job.backs, words=words
        )
        for template in Template
    }


def sheets_needed(badges: int, stock: Stock, *, start: int) -> int:
    """Return how many sheets of the stock the badges fill, beginning at cell `start`."""
    return -(-(start - 1 + badges) // stock.cells) if badges else 0


def lost_of(found: Iterable[Found]) -> Mapping[Registration, list[Lost]]:
    """Return, person by person, the texts with characters that the typeface lacks."""
    people: dict[Registration, list[Lost]] = {}
    for each in found:
        if each.problem.kind == FlawKind.LOST:
            lost = Lost(each.problem.text, _spelt_field(each), numbered(each.problem))
            people.setdefault(each.attendee, []).append(lost)
    return people


def numbered(problem: TextFlaw) -> Mapping[str, str]:
    """Return the characters that are lost, each with its number (U+9AD9)."""
    return {character: f"U+{ord(character):04X}" for character in problem.characters}


def _spelt_field(found: Found) -> str:
    printed = {how(found.attendee): field for field, how in reversed(paper.SPELT.items())}
    return printed.get(found.problem.text, "")


def respelled(attendees: Iterable[Registration]) -> Sequence[Respelled]:
    """Return what is printed in another spelling than its own."""
    return [
        Respelled(attendee, field, whole, spelling)
        for attendee in attendees
        for field, how in paper.SPELT.items()
        if (spelling := how(attendee)) != (whole := getattr(attendee, field))
    ]


def hard_of(found: Iterable[Found]) -> Mapping[Registration, list[TextFlaw]]:
    """Return, person by person, what comes out small, shortened or not at all."""
    people: dict[Registration, list[TextFlaw]] = {}
    for each in found:
        if each.problem.kind != FlawKind.LOST:
            people.setdefault(each.attendee, []).append(each.problem)
    return people
