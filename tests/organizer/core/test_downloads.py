"""Responses that are files."""

import pytest
from flask import Flask, Response

from organizer.core.downloads import download

PDF = "application/pdf"


def _downloaded(app: Flask, name: str) -> Response:
    with app.test_request_context():
        response = download(b"%PDF", mimetype=PDF, name=name)
    response.direct_passthrough = False
    return response


def test_a_download_is_saved_as_a_file_and_kept_nowhere_else(app: Flask) -> None:
    response = _downloaded(app, "badges")
    assert (response.data, response.mimetype) == (b"%PDF", PDF)
    assert response.headers["Content-Disposition"] == "attachment; filename=badges"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("typed", ["a/b", "a\\b", 'a"b', "a: b", "a<|>b", "a\x1fb", "a?*b"])
def test_what_windows_refuses_in_a_name_is_replaced(app: Flask, typed: str) -> None:
    name = _downloaded(app, typed).headers["Content-Disposition"].partition("filename=")[2]
    assert name.strip('"') in ("a_b", "a_ b")


def test_a_japanese_name_reaches_the_browser(app: Flask) -> None:
    sent = _downloaded(app, "名札.pdf").headers["Content-Disposition"]
    assert "filename*=UTF-8''%E5%90%8D%E6%9C%AD.pdf" in sent
