"""What somebody does, in their own words."""

import pytest

from organizer.people.industries import industries
from organizer.people.work import find_work


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("insurance", ("insurance", "")),
        ("保険", ("insurance", "")),
        ("保険業", ("insurance", "")),
        ("Insurance", ("insurance", "")),
        ("税理士", ("tax_account", "tax")),
        ("税理士（法人税・相続税）", ("tax_account", "tax")),
        ("税理士法人の代表", ("tax_account", "tax")),
        ("ＩＴ業界", ("it_system", "")),
        ("飲食", ("restaurant", "")),
        ("印刷", ("printing", "")),
    ],
)
def test_people_find_their_industry_in_their_own_words(text: str, work: tuple[str, str]) -> None:
    assert find_work(text) == work


@pytest.mark.parametrize(
    "text", ["", "業", "宇宙開発", "サービス業", "(税理士)", "あ" * 10_000, "(" * 30_000]
)
def test_what_is_not_on_the_list_is_not_guessed(text: str) -> None:
    assert find_work(text) is None


def test_every_name_on_the_list_is_found() -> None:
    for industry in industries():
        for name in industry.names.values():
            assert find_work(name) == (industry.id, "")
        for profession in industry.professions:
            for name in profession.names.values():
                found = find_work(name)
                assert found is not None
                assert found[0] == industry.id or found[1] != profession.id
