"""A browser for tests: it keeps cookies and sends a form with the token of the page that it looked at last."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.testclient import TestClient

from hearsay.review.application import application
from hearsay.review.site import Site

HOST = "http://127.0.0.1:8765"
TOKEN = re.compile(r'<meta name="token" content="([0-9a-f]+)">')


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back."""

    text: str
    headers: Mapping[str, str]


class Browser:
    """What a visitor does."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.client = TestClient(application(site), base_url=HOST)
        self.token = ""

    def get(self, address: str, *, status: int = 200, headers: dict[str, str] | None = None) -> Answer:
        """Opens an address, following redirects."""
        answer = self.client.get(address, headers=headers)
        assert answer.status_code == status, answer.text
        found = TOKEN.search(answer.text)
        self.token = found[1] if found else self.token
        return Answer(text=answer.text, headers=answer.headers)

    def post(self, address: str, *, status: int = 200, headers: dict[str, str] | None = None, **form: str) -> Answer:
        """Sends a form with the token, following redirects."""
        answer = self.client.post(address, data={"token": self.token, **form}, headers=headers)
        assert answer.status_code == status, answer.text
        return Answer(text=answer.text, headers=answer.headers)
