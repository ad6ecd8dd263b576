"""Whether two cards are one person's, and which contact a card is of."""

from typing import Any

import pytest

from organizer.people.identity import Identity, choose
from organizer.people.models import Person

CARD = {"name": "佐藤 花", "name_kana": "サトウ ハナ", "company": "", "email": ""}


def who(**facts: str) -> Identity:
    return Identity.of({**CARD, **facts})


def contact(**facts: Any) -> Person:
    return Person(**{**CARD, **facts})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {}),
        ({"email": "h@x.jp"}, {"email": "h@x.jp", "company": "甲社"}),
        ({"email": "h@x.jp"}, {"company": "甲社"}),
        ({"company": "㈱甲社"}, {"company": "甲社株式会社", "email": "h@x.jp"}),
        ({"name": "佐藤花"}, {}),
    ],
)
def test_two_of_a_name_are_one_unless_something_tells_them_apart(
    one: dict[str, str], other: dict[str, str]
) -> None:
    assert who(**one).is_same(who(**other))
    assert who(**other).is_same(who(**one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"email": "h@x.jp", "company": "甲社"}, {"email": "hana@x.jp", "company": "甲社"}),
        ({"company": "甲社"}, {"company": "乙社"}),
        ({"email": "h@x.jp"}, {"email": "h@x.jp", "name": "佐藤 剛"}),
    ],
)
def test_another_address_company_or_name_is_another_person(
    one: dict[str, str], other: dict[str, str]
) -> None:
    assert not who(**one).is_same(who(**other))


def test_the_address_decides_whatever_the_company() -> None:
    colleague, same = contact(company="甲社"), contact(email="h@x.jp", company="乙社")
    card = who(email="h@x.jp", company="甲社")
    assert choose([colleague, same], card, taken=()) is same


def test_the_company_decides_where_it_leaves_one() -> None:
    one, other = contact(company="甲社", email="h@x.jp"), contact(company="乙社")
    card = who(company="㈱甲社", email="new@x.jp")
    assert choose([one, other], card, taken=()) is one
    assert choose([one, other, contact(company="甲社")], card, taken=()) is None


def test_nobody_is_merged_without_an_address_or_a_company() -> None:
    assert choose([contact()], who(), taken=()) is None


def test_a_colleague_of_the_same_name_who_comes_too_is_somebody_else() -> None:
    one = contact(company="甲社", email="h@x.jp")
    assert choose([one], who(company="甲社", email="new@x.jp"), taken={one}) is None


def test_among_several_the_present_contact_stays() -> None:
    one, other = contact(company="甲社"), contact(company="甲社")
    assert choose([one, other], who(company="甲社"), taken=(), now=other) is other
