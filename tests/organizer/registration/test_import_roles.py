"""What lists call people's roles."""

import pytest

from organizer.registration.importing.roles import read_role, says_first_time


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("登壇者", "speaker"),
        ("ゲストスピーカー", "speaker"),
        ("スタッフ（受付）", "staff"),
        ("ＳＴＡＦＦ", "staff"),
        ("運営", "staff"),
        ("テーブルリーダー", "leader"),
        ("ビジター", "visitor"),
        ("Guest", "visitor"),
        ("非会員", "visitor"),
        ("", ""),
        ("一般", ""),
        ("一般参加者", ""),
        ("正会員", ""),
        ("Substitute", ""),
    ],
)
def test_usual_words_name_a_role_or_none(text: str, role: str) -> None:
    assert read_role(text) == (role, False)


@pytest.mark.parametrize("text", ["早割", "Aコース", "3000円", "💩"])
def test_other_words_are_not_known(text: str) -> None:
    assert read_role(text) is None


def test_a_role_may_say_that_somebody_is_new() -> None:
    assert read_role("初参加") == ("", True)
    assert read_role("ビジター（初参加）") == ("visitor", True)


@pytest.mark.parametrize("text", ["○", "はい", "Yes", "TRUE", "1", "初めて", "はい、初めてです"])
def test_yes_is_said_in_many_ways(text: str) -> None:
    assert says_first_time(text)


@pytest.mark.parametrize("text", ["", "いいえ", "No", "2回目", "初めてではない", "×", "0"])
def test_everything_else_is_not_yes(text: str) -> None:
    assert not says_first_time(text)
