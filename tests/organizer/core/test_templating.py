"""What templates can use."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient
from jinja2 import UndefinedError

from organizer.core.templating import leave_cursor
from tests.conftest import app_on


def test_a_template_that_uses_an_unknown_name_fails(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(UndefinedError, match="attendes"):
        render_template_string("{{ attendes }}")


def test_what_people_typed_is_never_markup(app: Flask) -> None:
    with app.test_request_context():
        shown = render_template_string("{{ name }}", name="<script>alert(1)</script>")
    assert shown == "&lt;script&gt;alert(1)&lt;/script&gt;"


@pytest.mark.parametrize(
    "part",
    [
        '<p class="flash success">',
        '<p class="flash error">',
        '<div class="verdict good">',
        '<div class="verdict bad">',
        '<progress value="42" max="100"',
        '<span class="tag warn">',
        '<table class="list">',
        '<section class="empty">',
        '<input id="d2" value="sakura@" aria-invalid="true"',
        '<button type="button" class="thumb">',
        'class="swatch accent"',
    ],
)
def test_a_part_is_shown_on_the_design_page(anybody: FlaskClient, part: str) -> None:
    assert part in anybody.get("/_design").text


def test_the_design_page_is_not_served_to_guests(app: Flask, tmp_path: Path) -> None:
    served = app_on(app.config["SQLALCHEMY_DATABASE_URI"], tmp_path, TESTING=False)
    assert served.test_client().get("/_design").status_code == 404


def test_blocks_leave_no_lines_or_spaces_behind(app: Flask) -> None:
    with app.test_request_context():
        shown = render_template_string("a\n  {% if true %}\n b\n  {% endif %}\nc")
    assert shown == "a\n b\nc"


def test_templates_write_amounts_and_moments_in_the_language_of_the_page(app: Flask) -> None:
    words = "{{ 3000|yen }} {{ at|local_time(zone) }} {{ at|local_date(zone) }} {{ language }}"
    at, zone = datetime(2026, 10, 8, 22, 30, tzinfo=UTC), "Asia/Tokyo"
    with app.test_request_context(headers={"Accept-Language": "en"}):
        shown = render_template_string(words, at=at, zone=zone)
    assert shown == "¥3,000 07:30 Fri, 9 Oct 2026 en"


FORM = '<p>autofocus</p> <input id="a" autofocus> <select autofocus class="b"><input autofocusable>'


def test_a_page_asked_for_by_htmx_leaves_the_cursor_where_it_is(app: Flask) -> None:
    with app.test_request_context(headers={"HX-Request": "true"}):
        left = leave_cursor(FORM)
    assert left == '<p>autofocus</p> <input id="a"> <select class="b"><input autofocusable>'


def test_a_page_asked_for_by_a_browser_puts_the_cursor_where_it_is_needed(app: Flask) -> None:
    with app.test_request_context():
        assert leave_cursor(FORM) == FORM


def test_built_files_are_named_with_their_age(anybody: FlaskClient) -> None:
    assert re.search(r'href="/static/app\.css\?v=\d+"', anybody.get("/sign-in").text)
