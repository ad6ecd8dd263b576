"""Colleagues are recognised however they wrote their company."""

import pytest

from organizer.tables.companies import company_key


@pytest.mark.parametrize(
    "other",
    [
        "さくら商事株式会社",
        "㈱さくら商事",
        "（株）さくら商事",
        "(株) さくら商事",
        "さくら 商事",
        "さくら・商事",
    ],
)
def test_spellings_of_one_company_are_equal(other: str) -> None:
    assert company_key(other) == company_key("株式会社さくら商事")


@pytest.mark.parametrize("other", ["SAKURA CO., LTD.", "Ｓａｋｕｒａ Inc.", "sakura llc"])
def test_latin_spellings_of_one_company_are_equal(other: str) -> None:
    assert company_key(other) == company_key("Sakura")


def test_different_companies_differ() -> None:
    assert company_key("株式会社さくら商事") != company_key("株式会社さくら商会")


@pytest.mark.parametrize(
    "nothing",
    ["", "　", "個人事業主", "フリーランス", "なし", "-", "N/A", "株式会社", "Freelancer"],
)
def test_the_self_employed_are_nobodys_colleagues(nothing: str) -> None:
    assert company_key(nothing) is None
