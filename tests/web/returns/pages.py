"""Addresses of a return's pages."""

from typing import Any

from django.urls import reverse

from section11.returns.models import Return
from tests.factories.returns import Opened


def at_page(name: str, opened: Opened, **more: Any) -> str:
    """The address of a page of this return."""
    return reverse(name, kwargs={"organisation": opened.unit.organisation.slug, "return_id": opened.return_id, **more})


def in_organisation(name: str, opened: Opened, **more: Any) -> str:
    """The address of a page of this return's organisation."""
    return reverse(name, kwargs={"organisation": opened.unit.organisation.slug, **more})


def state(opened: Opened) -> str:
    """Where the return stands."""
    return Return.objects.get(pk=opened.return_id).state
