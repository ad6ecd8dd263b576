"""Who may call a route is declared with it, and its address names objects."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from organizer.core import routes


def _bare_app() -> Flask:
    app = Flask(__name__)
    routes.init_app(app)
    return app


def test_an_app_with_a_route_that_names_no_rule_does_not_start() -> None:
    app = _bare_app()
    app.add_url_rule("/ruled", "ruled", routes.anybody(lambda: "in"))
    routes.require_rules(app)
    app.add_url_rule("/forgotten", "forgotten", lambda: "in")
    with pytest.raises(RuntimeError, match="forgotten"):
        routes.require_rules(app)


def test_a_rule_that_refuses_keeps_the_view_from_running() -> None:
    app, ran = _bare_app(), []
    refused = routes.admits(lambda _parts: ("no", 403))(lambda: ran.append(1) or "in")
    app.add_url_rule("/x", "x", refused)
    answer = app.test_client().get("/x")
    assert (answer.status_code, answer.text, ran) == (403, "no", [])


@pytest.fixture
def client() -> FlaskClient:
    """An app in which things have the numbers 1 and 2."""
    app = _bare_app()
    routes.finds("thing_id", named="thing")(
        lambda parts: {1: "one", 2: "two"}.get(parts["thing_id"])
    )

    @app.get("/things/<int:thing_id>")
    @routes.anybody
    def show(thing: str) -> str:
        return thing

    @app.get("/numbers/<int:thing_id>")
    @routes.anybody
    def number(thing_id: int) -> str:
        return str(thing_id)

    @app.get("/nothing/<int:thing_id>")
    @routes.anybody
    def nothing() -> str:
        return "nothing"

    return app.test_client()


def test_a_view_gets_the_object_that_the_address_names(client: FlaskClient) -> None:
    assert client.get("/things/2").text == "two"


def test_an_address_that_names_nothing_is_not_found(client: FlaskClient) -> None:
    assert client.get("/things/3").status_code == 404


def test_a_view_that_takes_the_number_gets_the_number(client: FlaskClient) -> None:
    assert client.get("/numbers/3").text == "3"


def test_a_view_may_leave_what_was_found_alone(client: FlaskClient) -> None:
    assert client.get("/nothing/1").text == "nothing"
    assert client.get("/nothing/3").status_code == 404
