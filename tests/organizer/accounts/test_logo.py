"""The organization's page, and its logo."""

import struct
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from PIL import Image, PngImagePlugin
from werkzeug.test import TestResponse

from organizer.accounts.logo import find_logo
from organizer.core.db import db
from organizer.events.models import Event
from tests.conftest import People, both_databases

PAGE, UPLOAD = "/organization", "/organization/logo"
PICTURE, REMOVE = "/organization/logo.png", "/organization/logo/remove"
REFUSED = "Please choose a PNG or JPEG picture"


def picture(kind: str = "PNG", size: tuple[int, int] = (120, 40), **saved: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "crimson").save(out, kind, **saved)
    return out.getvalue()


def huge() -> bytes:
    """A PNG that says it is far larger than its bytes."""
    small = picture()
    return small[:16] + struct.pack(">2I", 60_000, 60_000) + small[24:]


def send(client: FlaskClient, file: bytes, name: str = "logo.png") -> TestResponse:
    sent = {"file": (BytesIO(file), name)}
    return client.post(UPLOAD, data=sent, follow_redirects=True)


def stored(people: People) -> Image.Image | None:
    db.session.rollback()
    logo = find_logo(people.sakura)
    return Image.open(BytesIO(logo.png)) if logo else None


@both_databases
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_stored_and_shown(alice: FlaskClient, people: People, kind: str) -> None:
    assert "There is no logo yet." in alice.get(PAGE).text
    assert "The logo is stored" in send(alice, picture(kind)).text
    assert f'src="{PICTURE}?v=' in alice.get(PAGE).text
    answer = alice.get(PICTURE)
    assert answer.mimetype == "image/png"
    assert Image.open(BytesIO(answer.data)).size == (120, 40)


@both_databases
def test_another_logo_takes_the_place_of_the_one_before(alice: FlaskClient, people: People) -> None:
    send(alice, picture())
    page = send(alice, picture(size=(50, 50))).text
    assert "Replace the logo" in page
    found = stored(people)
    assert found is not None
    assert found.size == (50, 50)


def test_a_logo_is_removed(alice: FlaskClient, people: People) -> None:
    send(alice, picture())
    for _ in range(2):  # the second time there is nothing left to remove
        assert "The logo is removed." in alice.post(REMOVE, follow_redirects=True).text
    assert stored(people) is None
    assert alice.get(PICTURE).status_code == 404


def test_nothing_but_the_pixels_is_kept(alice: FlaskClient, people: People) -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "somebody at 35.68 139.76")
    send(alice, picture(pnginfo=told) + b"<script>alert(1)</script>")
    logo = find_logo(people.sakura)
    assert logo is not None
    assert b"somebody" not in logo.png
    assert b"script" not in logo.png
    assert Image.open(BytesIO(logo.png)).info == {}


def test_a_large_picture_is_kept_as_small_as_print_needs(
    alice: FlaskClient, people: People
) -> None:
    send(alice, picture(size=(3000, 600)))
    found = stored(people)
    assert found is not None
    assert found.size == (700, 140)


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        picture("GIF"),
        picture("BMP"),
        picture()[:60],
        huge(),
    ],
    ids=["empty", "head", "svg", "gif", "bmp", "half", "huge"],
)
def test_what_is_no_picture_is_refused_beside_the_field(
    alice: FlaskClient, people: People, file: bytes
) -> None:
    send(alice, picture())
    answer = send(alice, file)
    assert answer.status_code == 422
    assert f'id="file-error">{REFUSED}' in answer.text
    assert stored(people) is not None


def test_a_file_of_too_many_bytes_is_refused(
    alice: FlaskClient, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("printables.page.images.MOST_BYTES", 100)
    assert REFUSED in send(alice, picture()).text
    assert stored(people) is None


@pytest.mark.parametrize("sent", [{}, {"file": "text"}, {"file": (BytesIO(b""), "")}])
def test_without_a_file_one_is_asked_for(alice: FlaskClient, sent: dict[str, object]) -> None:
    answer = alice.post(UPLOAD, data=sent, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert 'id="file-error">Please choose a file.' in answer.text


@pytest.mark.parametrize("who", ["bob", "dora"])
def test_only_owners_change_the_logo_but_all_staff_see_it(
    request: pytest.FixtureRequest, alice: FlaskClient, people: People, who: str
) -> None:
    send(alice, picture())
    client: FlaskClient = request.getfixturevalue(who)
    answers = [client.get(PAGE), client.post(REMOVE), send(client, picture(size=(9, 9)))]
    assert [answer.status_code for answer in answers] == [403] * 3
    found = stored(people)
    assert found is not None
    assert found.size == (120, 40)
    assert client.get(PICTURE).mimetype == "image/png"


def test_others_see_their_own_logo_or_none(
    alice: FlaskClient, charlie: FlaskClient, people: People
) -> None:
    send(alice, picture())
    assert charlie.get(PICTURE).status_code == 404
    charlie.post(REMOVE)
    assert stored(people) is not None


def test_the_logo_needs_a_sign_in(anybody: FlaskClient) -> None:
    for page in (PAGE, PICTURE):
        assert "/sign-in" in anybody.get(page).location
    for page in (UPLOAD, REMOVE):
        assert "/sign-in" in anybody.post(page).location


def test_guests_see_whose_page_it_is(
    alice: FlaskClient, anybody: FlaskClient, event: Event
) -> None:
    page, address = f"/e/{event.public_code}", f"/e/{event.public_code}/logo.png"
    assert "logo.png" not in anybody.get(page).text
    assert anybody.get(address).status_code == 404
    send(alice, picture())
    assert f'src="{address}?v=' in anybody.get(page).text
    assert anybody.get(address).mimetype == "image/png"
    assert anybody.get(f"/e/{'A' * 16}/logo.png").status_code == 404
