"""Somebody who signs up at the served app by its one-time link."""

import re
from dataclasses import dataclass
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from tests.browser.served import Served

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
CARD = {"name": "桜井 あい", "email": "ai@example.jp", "password": "sakura-no-yoru"}


@dataclass(frozen=True)
class Visitor:
    """A browser in which the owner is signed in."""

    opener: OpenerDirector
    cookies: CookieJar

    def token(self, address: str) -> str:
        """Return what a page's forms must send along."""
        with self.opener.open(address) as answer:
            return TOKEN.findall(answer.read().decode())[0]


def sign_up(running: Served) -> Visitor:
    """Follow the one-time link and become the owner."""
    cookies = CookieJar()
    visitor = Visitor(build_opener(HTTPCookieProcessor(cookies)), cookies)
    card = {**CARD, "csrf_token": visitor.token(running.link)}
    visitor.opener.open(running.link, urlencode(card).encode()).close()
    return visitor
