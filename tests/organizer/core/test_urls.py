"""Where a visitor may be sent, and which ids an address may hold."""

from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask
from hypothesis import example, given
from hypothesis import strategies as st
from werkzeug.exceptions import NotFound

from organizer.core.urls import LARGEST_ID, LONGEST_NEXT, public_url, safe_next

HERE = "https://organizer.test/sign-in"
TRICKY = st.text(st.sampled_from("/\\:@?#.%[]\t\r\n\0 evilcom") | st.characters(), max_size=12)


def _as_a_browser_reads(target: str) -> str:
    """Drop what browsers drop (WHATWG URL, basic URL parser) and resolve against this page."""
    kept = "".join(c for c in target if c not in "\t\r\n").strip("".join(map(chr, range(33))))
    return urlsplit(urljoin(HERE, kept.replace("\\", "/"))).netloc


@given(TRICKY)
@example("//evil.com")
@example("/\t/evil.com")
@example("/\\evil.com")
@example("/\n/[")
@example("https://evil.com")
@example("javascript:alert(1)")
def test_nobody_is_ever_sent_away_from_the_app(target: str) -> None:
    assert _as_a_browser_reads(safe_next(target)) == "organizer.test"
    assert safe_next(target).startswith("/")


@pytest.mark.parametrize(
    "target",
    ["/", "/events/1?tab=2", "/events?q=髙橋 優子", "/events/1#day", "/".ljust(LONGEST_NEXT, "a")],
)
def test_a_page_of_the_app_is_kept(target: str) -> None:
    assert safe_next(target) == target


@pytest.mark.parametrize("target", [None, "", "events", "?next=1"])
def test_what_is_no_path_leads_to_the_start_page(target: str | None) -> None:
    assert safe_next(target) == "/"


def test_an_address_too_long_for_a_header_leads_to_the_start_page() -> None:
    assert safe_next("/" + "あ" * LONGEST_NEXT) == "/"


def test_a_page_may_name_another_way_back() -> None:
    assert safe_next("https://evil.com", "/events") == "/events"


@pytest.mark.parametrize("number", ["00000000001", str(LARGEST_ID + 1), "9" * 31, "9" * 5000])
def test_a_number_that_no_row_can_have_is_no_address(app: Flask, number: str) -> None:
    with pytest.raises(NotFound):
        app.url_map.bind("localhost").match(f"/events/{number}")


def test_an_address_for_paper_begins_with_the_host_that_was_asked_or_is_set(app: Flask) -> None:
    with app.test_request_context(base_url="http://192.168.0.7:8000"):
        address = public_url("accounts.welcome", token="abc", lang="en")
        assert address == "http://192.168.0.7:8000/welcome/abc?lang=en"
        app.config["PUBLIC_URL"] = "https://events.example"
        assert public_url("accounts.sign_in") == "https://events.example/sign-in"


def test_the_largest_id_is_looked_up(app: Flask) -> None:
    adapter = app.url_map.bind("localhost")
    assert adapter.match(f"/events/{LARGEST_ID}") == ("events.show", {"event_id": LARGEST_ID})
