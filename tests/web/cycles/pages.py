"""Asking for the pages of an audit."""

import html
import re
from typing import Any

from django.http import HttpResponse
from django.test import Client

BASE = "/p/riverside-partnership"
AUDIT = f"{BASE}/cycles/audit"


def words(response: HttpResponse) -> str:
    """What the main part of a page says, without markup."""
    body = response.content.decode()
    main = body.split("<main", 1)[1].split("</main>", 1)[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def read(client: Client, path: str, status: int = 200) -> str:
    """What the page at this address says."""
    response = client.get(path)
    assert response.status_code == status, path
    return words(response)


def post(client: Client, path: str, status: int = 302, **fields: Any) -> Any:
    """Send a form and expect that answer."""
    response = client.post(path, fields)
    assert response.status_code == status, words(response) if response.status_code != 302 else response["Location"]
    return response
