"""The menu of one audit, on every page that belongs to it and on the others."""

import re

import pytest
from django.test import Client

from section11.directory.vocabulary import Role
from section11.web.access import ACCESS
from section11.web.components.cycle_menu import CYCLE_MENU
from section11.web.who_may import Scope
from tests.factories.browsers import signed_in
from tests.factories.returns import partnership_viewer
from tests.factories.world import Place, make_place, parts_of_route
from tests.journeys.everywhere import DOWNLOADS, POSTS, QUERIES, to

pytestmark = pytest.mark.django_db

OF_AN_AUDIT = {"cycle", "reference", "recommendation", "practice", "invitation_id"}
OUTSIDE = ("job", "current_cycle")


def menu_of(client: Client, address: str) -> list[tuple[str, str, str]]:
    """What the menu of the audit shows: the label, the address and how it is marked."""
    text = client.get(address, follow=True).content.decode()
    nav = re.search(r'<nav class="s11-cycle-menu".*?</nav>', text, re.DOTALL)
    assert nav, f"{address} has no menu of an audit"
    return re.findall(r'<a href="([^"]*)"(?: aria-current="(\w+)")?>([^<]*)</a>', nav[0])


@pytest.fixture
def place() -> Place:
    return make_place()


def labels(found: list[tuple[str, str, str]]) -> list[str]:
    return [label for _, _, label in found]


def test_four_groups_and_the_lines_of_the_one_that_is_open(place: Place) -> None:
    found = menu_of(signed_in(place.opened.officer), to("challenges", place))
    assert labels(found) == [
        *("Prepare", "Watch", "Challenge", "Results"),
        *("Read first", "Challenges", "Panels", "Letters", "Good practice", "Opinions"),
    ]
    assert [(label, mark) for _, mark, label in found if mark] == [("Challenge", "true"), ("Challenges", "page")]


def test_each_sees_what_they_may_open(place: Place) -> None:
    shown = menu_of(signed_in(partnership_viewer(place.opened, Role.EXECUTIVE_VIEWER)), to("executive_summary", place))
    assert labels(shown) == ["Watch", "Challenge", "Results", "Figures", "Summary", "Journeys"]
    shown = menu_of(signed_in(partnership_viewer(place.opened, Role.REVIEWER)), to("register_of_returns", place))
    assert labels(shown) == ["Watch", "Challenge", "Results", "Register of returns", "Support", "Follow-ups", "Plan quality"]


def test_outside_of_an_audit_it_leads_to_the_running_one(place: Place) -> None:
    found = menu_of(signed_in(place.opened.officer), to("organisations", place))
    base = f"/p/{place.parts['partnership']}/current"
    assert found == [
        (f"{base}/set-up", "", "Prepare"),
        (f"{base}/register", "", "Watch"),
        (f"{base}/read-first", "", "Challenge"),
        (f"{base}/figures", "", "Results"),
    ]


def test_every_page_of_an_audit_has_its_menu_with_the_group_marked(place: Place) -> None:
    clients = {role: signed_in(partnership_viewer(place.opened, role)) for role in (Role.OFFICER, Role.SCRUTINEER)}
    here = f"/p/{place.parts['partnership']}/cycles/{place.parts['cycle']}/"
    wrong = []
    for name, access in ACCESS.items():
        if access.scope != Scope.PARTNERSHIP or not OF_AN_AUDIT & set(parts_of_route(name)) or name in (*DOWNLOADS, *POSTS, *OUTSIDE):
            continue
        client = clients[Role.OFFICER if not access.roles or Role.OFFICER in access.roles else Role.SCRUTINEER]
        found = menu_of(client, to(name, place) + QUERIES.get(name, ""))
        if [mark for _, mark, _ in found[:4]].count("true") != 1 or not all(address.startswith(here) for address, _, _ in found):
            wrong.append((name, found))
    assert wrong == []


def test_no_route_stands_in_two_places() -> None:
    named = [route for group in CYCLE_MENU for entry in group.entries for route in (entry.route, *entry.below)]
    named += [route for group in CYCLE_MENU for route in group.below]
    assert len(named) == len(set(named))
    assert set(named) <= set(ACCESS)
