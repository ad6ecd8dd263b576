"""The sixty guests of the sample event: invented, and the same every time."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from random import Random

SEED = "the twelfth evening"
_CONSENTING = 0.85
_NEW = 0.2
_TAGS_GIVEN = (0, 0, 1, 2, 3, 3)
_MAIL_HOSTS = ("example.jp", "example.com")


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePerson:
    """What one invented guest typed into the registration form."""

    name: str
    name_kana: str
    company: str
    title: str
    profession: str
    email: str
    offers: str
    wants: str
    pr_line: str
    roster_consent: bool
    first_time: bool
    talk_tags: Sequence[str]
    role: str
    """Their role at the event, or empty."""


def sample_people() -> Sequence[SamplePerson]:
    """Return the guests, in the order in which they registered."""
    lists = json.loads(files(__package__).joinpath("people.json").read_text("utf-8"))
    random = Random(SEED)  # noqa: S311 - the same people every time, not secrets
    surnames, given_names, cards = lists["surnames"], lists["given_names"], lists["cards"]
    for shuffled in (surnames, given_names, cards):
        random.shuffle(shuffled)
    return [
        _person(surname, given, card, lists["talk_tags"], random)
        for surname, given, card in zip(surnames, given_names, cards, strict=True)
    ]


def _person(
    surname: Sequence[str],
    given: Sequence[str],
    card: dict[str, str],
    talk_tags: Sequence[str],
    random: Random,
) -> SamplePerson:
    return SamplePerson(
        name=f"{surname[0]} {given[0]}",
        name_kana=f"{surname[1]} {given[1]}",
        company=card["company"].format(surname=surname[0]),
        title=card["title"],
        profession=card["profession"],
        email=f"{given[2]}.{surname[2]}@{random.choice(_MAIL_HOSTS)}",
        offers=card["offers"],
        wants=card["wants"],
        pr_line=card["pr_line"],
        roster_consent=random.random() < _CONSENTING,
        first_time=random.random() < _NEW,
        talk_tags=random.sample(talk_tags, random.choice(_TAGS_GIVEN)),
        role=card.get("role", ""),
    )
