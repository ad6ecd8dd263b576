"""Lines of a table become cards, and say what is wrong with them."""

import pytest

from organizer.registration.importing.rows import ImportedLine, LineFinding, read_rows
from organizer.registration.importing.table import Line

COLUMNS = (
    "name",
    "name_kana",
    "company",
    "title",
    "industry",
    "profession",
    "email",
    "pr_line",
    "offers",
    "talk_tags",
    "role",
    "first_time",
    "status",
)


def line_with(**values: str) -> ImportedLine:
    cells = tuple({"name": "山田 太郎", **values}.get(field, "") for field in COLUMNS)
    return read_rows([Line(7, cells)], COLUMNS)[0]


def findings(read: ImportedLine) -> list[LineFinding]:
    return [note.finding for note in read.notes]


def test_a_line_becomes_a_card() -> None:
    read = line_with(
        name_kana="やまだ　ﾀﾛｳ",
        company="㈱さくら",
        industry="保険業",
        email="ＴＡＲＯ@Example.com ",
        pr_line="一行目\n二行目",
        offers="一行目\n二行目",
        status="参加",
    )
    card = read.card
    assert read.number == 7
    assert read.is_good
    assert (card.name, card.name_kana, card.company) == ("山田 太郎", "ヤマダ タロウ", "㈱さくら")
    assert (card.industry, card.profession, card.email) == ("insurance", "", "taro@example.com")
    assert (card.pr_line, card.offers) == ("一行目 二行目", "一行目\n二行目")


def test_consent_is_never_assumed() -> None:
    assert line_with().card.consent_text == ""


def test_names_are_put_together_from_their_parts() -> None:
    columns = ("last_name", "first_name", "last_kana", "first_kana")
    lines = [
        Line(2, ("髙橋", "優子", "たかはし", "ﾕｳｺ")),
        Line(3, ("𠮷田", "", "", "")),
        Line(4, ("", "剛")),
    ]
    cards = [read.card for read in read_rows(lines, columns)]
    assert [(c.name, c.name_kana) for c in cards] == [
        ("髙橋 優子", "タカハシ ユウコ"),
        ("𠮷田", ""),
        ("剛", ""),
    ]


@pytest.mark.parametrize(
    ("values", "finding"),
    [
        ({"name": ""}, LineFinding.MISSING),
        ({"name": "\u200b"}, LineFinding.MISSING),
        ({"name": "あ" * 101}, LineFinding.WRONG),
        ({"offers": "あ" * 501}, LineFinding.WRONG),
        ({"email": "taro@"}, LineFinding.WRONG),
    ],
)
def test_what_must_be_corrected_is_wrong(values: dict[str, str], finding: LineFinding) -> None:
    read = line_with(**values)
    assert read.is_wrong
    assert findings(read) == [finding]


@pytest.mark.parametrize(
    ("status", "finding"),
    [
        ("参加キャンセル", LineFinding.CANCELLED),
        ("取消", LineFinding.CANCELLED),
        ("払い戻し済み", LineFinding.CANCELLED),
        ("Refunded", LineFinding.CANCELLED),
        ("補欠", LineFinding.WAITLISTED),
        ("キャンセル待ち", LineFinding.WAITLISTED),
    ],
)
def test_who_does_not_come_according_to_the_list_is_left_out(
    status: str, finding: LineFinding
) -> None:
    read = line_with(status=status)
    assert findings(read) == [finding]
    assert not read.is_wrong
    assert not read.is_good


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("industry", "宇宙開発"),
        ("profession", "忍者"),
        ("name_kana", "山田"),
        ("role", "早割"),
        ("talk_tags", "長い" * 11),
    ],
)
def test_what_is_not_understood_is_left_empty_with_a_warning(field: str, value: str) -> None:
    read = line_with(**{field: value})
    assert [(n.finding, n.field, n.seen) for n in read.notes] == [
        (LineFinding.EMPTIED, field, value)
    ]
    assert read.is_good
    assert getattr(read.card, field) == ""


@pytest.mark.parametrize(
    ("industry", "profession", "work"),
    [
        ("税理士", "", ("tax_account", "tax")),
        ("士業", "税理士", ("tax_account", "tax")),
        ("保険", "忍者", ("insurance", "")),
        ("保険", "保険", ("insurance", "")),
    ],
)
def test_either_column_can_name_the_profession(
    industry: str, profession: str, work: tuple[str, str]
) -> None:
    card = line_with(industry=industry, profession=profession).card
    assert (card.industry, card.profession) == work


def test_ragged_lines_are_read_or_named() -> None:
    short, long = read_rows(
        [Line(2, ("山田",)), Line(3, ("佐藤", "サトウ", "x"))], ("name", "name_kana")
    )
    assert short.is_good
    assert findings(long) == [LineFinding.MORE_CELLS]
    assert long.notes[0].seen == "3 > 2"


def test_a_line_says_what_somebody_is_and_likes_to_talk_about() -> None:
    card = line_with(role="登壇者", first_time="○", talk_tags="#ゴルフ #温泉").card
    assert (card.role, card.first_time, card.talk_tags) == ("speaker", True, "ゴルフ、温泉")


def test_tags_beyond_those_a_badge_has_room_for_are_named() -> None:
    read = line_with(talk_tags="一,二,三,四,五")
    assert read.is_good
    assert read.card.talk_tags == "一、二、三"
    [note] = read.notes
    assert (note.finding, note.kept) == (LineFinding.SHORTENED, "一、二、三")


@pytest.mark.parametrize("nothing", ["-", "－", "なし", "無し", "N/A", "none", "特になし"])
def test_an_address_that_says_none_is_none(nothing: str) -> None:
    read = line_with(email=nothing)
    assert (read.card.email, read.notes) == ("", ())


@pytest.mark.parametrize(
    "values", [{"role": "ビジター（初参加）"}, {"role": "ゲスト", "first_time": "はい、初めてです"}]
)
def test_the_role_or_an_answer_in_words_says_that_somebody_is_new(values: dict[str, str]) -> None:
    read = line_with(**values)
    assert (read.card.role, read.card.first_time, read.notes) == ("visitor", True, ())
