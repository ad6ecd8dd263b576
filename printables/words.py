"""The words that the sheets themselves bring, in Japanese and in English."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from printables.values import Role

_ROLES = {
    Role.SPEAKER: "登壇者",
    Role.STAFF: "スタッフ",
    Role.LEADER: "テーブルリーダー",
    Role.VISITOR: "ビジター",
    Role.FIRST_TIME: "はじめて参加",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Headings of the sheets; `{}` stands for the name of the table, round or page."""

    language: str = "ja"
    roles: Mapping[Role, str] = field(default_factory=lambda: _ROLES)
    table: str = "テーブル"
    round: str = "ラウンド {}"
    leader: str = "リーダー"
    person: str = "お名前"
    company: str = "会社・役職"
    notes: str = "メモ"
    pr_time: str = "PRタイム進行表"
    questions: str = "質疑 {}"
    seating_chart: str = "座席表"
    page: str = "{} / {}"
    ruler: str = (
        "普通紙に100%で印刷し、用紙と重ねて光に透かします。"
        "用紙の実際の端が目盛りのどこにあるかを読み、横をdx、縦をdyに入れてください。"
    )


JAPANESE = Words()
ENGLISH = Words(
    language="en",
    roles={
        Role.SPEAKER: "Speaker",
        Role.STAFF: "Staff",
        Role.LEADER: "Table leader",
        Role.VISITOR: "Visitor",
        Role.FIRST_TIME: "First time here",
    },
    table="Table",
    round="Round {}",
    leader="Leader",
    person="Name",
    company="Company and title",
    notes="Notes",
    pr_time="PR time schedule",
    questions="Q&A {}",
    seating_chart="Seating chart",
    ruler="Print on plain paper at 100 %, hold it behind the sheet against the light, and read "
    "where the true edges lie: across is dx, down is dy.",
)
