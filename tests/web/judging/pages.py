"""Asking for the pages of judging."""

import html
import re
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.factories.returns import Opened


def at_submission(name: str, opened: Opened, reference: str, **more: Any) -> str:
    """The address of a page about a submission."""
    return reverse(name, kwargs={"partnership": opened.officer.slug, "reference": reference, **more})


def at_cycle(name: str, opened: Opened) -> str:
    """The address of a page about a cycle."""
    return reverse(name, kwargs={"partnership": opened.officer.slug, "cycle": opened.cycle.slug})


def at_partnership(name: str, opened: Opened, **more: Any) -> str:
    """The address of a page of the partnership."""
    return reverse(name, kwargs={"partnership": opened.officer.slug, **more})


def at_organisation(name: str, opened: Opened, **more: Any) -> str:
    """The address of a page of the organisation."""
    return reverse(name, kwargs={"organisation": opened.unit.organisation.slug, **more})


def words(response: HttpResponse) -> str:
    """What the main part of a page says, without markup."""
    main = response.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def read(client: Client, address: str, status: int = 200) -> str:
    """What the page at this address says."""
    response = client.get(address)
    assert response.status_code == status, address
    return words(response)


def post(client: Client, address: str, status: int = 302, **fields: Any) -> str:
    """Send a form, and what the page says that comes then."""
    response = client.post(address, {name.replace("__", "-").replace("_dot_", "."): value for name, value in fields.items()})
    assert response.status_code == status, response.status_code
    return words(client.get(response["Location"]) if status == 302 else response)
