"""The worker as `organizer serve` starts it."""

import os

import pytest
from flask import Flask
from huey.consumer import Consumer

from organizer.cli import LESS_URGENT_THAN_PAGES, worker


def test_the_worker_lets_pages_go_first(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []
    monkeypatch.setattr(os, "nice", done.append)
    monkeypatch.setattr(Consumer, "run", lambda _consumer: done.append("work"))
    result = app.test_cli_runner().invoke(worker)
    assert result.exit_code == 0, result.output
    assert done == [LESS_URGENT_THAN_PAGES, "work"]
