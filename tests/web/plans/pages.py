"""Addresses of the pages about actions."""

from typing import Any

from django.test import Client
from django.urls import reverse

from tests.factories.browsers import signed_in
from tests.factories.plans import Followed
from tests.web.cycles.pages import words


def own(name: str, followed: Followed, **more: Any) -> str:
    """The address of a page about this action in its organisation."""
    return reverse(name, kwargs={"organisation": followed.opened.unit.organisation.slug, "action_id": followed.action_id, **more})


def theirs(name: str, followed: Followed, **more: Any) -> str:
    """The address of a page about this action in the partnership that follows it."""
    return reverse(name, kwargs={"partnership": followed.opened.cycle.partnership.slug, "action_id": followed.action_id, **more})


def lead_of(followed: Followed) -> Client:
    """A browser of the return's lead."""
    return signed_in(followed.opened.lead)


def officer_of(followed: Followed) -> Client:
    """A browser of an officer."""
    return signed_in(followed.opened.officer)


def told(client: Client, path: str, status: int = 200) -> str:
    """What the main part of that page says."""
    response = client.get(path)
    assert response.status_code == status, path
    return words(response)
