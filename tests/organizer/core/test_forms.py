"""Forms: where mistakes are shown, and the validators that all of them share."""

from typing import Any

import pytest
from flask import Flask
from flask_babel import force_locale
from wtforms import IntegerField, StringField

from organizer.core.errors import OrganizerError
from organizer.core.forms import Form, at_most, readable, required, strip


def _card() -> Form:
    """Return a form with a field for each validator, filled in by the current request."""

    class Card(Form):
        name = StringField(filters=[strip], validators=[required()])
        nick = StringField(validators=[required("Tell us how to call you.")])
        note = StringField(validators=[at_most(5)])
        seats = IntegerField(default=4, validators=[readable("Type a whole number.")])

    return Card()


SOUND = {"name": "桜井 あい", "nick": "Ai", "note": "12345", "seats": "6"}


def _mistakes(app: Flask, **changes: Any) -> dict[str, list[str]]:
    """Return what is said beside the fields of a sound card with changes."""
    data = {name: value for name, value in {**SOUND, **changes}.items() if value is not None}
    with app.test_request_context("/", method="POST", data=data), force_locale("en"):
        form = _card()
        assert form.validate_on_submit() == (not form.errors)
        return {name: [str(error) for error in errors] for name, errors in form.errors.items()}


def test_a_sound_form_has_no_mistakes(app: Flask) -> None:
    assert _mistakes(app) == {}


@pytest.mark.parametrize("typed", ["", " ", "\u3000"])
def test_a_required_field_asks_to_be_filled_in(app: Flask, typed: str) -> None:
    assert _mistakes(app, name=typed) == {"name": ["Please fill this in."]}
    assert _mistakes(app, nick=typed) == {"nick": ["Tell us how to call you."]}


def test_a_text_too_long_says_how_long_it_may_be(app: Flask) -> None:
    assert _mistakes(app, note="123456") == {"note": ["At most 5 characters."]}


@pytest.mark.parametrize("typed", ["", "six", "6.5", None])
def test_what_cannot_be_read_is_refused_in_one_sentence(app: Flask, typed: str | None) -> None:
    assert _mistakes(app, seats=typed) == {"seats": ["Type a whole number."]}


def test_a_field_that_must_be_readable_is_marked_as_required(app: Flask) -> None:
    with app.test_request_context():
        assert _card().seats.flags.required
        assert not _card().note.flags.required


def test_white_space_around_what_was_typed_is_removed(app: Flask) -> None:
    with app.test_request_context("/", method="POST", data={"name": "\u3000桜井 あい \n"}):
        assert _card().name.data == "桜井 あい"
    assert strip(None) is None


def test_a_refusal_is_shown_beside_the_field_it_names(app: Flask) -> None:
    with app.test_request_context("/", method="POST", data={**SOUND, "note": "123456"}):
        form = _card()
        form.validate()
        form.refuse(OrganizerError("It holds an address.", field="note"))
    assert len(form.note.errors) == 2
    assert form.note.errors[1] == "It holds an address."
    assert form.form_errors == []


@pytest.mark.parametrize("field", [None, "unknown"])
def test_a_refusal_that_belongs_to_no_field_is_shown_above_the_form(
    app: Flask, field: str | None
) -> None:
    with app.test_request_context("/", method="POST", data=SOUND):
        form = _card()
        form.refuse(OrganizerError("The event is full.", field=field))
    assert form.form_errors == ["The event is full."]
    assert form.name.errors == ()


@pytest.mark.parametrize("sent", [["name"], {"name": "Ai"}, "name", None])
def test_json_is_not_taken_for_a_form(app: Flask, sent: Any) -> None:
    with app.test_request_context("/", method="POST", json=sent):
        assert _card().name.data is None
