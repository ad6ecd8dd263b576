"""Responses that are files."""

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from organizer.core.downloads import download
from organizer.core.routes import anybody

PDF = "application/pdf"


def _downloaded(app: Flask, name: str) -> TestResponse:
    app.add_url_rule("/file", view_func=anybody(lambda: download(b"%PDF", mimetype=PDF, name=name)))
    return app.test_client().get("/file")


def test_a_download_is_saved_as_a_file_and_kept_nowhere_else(app: Flask) -> None:
    answer = _downloaded(app, "badges.pdf")
    assert (answer.data, answer.mimetype) == (b"%PDF", PDF)
    assert answer.headers["Content-Disposition"] == "attachment; filename=badges.pdf"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("typed", ["a/b", "a\\b", 'a"b', "a: b", "a<|>b", "a\x1fb", "a?*b"])
def test_what_windows_refuses_in_a_name_is_replaced(app: Flask, typed: str) -> None:
    name = _downloaded(app, typed).headers["Content-Disposition"].partition("filename=")[2]
    assert name.strip('"') in ("a_b", "a_ b")


def test_a_japanese_name_reaches_the_browser(app: Flask) -> None:
    sent = _downloaded(app, "名札.pdf").headers["Content-Disposition"]
    assert "filename*=UTF-8''%E5%90%8D%E6%9C%AD.pdf" in sent
