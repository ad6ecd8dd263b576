"""What the paper library refuses, said to people."""

from dataclasses import replace
from string import Formatter

import pytest
from flask import Flask
from flask_babel import force_locale

from organizer.core.errors import OrganizerError
from organizer.printers.refusals import REASONS, refusals_in_words
from printables import Cause, PrintError, find_stock

KANA = range(ord("ぁ"), ord("ヿ"))


def refusal(app: Flask, error: PrintError, language: str) -> str:
    with app.test_request_context(), force_locale(language):
        with pytest.raises(OrganizerError) as refused, refusals_in_words():
            raise error
        return refused.value.message


@pytest.mark.parametrize("cause", Cause)
def test_every_refusal_is_a_sentence_in_both_languages(app: Flask, cause: Cause) -> None:
    figures = {name: 1234 for _text, name, _format, _how in Formatter().parse(cause.value) if name}
    error = PrintError(cause, **figures)
    english, japanese = (refusal(app, error, language) for language in ("en", "ja"))
    assert "%(" not in english + japanese
    assert not any(ord(character) in KANA for character in english)
    assert sum(ord(character) in KANA for character in japanese) > 8
    if "%(" in str(REASONS[cause]):
        assert "1,234" in english
        assert "1,234" in japanese


def test_sheets_that_cannot_exist_are_refused_with_their_measures(app: Flask) -> None:
    stock = find_stock("aone-51002")
    assert stock is not None
    with pytest.raises(PrintError) as impossible:
        replace(stock, pitch_x_mm=80)
    sentence = refusal(app, impossible.value, "ja")
    assert (
        sentence
        == "印刷できません。カードが重なります。間隔80 mmは、カードの91 mmより狭くなっています。"
    )
