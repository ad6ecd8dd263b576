"""Two languages: every sentence has its Japanese, and Japanese pages hold no English."""

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po
from flask.testing import FlaskClient

import organizer
from organizer.accounts import service as accounts
from organizer.accounts.models import Role
from organizer.core import clock
from organizer.events.models import Event
from organizer.registration.models import Registration

PACKAGE = Path(organizer.__file__).parent
CATALOGUE = PACKAGE / "translations/ja/LC_MESSAGES/messages.po"
KEYWORDS = {**DEFAULT_KEYWORDS, "_l": None}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
KANA = re.compile(r"[ぁ-ん]+|[ァ-ヴ]{2,}")
NOT_OURS = re.compile(
    "第12回 さくら異業種交流会|さくら会館|サンカシャ"  # typed by people
    "|ヤマダ タロウ"  # shows how a reading is written
)
IN_JAPANESE = {"Accept-Language": "ja"}


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="ja")


@pytest.fixture(scope="module")
def in_the_code() -> dict[str, str]:
    """Every sentence of the code and the templates, with the file it stands in."""
    with (PACKAGE.parent / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)
    found = extract_from_dir(PACKAGE, methods, options, keywords=KEYWORDS)
    return {str(message): str(file) for file, _line, message, _comments, _context in found}


def _translated(catalogue: Catalog) -> dict[str, str]:
    return {str(m.id): str(m.string) for m in catalogue if m.id and m.string and not m.fuzzy}


def test_every_sentence_has_its_japanese(catalogue: Catalog, in_the_code: dict[str, str]) -> None:
    assert len(in_the_code) > 100
    translated = _translated(catalogue)
    assert {text: file for text, file in in_the_code.items() if text not in translated} == {}


def test_the_catalogue_holds_no_sentence_that_nothing_says(
    catalogue: Catalog, in_the_code: dict[str, str]
) -> None:
    assert {str(m.id) for m in catalogue if m.id} - in_the_code.keys() == set()


def test_both_languages_name_the_same_figures(catalogue: Catalog) -> None:
    differing = {
        english: japanese
        for english, japanese in _translated(catalogue).items()
        if set(PLACEHOLDER.findall(english)) != set(PLACEHOLDER.findall(japanese))
    }
    assert differing == {}


def test_a_percent_sign_beside_figures_is_doubled(catalogue: Catalog) -> None:
    for english, japanese in _translated(catalogue).items():
        if PLACEHOLDER.search(english):
            assert "%" not in PLACEHOLDER.sub("", japanese).replace("%%", ""), english


def _sentences(texts: Iterator[str]) -> dict[str, list[str]]:
    """Return the English sentences, each as the parts around its figures that give it away."""
    parts = {text: [p.strip() for p in PLACEHOLDER.split(text)[::2]] for text in texts}
    told = {text: [p for p in found if " " in p] for text, found in parts.items()}
    return {text: found for text, found in told.items() if found}


def _visible(page: str) -> str:
    """Return what a visitor reads or has read to them, on one line."""
    without_code = re.sub(r"<(script|style|template)\b.*?</\1>", " ", page, flags=re.DOTALL)
    spoken = re.findall(r'(?:aria-label|placeholder|title|alt|data-[\w-]+)="(.*?)"', without_code)
    plain = " ".join([re.sub(r"<[^>]*>", " ", without_code), *spoken])
    return re.sub(r"\s+", " ", html.unescape(plain))


def _english_in(page: str, in_the_code: dict[str, str]) -> list[str]:
    shown = _visible(page)
    sentences = _sentences(iter(in_the_code))
    return [text for text, parts in sentences.items() if all(part in shown for part in parts)]


@pytest.fixture
def organizers_pages(event: Event, make_attendees: Callable[..., list[Registration]]) -> list[str]:
    make_attendees(event, 7)
    about_the_event = ("", "/edit", "/attendees", "/attendees/new", "/attendees/import")
    more = ("/tables", "/print", "/door")
    paths = [f"/events/{event.id}{path}" for path in (*about_the_event, *more)]
    return ["/events", "/events/new", "/staff", "/no/such/page", *paths]


def test_organizers_read_no_english_on_japanese_pages(
    alice: FlaskClient, organizers_pages: list[str], in_the_code: dict[str, str]
) -> None:
    for path in organizers_pages:
        page = alice.get(path, headers=IN_JAPANESE).text
        assert '<html lang="ja"' in page, path
        assert _english_in(page, in_the_code) == [], path


def test_guests_and_new_staff_read_no_english_on_japanese_pages(
    anybody: FlaskClient, event: Event, in_the_code: dict[str, str]
) -> None:
    token = accounts.invite(event.organization_id, Role.DOOR, at=clock.now())
    for path in ("/sign-in", f"/welcome/{token}", "/welcome/x", f"/e/{event.public_code}"):
        page = anybody.get(path, headers=IN_JAPANESE).text
        assert '<html lang="ja"' in page, path
        assert _english_in(page, in_the_code) == [], path


@pytest.mark.parametrize("data", [{}, {"capacity": "0", "pr_minutes": "x", "format": "poker"}])
def test_what_is_wrong_in_a_form_is_said_in_japanese(
    alice: FlaskClient, event: Event, in_the_code: dict[str, str], data: dict[str, str]
) -> None:
    about = f"/events/{event.id}"
    for path in ("/events/new", "/staff", f"{about}/attendees/new", f"/e/{event.public_code}"):
        page = alice.post(path, data=data, headers=IN_JAPANESE)
        assert page.status_code == 422, path
        assert _english_in(page.text, in_the_code) == [], path
        errors = re.findall(r'class="error"[^>]*>(.*?)</small>', page.text)
        assert errors, path
        assert [error for error in errors if error.isascii()] == [], path


def test_english_pages_are_english(
    alice: FlaskClient, organizers_pages: list[str], in_the_code: dict[str, str]
) -> None:
    for path in organizers_pages:
        page = alice.get(path).text
        assert _english_in(page, in_the_code), path
        assert KANA.findall(NOT_OURS.sub("", _visible(page))) == [], path
