"""Industries (業種) and professions (専門分野), and which professions compete.

The list was composed for this project from the category lists that Japanese chapters and matching
sites publish; `jsic` names the division of the Japan Standard Industrial Classification (rev. 14).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Profession:
    """What somebody does within an industry; equal conflict groups compete."""

    id: str
    names: Mapping[str, str]
    conflict_group: str


@dataclass(frozen=True, slots=True)
class Industry:
    """One of the categories that attendees choose from."""

    id: str
    names: Mapping[str, str]
    jsic: str
    professions: tuple[Profession, ...]


@cache
def industries() -> tuple[Industry, ...]:
    """Return all industries in the order in which they are offered."""
    rows = json.loads(files(__package__).joinpath("industries.json").read_text("utf-8"))
    return tuple(
        Industry(
            row["id"],
            {"ja": row["ja"], "en": row["en"]},
            row["jsic"],
            tuple(
                Profession(p["id"], {"ja": p["ja"], "en": p["en"]}, p["conflict_group"])
                for p in row["professions"]
            ),
        )
        for row in rows["industries"]
    )


@cache
def _industries_by_id() -> Mapping[str, Industry]:
    return {industry.id: industry for industry in industries()}


@cache
def _professions_by_id() -> Mapping[str, tuple[Industry, Profession]]:
    return {p.id: (i, p) for i in industries() for p in i.professions}


def find_industry(industry_id: str) -> Industry | None:
    """Return an industry."""
    return _industries_by_id().get(industry_id)


def find_profession(profession_id: str) -> tuple[Industry, Profession] | None:
    """Return a profession with the industry it belongs to."""
    return _professions_by_id().get(profession_id)


def industry_name(industry_id: str, language: str) -> str:
    """Return an industry in words; empty for an empty or unknown id."""
    industry = find_industry(industry_id)
    return industry.names[language] if industry else ""


def profession_name(profession_id: str, language: str) -> str:
    """Return a profession in words; empty for an empty or unknown id."""
    found = find_profession(profession_id)
    return found[1].names[language] if found else ""


def industry_choices(language: str) -> list[tuple[str, str]]:
    """Return the ids and names to choose from."""
    return [(industry.id, industry.names[language]) for industry in industries()]


def profession_choices(language: str) -> dict[str, list[tuple[str, str]]]:
    """Return the ids and names of professions, under the name of their industry."""
    return {
        industry.names[language]: [(p.id, p.names[language]) for p in industry.professions]
        for industry in industries()
    }


def conflict_group(profession_id: str) -> str | None:
    """Return the group of professions that this one competes with."""
    found = find_profession(profession_id)
    return found[1].conflict_group if found else None
