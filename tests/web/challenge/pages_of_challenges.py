"""Addresses of challenges' pages, and what is on them."""

import re
from typing import Any

from django.test import Client
from django.urls import reverse

from section11.challenge.models import Challenge
from tests.factories.returns import Opened


def of_partnership(name: str, opened: Opened, **parts: Any) -> str:
    """A page of the partnership that received this return."""
    return reverse(name, kwargs={"partnership": opened.officer.slug, **parts})


def of_cycle(name: str, opened: Opened, **parts: Any) -> str:
    """A page of this return's cycle."""
    return of_partnership(name, opened, cycle=opened.cycle.slug, **parts)


def of_return(name: str, opened: Opened, **parts: Any) -> str:
    """A page of this return in its organisation."""
    return reverse(name, kwargs={"organisation": opened.lead.slug, "return_id": opened.return_id, **parts})


def own_page(opened: Opened, challenge: Challenge) -> str:
    """A challenge's page in the organisation."""
    return of_return("answer_challenge", opened, challenge=challenge.pk)


def page_of(opened: Opened, challenge: Challenge, name: str = "challenge") -> str:
    """A challenge's page in the partnership."""
    return of_cycle(name, opened, challenge=challenge.pk)


def words(html: bytes) -> str:
    """A page's text in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html.decode()).split())


def read(client: Client, address: str, status: int = 200) -> str:
    """The text of a page."""
    response = client.get(address)
    assert response.status_code == status, response.content.decode()
    return words(response.content)


def send(client: Client, address: str, status: int = 302, **typed: Any) -> str:
    """Post a form; where it leads, or the text of the page that came back."""
    response = client.post(address, typed)
    assert response.status_code == status, response.content.decode()
    return response["Location"] if status == 302 else words(response.content)
