"""The worker as `organizer serve` starts it."""

import os
import signal

import pytest
from flask import Flask

from organizer.cli import LESS_URGENT_THAN_PAGES, worker
from organizer.core.jobs import Worker
from organizer.core.jobs.handlers import HANDLERS


def test_the_worker_lets_pages_go_first(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []
    monkeypatch.setattr(os, "nice", done.append)
    monkeypatch.setattr(signal, "signal", lambda number, _handler: done.append(number))
    monkeypatch.setattr(Worker, "run", lambda _worker: done.append("work"))
    result = app.test_cli_runner().invoke(worker)
    assert result.exit_code == 0, result.output
    assert done == [LESS_URGENT_THAN_PAGES, signal.SIGTERM, signal.SIGINT, "work"]


def test_only_a_search_is_long_work_and_whatever_stores_one_result_can_be_repeated(
    app: Flask,
) -> None:
    how = {kind: (handler.long, handler.repeatable) for kind, handler in HANDLERS.items()}
    assert how == {"tables.assign": (True, True), "badges.draw": (False, True)}
