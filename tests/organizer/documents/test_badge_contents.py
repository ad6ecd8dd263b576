"""Roles, talk tags and the logo on badges."""

import re
from base64 import b64decode
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import pypdfium2
import pytest
from flask.testing import FlaskClient
from PIL import Image

from organizer.accounts.logo import remove_logo, store_logo
from organizer.documents.samples import fullest
from organizer.events.models import Event
from organizer.registration.models import Registration
from tests.organizer.plans import make_plan
from tests.printables.reading import codes_of, images_of, text_of

MakeAttendees = Callable[..., list[Registration]]
NOW = datetime(2026, 9, 1, 3, 0, tzinfo=UTC)
TEMPLATES = ["name", "company", "centred", "talk"]


def logo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (300, 100), (255, 0, 255)).save(out, "PNG")
    return out.getvalue()


def pdf(client: FlaskClient, event: Event, **choice: object) -> bytes:
    answer = client.post(f"/events/{event.id}/print/badges.pdf", data=choice)
    assert answer.mimetype == "application/pdf", answer.text
    return answer.data


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
    text = text_of(pdf(alice, event))
    assert word in text
    assert ("Firsttimehere" in text) == (word == "Firsttimehere")


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_design_shows_the_talk_tags(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees, template: str
) -> None:
    make_attendees(event, 1, talk_tags="ゴルフ、温泉、事業承継")
    text = text_of(pdf(alice, event, template=template))
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
    made = pdf(alice, event, template=template, stock=stock)
    text = text_of(made)
    for shown in (attendee.name, attendee.name_kana, attendee.company, attendee.title):
        assert "".join(shown.split()) in text
    for shown in ("Speaker", "インバウンド", "事業承継と後継者育成", "ゴルフ"):
        assert shown in text
    assert "…" not in text
    assert magenta(made) > 50
    [code] = codes_of(images_of(made, dpi=300)[0])
    assert code.endswith(attendee.code)


def test_a_table_sheet_marks_its_leader(
    alice: FlaskClient, make_event: Callable[..., Event], make_attendees: MakeAttendees
) -> None:
    event = make_event(table_count=1, capacity=6, seats_per_table=6)
    make_attendees(event, 5)
    make_attendees(event, 1, role="leader", name="長 一郎", email="")
    make_plan(event)
    answer = alice.post(f"/events/{event.id}/print/tables.pdf")
    assert text_of(answer.data).count("Leader") == event.rounds


def test_the_logo_stands_on_badges_as_soon_as_there_is_one(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1)
    assert magenta(pdf(alice, event)) == 0
    store_logo(event.organization_id, logo(), at=NOW)
    assert magenta(pdf(alice, event)) > 500
    remove_logo(event.organization_id)
    assert magenta(pdf(alice, event)) == 0


def test_a_role_a_tag_or_a_logo_makes_printed_badges_old(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    attendees = make_attendees(event, 3)
    pdf(alice, event)
    page, cards = f"/events/{event.id}/print", f"/events/{event.id}/attendees"
    assert "Every badge is printed as it stands." in alice.get(page).text
    alice.post(f"{cards}/{attendees[0].id}", data={"name": "参加者 1", "role": "staff"})
    assert "new 0, changed 1" in alice.get(page).text
    pdf(alice, event, who="changed")
    store_logo(event.organization_id, logo(), at=NOW)
    assert "new 0, changed 3" in alice.get(page).text


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


def test_the_fullest_badge_has_most_to_say(event: Event, make_attendees: MakeAttendees) -> None:
    plain, tagged, both = (
        make_attendees(event, 1, email="", **card)[0]
        for card in ({}, {"talk_tags": "温泉"}, {"talk_tags": "温泉", "first_time": True})
    )
    assert fullest([plain, tagged, both]) is both
