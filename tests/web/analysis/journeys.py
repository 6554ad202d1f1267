"""A partnership with two audits to look at, and a browser of somebody in it."""

from typing import Any
from urllib.parse import urlencode

from django.test import Client
from django.urls import reverse

from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.cycle_files import invitation, submission
from tests.factories.journeys import of_partnership, sent, two_cycles

THEN = {"1.1": "unmet", "1.2": "met", "2.1": "met", "2.2": "na"}
NOW = {"1.1": "met", "1.2": "partial", "2.1": "met", "2.2": "met"}
PARTNERSHIP = "marsh-and-moor"


def small(role: Role = Role.OFFICER, **more: list[dict[str, Any]]) -> Client:
    """Oak answered twice; Ash only then, Elm only now. `then`, `now`: further invitations."""
    partnership = two_cycles(
        [invitation("oak", sent(THEN)), invitation("ash", submission(), sector="police"), *more.get("then", [])],
        [invitation("oak", sent(NOW)), invitation("elm", submission(), sector="police"), *more.get("now", [])],
    )
    return signed_in(of_partnership(partnership, role))


def address(name: str, cycle: str = "2026", **query: str) -> str:
    """The address of a page about a cycle."""
    path = reverse(name, kwargs={"partnership": PARTNERSHIP, "cycle": cycle})
    return f"{path}?{urlencode(query)}" if query else path
