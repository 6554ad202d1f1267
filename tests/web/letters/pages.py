"""Addresses of letters."""

from django.urls import reverse

from section11.challenge.models import Letter
from tests.factories.returns import Opened


def in_cycle(opened: Opened, name: str) -> str:
    """A page of a cycle's letters."""
    return reverse(name, kwargs={"partnership": opened.cycle.partnership.slug, "cycle": opened.cycle.slug})


def of_letter(opened: Opened, name: str, letter: Letter, part: str = "letter") -> str:
    """A page of one letter, for the partnership."""
    return reverse(name, kwargs={"partnership": opened.cycle.partnership.slug, "cycle": opened.cycle.slug, part: letter.pk})


def own(opened: Opened, name: str, letter: Letter | None = None) -> str:
    """A page of a return's letters, for its organisation."""
    parts = {"letter": letter.pk} if letter else {}
    return reverse(name, kwargs={"organisation": opened.unit.organisation.slug, "return_id": opened.return_id, **parts})
