"""The headings and labels that stand on the sheets, in Japanese and in English."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from printables.values import Ribbon

_RIBBONS = {
    Ribbon.SPEAKER: "登壇者",
    Ribbon.STAFF: "スタッフ",
    Ribbon.LEADER: "テーブルリーダー",
    Ribbon.VISITOR: "ビジター",
    Ribbon.FIRST_TIME: "はじめて参加",
}


@dataclass(frozen=True, slots=True)
class Words:
    """The headings and labels of one language; `{}` stands for a number, a time or a name."""

    language: str = "ja"
    ribbons: Mapping[Ribbon, str] = field(default_factory=lambda: _RIBBONS, hash=False)
    table: str = "テーブル"
    round: str = "ラウンド {}"
    leader: str = "リーダー"
    name: str = "お名前"
    company_and_title: str = "会社・役職"
    notes: str = "メモ"
    pr_time: str = "PRタイム進行表"
    questions_at: str = "質疑 {}"
    seating_chart: str = "座席表"
    people: str = "{} 名"
    reception: str = "受付名簿"
    company: str = "会社"
    fee: str = "参加費"
    roster: str = "参加者名簿"
    roster_terms: str = "本名簿は本会の交流のためにのみお使いください。目的外利用・転売を禁じます。"
    contact: str = "お問い合わせ"
    offers: str = "できること"
    wants: str = "求むこと"
    pr_master: str = "PRタイム司会進行表"
    turn: str = "{}人目"
    speaking: str = "話す"
    questions: str = "質疑"
    ends: str = "終わり"
    cumulative: str = "通算"
    minutes: str = "{} 分"
    speakers: str = "話す人"
    pr_order: str = "PRタイム順番表"
    no_table: str = "―"
    moves: str = "席替えのご案内"
    from_table: str = "これまで"
    to_table: str = "これから"
    receipt: str = "領収書"
    receipt_number: str = "No. {}"
    honorific: str = "様"
    day: str = "{0.year}年{0.month}月{0.day}日"
    issued_on: str = "発行日"
    date_of_sale: str = "取引日"
    for_item: str = "但し　{}"
    received: str = "上記正に領収いたしました。"
    rate: str = "{}% 対象"
    tax: str = "消費税額"
    registration: str = "登録番号"
    reissued: str = "再発行"
    stamp: str = "収入印紙"
    by_card: str = "クレジットカード利用"
    tax_included: str = "（税込）"
    reduced: str = "※軽減税率対象"
    contact_slip: str = "連絡先を交換する"
    contact_slip_how: str = "スマートフォンのカメラで読み取ってください。"
    room_map: str = "会場図"
    seats: str = "{}席"
    ruler: str = (
        "普通紙に100%で印刷し、用紙と重ねて光に透かします。"
        "用紙の実際の端が目盛りのどこにあるかを読み、横をdx、縦をdyに入れてください。"
    )


JAPANESE = Words()
ENGLISH = Words(
    language="en",
    ribbons={
        Ribbon.SPEAKER: "Speaker",
        Ribbon.STAFF: "Staff",
        Ribbon.LEADER: "Table leader",
        Ribbon.VISITOR: "Visitor",
        Ribbon.FIRST_TIME: "First time here",
    },
    table="Table",
    round="Round {}",
    leader="Leader",
    name="Name",
    company_and_title="Company and title",
    notes="Notes",
    pr_time="PR time schedule",
    questions_at="Q&A {}",
    seating_chart="Seating chart",
    people="{} people",
    reception="Reception list",
    company="Company",
    fee="Fee",
    roster="Participants",
    roster_terms="For networking at this event only. Any other use, and any sale, is forbidden.",
    contact="Contact",
    offers="Offers",
    wants="Wants",
    pr_master="PR time: running order",
    turn="No. {}",
    speaking="Speaks",
    questions="Q&A",
    ends="Ends",
    cumulative="Total",
    minutes="{} min",
    speakers="Speakers",
    pr_order="PR time: order of speaking",
    no_table="–",
    moves="Changes of seats",
    from_table="Until now",
    to_table="From now",
    receipt="Receipt",
    receipt_number="No. {}",
    honorific="",
    day="{0:%Y-%m-%d}",
    issued_on="Issued",
    date_of_sale="Date",
    for_item="For {}",
    received="Received with thanks.",
    rate="Taxed at {}%",
    tax="Tax",
    registration="Registration no.",
    reissued="Reissued",
    stamp="Revenue stamp",
    by_card="Paid by credit card",
    tax_included="(tax included)",
    reduced="※ reduced rate",
    contact_slip="Exchange contacts",
    contact_slip_how="Read the code with your phone’s camera.",
    room_map="Room",
    seats="{} seats",
    ruler="Print on plain paper at 100 %, hold it behind the sheet against the light, and read "
    "where the true edges lie: across is dx, down is dy.",
)
