"""The fields of a card: one declaration for form, import, list and workbook."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_babel import force_locale
from openpyxl import load_workbook

from organizer.core import clock
from organizer.events.models import Event
from organizer.registration import fields, service, words
from organizer.registration.card_field import CardField, FieldKind, Surface
from organizer.registration.importing import columns
from organizer.registration.models import Registration
from organizer.registration.talk_tags import BETWEEN, LONGEST, MOST
from tests.organizer.registration.lists import list_of

THROW_AWAY = CardField(
    key="print_title",  # a column that no other field uses
    label="Blood type",  # type: ignore[arg-type]  # a field that stays has words in both languages
    kind=FieldKind.LINE,
    limit=3,
    surfaces=frozenset(
        {Surface.PUBLIC_FORM, Surface.STAFF_FORM, Surface.IMPORT, Surface.PREVIEW, Surface.LIST}
        | {Surface.WORKBOOK, Surface.DOOR}
    ),
)


@pytest.fixture
def throw_away(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let cards have one more field meanwhile."""
    monkeypatch.setattr(fields, "CARD_FIELDS", (*fields.CARD_FIELDS, THROW_AWAY))
    columns._aliases.cache_clear()  # kept for a process, whose fields never change but here
    yield
    columns._aliases.cache_clear()


@pytest.fixture(autouse=True)
def _before_the_event(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 9, 1, 3, 0, tzinfo=UTC))


def import_list(client: FlaskClient, event: Event, content: str) -> str:
    """Register the one good line of a list; return the page it was looked at on."""
    data = {"file": (io.BytesIO(content.encode()), "list.csv")}
    preview = client.post(f"{list_of(event)}/import", data=data).location
    page = client.get(preview).text
    client.post(f"{preview}/confirm", data={"expected": 1})
    return page


@pytest.mark.usefixtures("throw_away")
def test_a_new_field_is_asked_for_in_both_forms_and_checked(
    anybody: FlaskClient, alice: FlaskClient, event: Event
) -> None:
    guest = {"name": "山田", "name_kana": "ヤマダ", "email": "taro@example.com"}
    for client, url, card in (
        (anybody, f"/e/{event.public_code}", guest),
        (alice, f"{list_of(event)}/new", {"name": "佐藤"}),
    ):
        assert 'name="print_title"' in client.get(url).text
        refused = client.post(url, data={**card, "print_title": "ABAB"}).text
        assert 'id="print_title-error">At most 3 characters.' in refused
        client.post(url, data={**card, "print_title": " AB "})
    assert [r.print_title for r in service.attendees_of(event.id)] == ["AB", "AB"]


@pytest.mark.usefixtures("throw_away")
def test_a_new_field_is_read_from_lists_and_shown_in_the_list_at_the_door_and_in_the_workbook(
    alice: FlaskClient, dora: FlaskClient, event: Event
) -> None:
    assert "Blood type: O" in import_list(alice, event, "氏名,Blood type\n山田 太郎,O\n")
    assert "Blood type: O" in alice.get(list_of(event)).text
    assert "<small>O</small>" in dora.get(f"/events/{event.id}/door?q=山田").text
    book = load_workbook(io.BytesIO(alice.get(f"{list_of(event)}.xlsx").data))
    headings, row = list(book["Attendees"].iter_rows(values_only=True))[:2]
    assert dict(zip(headings, row, strict=True))["Blood type"] == "O"


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("name_kana", "Nguyễn Thị Ánh", "Nguyễn Thị Ánh"),
        ("name_kana", "たかはし　ﾕｳｺ", "タカハシ ユウコ"),
        ("company", " ㈱　さくら\u200b", "㈱ さくら"),
        ("email", "－", ""),
        ("email", "ＹＵＫＯ@Example.com", "yuko@example.com"),
        ("talk_tags", "#温泉 #ゴルフ", "温泉、ゴルフ"),
        ("offers", "一行目\r\n二行目 ", "一行目\n二行目"),
    ],
)
def test_form_and_import_keep_the_same(
    alice: FlaskClient, event: Event, field: str, typed: str, kept: str
) -> None:
    alice.post(f"{list_of(event)}/new", data={"name": "甲", field: typed})
    label = str(fields.get_field(field).label)
    import_list(alice, event, f'Name,{label}\n乙,"{typed}"\n')
    stored = {row.name: getattr(row, field) for row in service.attendees_of(event.id)}
    assert stored == {"甲": kept, "乙": kept}


@pytest.mark.parametrize(
    ("field", "typed"),
    [("name", "あ" * 101), ("email", "yuko@"), ("wants", "あ" * 501), ("pr_line", "あ" * 201)],
)
def test_form_and_import_refuse_the_same_with_the_same_sentence(
    alice: FlaskClient, event: Event, field: str, typed: str
) -> None:
    with force_locale("en"):
        sentence, label = str(fields.get_field(field).check(typed)), fields.get_field(field).label
        card = f"{label}\n{typed}\n" if field == "name" else f"Name,{label}\n甲,{typed}\n"
    assert sentence in alice.post(f"{list_of(event)}/new", data={"name": "甲", field: typed}).text
    assert sentence in import_list(alice, event, card)
    assert service.count_attendees(event.id) == 0


@pytest.mark.parametrize("field", [f for f in fields.CARD_FIELDS if f.limit], ids=lambda f: f.key)
def test_a_text_may_be_as_long_as_its_limit_and_no_longer(field: CardField) -> None:
    is_email = field.kind == FieldKind.EMAIL
    longest = "a" * (field.limit - 5) + "@x.jp" if is_email else "ア" * field.limit
    assert field.check(longest) is None
    assert field.check("a" + longest) is not None


def test_as_many_tags_as_long_as_a_badge_has_room_for_are_right() -> None:
    tags = ["あ" * LONGEST] * MOST
    assert fields.get_field("talk_tags").check(BETWEEN.join(tags)) is None
    assert fields.get_field("talk_tags").check(BETWEEN.join([*tags, "い"])) is not None


@pytest.mark.parametrize("profession", ["care", "pet"])
def test_an_id_in_a_list_is_itself_even_where_an_industry_is_called_so(profession: str) -> None:
    assert fields.get_field("profession").read(profession) == profession


def test_every_field_has_a_column_with_room_for_it(app: Flask) -> None:
    columns = Registration.__table__.columns
    for field in fields.CARD_FIELDS:
        room = getattr(columns[field.key].type, "length", None)
        assert room is None or room >= field.limit
    assert len({str(field.label) for field in fields.CARD_FIELDS}) == len(fields.CARD_FIELDS)


def test_the_consent_names_what_the_roster_shows_and_no_way_to_reach_anybody(app: Flask) -> None:
    shown = [str(field.label) for field in fields.fields_in(Surface.ROSTER)]
    for sentence in (words.roster_consent("Sakura"), words.roster_consent_told("Sakura")):
        assert all(label in sentence for label in shown)
    assert Surface.ROSTER not in fields.get_field("email").surfaces
