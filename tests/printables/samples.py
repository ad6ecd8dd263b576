"""Invented people and an invented evening: values for every kind of paper."""

from datetime import date
from io import BytesIO

from PIL import Image as Pillow
from PIL import ImageDraw

from printables import (
    Badge,
    ContactSlip,
    Image,
    Issuer,
    MapMark,
    MapTable,
    Member,
    MoveLine,
    PrTimeTable,
    Receipt,
    ReceptionLine,
    Ribbon,
    RoomMap,
    SeatLine,
    SeatStop,
    TableSheet,
    TableTent,
    TaxLine,
    TurnLine,
    read_image,
)

EVENT = "第12回 さくら異業種交流会"
DAY = date(2026, 11, 20)
PEOPLE = (
    ("青木 真理", "アオキ マリ", "あおぞら社会保険労務士事務所", "所長", "社会保険労務士"),
    ("伊藤 大輔", "イトウ ダイスケ", "東都リフォーム株式会社", "営業課長", "住宅・リフォーム"),
    ("上杉 健", "ウエスギ ケン", "株式会社ライト印刷", "代表取締役", "印刷"),
    ("金子 由美子", "カネコ ユミコ", "金子生花店", "店長", "花・園芸"),
    ("神﨑 徹", "カンザキ トオル", "KZシステム合同会社", "代表社員", "ITシステム"),
    ("Maria SANTOS", "サントス マリア", "Lumo Consulting K.K.", "Director", "コンサルティング"),
    ("髙橋 美咲", "タカハシ ミサキ", "株式会社さくら広告", "プランナー", "広告・PR"),
    ("長谷川 蓮", "ハセガワ レン", "はせがわ税務会計", "税理士", "税理士・会計士"),
    ("濵田 礼子", "ハマダ レイコ", "湘南フードサービス株式会社", "専務取締役", "飲食"),
    ("森 修", "モリ オサム", "みなと保険サービス", "代表", "保険"),
    ("栁澤 悟", "ヤナギサワ サトル", "北斗不動産株式会社", "支店長", "不動産"),
    ("𠮷田 太郎", "ヨシダ タロウ", "渡邉税理士法人", "代表社員", "税理士・会計士"),
)
LONG_NAME = (
    "寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末食う寝る処に住む処藪ら柑子の藪柑子"
)
WORDY_NAME = "Christopher Bartholomew Featherstonehaugh-Cholmondeley"
ROUTES = ("ABC", "BCA", "CAB", "ACB", "BAC", "CBA", "ABC", "BCA", "CAB", "ACB", "BAC", "CBA")
PR = (
    "後継者が決まっていない会社の、最初の相談先です。税務と人の両面から年間60社をお手伝いしています。",
    "住みながらの改装が得意です。",
    "名刺から横断幕まで、翌日に届けます。小さな部数ほどお任せください。",
)


def table_of(person: int, round_: int) -> str:
    return ROUTES[person][round_]


def names_at(round_: int, table: str) -> tuple[int, ...]:
    return tuple(n for n in range(len(PEOPLE)) if table_of(n, round_) == table)


def url(number: int) -> str:
    return f"HTTPS://EVENTS.EXAMPLE.JP/C/7Q2M9XK4{number:04}"


def a_badge(number: int = 0, **changes: object) -> Badge:
    fields: dict[str, object] = {
        "name": "𠮷田 太郎",
        "url": url(number),
        "name_kana": "ヨシダ タロウ",
        "company": "渡邉税理士法人",
        "title": "代表社員",
        "industry": "税理士・会計士",
        "event": "第12回 さくら異業種交流会",
        "route": ("A", "C", "E"),
    }
    return Badge(**(fields | changes))  # type: ignore[arg-type]  # fields are named above


def badges() -> list[Badge]:
    ribbons = {
        1: Ribbon.FIRST_TIME,
        5: Ribbon.SPEAKER,
        6: Ribbon.LEADER,
        9: Ribbon.STAFF,
        10: Ribbon.VISITOR,
    }
    tags = {2: ("小部数印刷", "自転車"), 7: ("相続の相談", "週末は釣り"), 8: ("地元の野菜", "猫")}
    return [
        Badge(
            *(name, url(number), kana, company, title, industry, EVENT),
            route=tuple(ROUTES[number]),
            ribbon=ribbons.get(number),
            tags=tags.get(number, ()),
            stops=tuple(_stop(number, round_) for round_ in range(3)),
        )
        for number, (name, kana, company, title, industry) in enumerate(PEOPLE)
    ]


def _stop(person: int, round_: int) -> SeatStop:
    table = table_of(person, round_)
    others = tuple(PEOPLE[n][0] for n in names_at(round_, table) if n != person)
    return SeatStop(round_ + 1, table, ("18:40", "19:10", "19:40")[round_], others)


def logo() -> Image:
    picture = Pillow.new("RGBA", (520, 160), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    for turn in range(5):
        x, y = ((80, 34), (124, 66), (107, 118), (53, 118), (36, 66))[turn]
        pen.ellipse((x - 30, y - 30, x + 30, y + 30), fill=(214, 92, 132, 255))
    pen.ellipse((62, 62, 98, 98), fill=(255, 255, 255, 255))
    pen.rounded_rectangle((180, 52, 510, 108), 28, fill=(60, 66, 84, 255))
    out = BytesIO()
    picture.save(out, "PNG")
    return read_image(out.getvalue())


def table_sheets(round_: int = 0) -> list[TableSheet]:
    return [
        TableSheet(EVENT, round_ + 1, table, "18:40", "19:05", _seats(round_, table))
        for table in "ABC"
    ]


def _seats(round_: int, table: str) -> tuple[SeatLine, ...]:
    return tuple(SeatLine(*PEOPLE[n], leader=n == 6) for n in names_at(round_, table))


def pr_time() -> list[PrTimeTable]:
    return [
        PrTimeTable(
            *(EVENT, 1, table, "18:40", "19:05"),
            tuple(_turn(at, n) for at, n in enumerate(names_at(0, table))),
        )
        for table in "ABC"
    ]


def _turn(place: int, person: int) -> TurnLine:
    minute = 40 + 6 * place
    clock = [f"{18 + m // 60}:{m % 60:02}" for m in (minute, minute + 6, minute + 4)]
    return TurnLine(*clock, PEOPLE[person][0], PEOPLE[person][2])


def table_tents() -> list[TableTent]:
    return [TableTent("A", EVENT, "テーブルリーダー　髙橋 美咲"), TableTent("富士山", EVENT)]


def guests() -> list[ReceptionLine]:
    fees = ("3,000円", "支払済", "3,000円")
    return [
        ReceptionLine(
            name, kana, company, ROUTES[n][0], fees[n % 3], "領収書要" if n % 4 == 0 else ""
        )
        for n, (name, kana, company, *_) in enumerate(PEOPLE)
    ]


def members() -> list[Member]:
    return [
        Member(
            *person,
            pr=PR[n % 3],
            offers=("無料診断、補助金申請の同行", "", "お試し印刷 100枚まで")[n % 3],
            wants=("製造業の経営者、地域の金融機関", "工務店の協力会社", "")[n % 3],
            contact="mail@example.jp" if n % 4 == 0 else "",
        )
        for n, person in enumerate(PEOPLE)
    ]


def moves() -> list[MoveLine]:
    changes = (("A", "C"), ("B", "A"), ("", "B"), ("C", ""), ("A", "B"))
    people = zip(PEOPLE[4:9], changes, strict=True)
    return [MoveLine(name, *change, kana, company) for (name, kana, company, *_), change in people]


def receipts() -> list[Receipt]:
    issuer = Issuer(
        "さくら異業種交流会 事務局",
        "神奈川県横浜市中区本町一丁目1番地 さくらビル3階",
        "045-000-0000",
        "T1234567890123",
    )
    fee = "11月20日 異業種交流会 参加費として"
    sponsor = "11月20日 異業種交流会 協賛金・お茶代として"
    tax = (TaxLine(10, 63000, 5727), TaxLine(8, 3240, 240))
    return [
        Receipt("2026-0012", PEOPLE[1][2], 3000, fee, DAY, DAY, issuer, (TaxLine(10, 3000, 272),)),
        Receipt("2026-0013", PEOPLE[11][2], 66240, sponsor, DAY, DAY, issuer, tax, reissued=True),
    ]


def contact_slips() -> list[ContactSlip]:
    return [
        ContactSlip(name, url(n), company, EVENT) for n, (name, _, company, *_) in enumerate(PEOPLE)
    ]


def room_map() -> RoomMap:
    tables = tuple(
        MapTable("ABCDEF"[n], 3 + n % 3 * 4, 4.3 + n // 3 * 3.6, 2.2, 2.2, seats=6)
        for n in range(6)
    )
    marks = (
        MapMark("ステージ", 4, 0.3, 6, 1.4),
        MapMark("受付", 9.6, 9.9, 2.4, 0.8),
        MapMark("入口", 12.6, 9.2, 1.2, 1.5),
    )
    return RoomMap(EVENT, "3階 ホール", 14, 11, tables, marks)
