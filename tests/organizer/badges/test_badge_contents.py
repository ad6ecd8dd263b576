"""Roles, talk tags and the logo on badges."""

import re
from base64 import b64decode
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import pypdfium2
import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image

from organizer.accounts.logo import remove_logo, store_logo
from organizer.badges.order import BadgeOrder, Sorting
from organizer.badges.samples import sample_people
from organizer.badges.values import BadgeSource
from organizer.events.models import Event
from organizer.registration.models import Registration
from tests.conftest import both_databases
from tests.organizer.prints import changes, print_out
from tests.printables.reading import codes_of, images_of, text_of

MakeAttendees = Callable[..., list[Registration]]
NOW = datetime(2026, 9, 1, 3, 0, tzinfo=UTC)
TEMPLATES = ["name", "company", "centred", "talk"]


def logo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (300, 100), (255, 0, 255)).save(out, "PNG")
    return out.getvalue()


def magenta(pdf: bytes) -> int:
    """Count the pixels in the logo's colour."""
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil().convert("RGB")
    return sum(count for count, colour in page.getcolors(2**24) if colour == (255, 0, 255))


@pytest.mark.parametrize(
    ("card", "word"),
    [
        ({"role": "speaker"}, "Speaker"),
        ({"role": "staff"}, "Staff"),
        ({"role": "leader"}, "Tableleader"),
        ({"role": "visitor"}, "Visitor"),
        ({"first_time": True}, "Firsttimehere"),
        ({"role": "speaker", "first_time": True}, "Speaker"),
    ],
)
def test_a_ribbon_says_what_somebody_is(
    alice: FlaskClient,
    event: Event,
    make_attendees: MakeAttendees,
    card: dict[str, object],
    word: str,
) -> None:
    make_attendees(event, 1, **card)
    text = text_of(print_out(alice, event))
    assert word in text
    assert ("Firsttimehere" in text) == (word == "Firsttimehere")


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_design_shows_the_talk_tags(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, template: str
) -> None:
    make_attendees(event, 1, talk_tags="ゴルフ、温泉、事業承継")
    text = text_of(print_out(alice, event, template=template))
    assert all(tag in text for tag in ("ゴルフ", "温泉", "事業承継"))


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("stock", ["aone-28185", "aone-51002", "plain-a4-a6", "plain-a4-hagaki"])
def test_a_badge_with_everything_on_it_loses_nothing(
    *,
    alice: FlaskClient,
    event: Event,
    make_attendees: MakeAttendees,
    template: str,
    stock: str,
) -> None:
    [attendee] = make_attendees(
        event,
        1,
        name="勅使河原 アレクサンドラ",
        name_kana="テシガワラ アレクサンドラ",
        company="株式会社さくらコミュニケーションズ",
        title="代表取締役社長",
        role="speaker",
        talk_tags="インバウンド、事業承継と後継者育成、ゴルフ",
    )
    store_logo(event.organization_id, logo(), at=NOW)
    made = print_out(alice, event, template=template, stock=stock)
    text = text_of(made)
    for shown in (attendee.name, attendee.name_kana, attendee.company, attendee.title):
        assert "".join(shown.split()) in text
    for shown in ("Speaker", "インバウンド", "事業承継と後継者育成", "ゴルフ"):
        assert shown in text
    assert "…" not in text
    assert magenta(made) > 50
    [code] = codes_of(images_of(made, dpi=300)[0])
    assert code.endswith(attendee.code)


def test_the_logo_stands_on_badges_as_soon_as_there_is_one(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1)
    assert magenta(print_out(alice, event)) == 0
    store_logo(event.organization_id, logo(), at=NOW)
    assert magenta(print_out(alice, event)) > 500
    remove_logo(event.organization_id)
    assert magenta(print_out(alice, event)) == 0


def test_a_role_a_tag_or_a_logo_makes_printed_badges_old(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    attendees = make_attendees(event, 3)
    print_out(alice, event)
    assert "Every badge is printed as it stands." in changes(alice, event)
    card = f"/events/{event.id}/attendees/{attendees[0].id}"
    alice.post(card, data={"name": "参加者 1", "role": "staff"})
    assert "new 0, changed 1" in changes(alice, event)
    print_out(alice, event, who="changed")
    store_logo(event.organization_id, logo(), at=NOW)
    assert "new 0, changed 3" in changes(alice, event)


def shown(page: str) -> list[str]:
    """Return the drawings on a page, as SVG."""
    return [b64decode(data).decode() for data in re.findall(r"svg\+xml;base64,([\w+/=]+)", page)]


def test_the_page_shows_each_design_with_the_fullest_badge(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 3)
    card = {"name_kana": "ワ", "role": "speaker", "talk_tags": "温泉、ゴルフ"}
    make_attendees(event, 1, name="全部", email="", **card)
    store_logo(event.organization_id, logo(), at=NOW)
    page = alice.get(f"/events/{event.id}/print").text
    full = [svg for svg in shown(page) if "Speaker" in svg and "温泉" in svg and "<image" in svg]
    assert len(full) == len(TEMPLATES) + 1
    assert "The fullest badge" in page
    assert "Large talk tags" in page


@both_databases
def test_the_badges_to_look_at_are_the_first_the_fullest_and_the_longest_name(
    app: Flask, event: Event, make_attendees: MakeAttendees
) -> None:
    def add(**card: object) -> Registration:
        return make_attendees(event, 1, email="", **card)[0]

    first = add(name="原", name_kana="ア")
    tagged = add(name="林", name_kana="カ", talk_tags="温泉、ゴルフ")
    full = add(name="森", name_kana="サ", talk_tags="温泉、ゴルフ", first_time=True)
    add(name="森", name_kana="タ", talk_tags="温泉、ゴルフ", role="speaker")
    longest = add(name="勅使河原 𠮷之助", name_kana="ハ")
    source = BadgeSource(event, None, address="C/", language="ja")
    found = sample_people(source, BadgeOrder())
    assert [found[why].id for why in ("first", "fullest", "longest")] == [
        *(first.id, full.id, longest.id)
    ]
    chosen = BadgeOrder(people=(tagged.id, longest.id), sorting=Sorting.REGISTERED)
    assert {person.id for person in sample_people(source, chosen).values()} == {
        *(tagged.id, longest.id)
    }
    assert sample_people(source, BadgeOrder(people=())) == {}
