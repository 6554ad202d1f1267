"""Every route by every role: own, foreign, absent, and an own parent with a foreign child. Foreign looks like absent: 404."""

import pytest
from django.test import Client
from django.urls import reverse

from section11.directory.vocabulary import Role
from section11.web.who_may import Access
from tests.factories.browsers import signed_in
from tests.factories.world import absent, make_place, other_unit_lead, parts_of_route, people_of, stranger
from tests.web.matrix import METHODS, SCOPED, SIGNED_IN, leaks, status_of


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_a_role_opens_what_the_table_grants_in_its_own_place_and_nothing_else(role: Role) -> None:
    own, foreign = make_place(), make_place()
    client = signed_in(people_of(own)[role])
    assert leaks(client, own, foreign, may=lambda access: role in access.roles) == []


@pytest.mark.django_db
def test_a_stranger_opens_nothing() -> None:
    assert leaks(signed_in(stranger()), make_place(), make_place(), may=lambda access: False) == []


@pytest.mark.django_db
def test_another_units_lead_opens_no_page_of_the_return() -> None:
    own, foreign = make_place(), make_place()
    client = signed_in(other_unit_lead(own))
    found = []
    for name in SCOPED:
        parts = parts_of_route(name)
        if not {"return_id", "item_id", "action_id", "given", "asked"} & set(parts):
            continue
        for method in METHODS:
            address = reverse(name, kwargs={part: own.parts[part] for part in parts})
            status = status_of(client, method, address)
            if status not in (404, 405):
                found.append(f"{method} {address} ({name}) answered {status}")
    assert found == []
    assert foreign.parts["return_id"] != own.parts["return_id"]


@pytest.mark.django_db
def test_a_signed_out_person_is_sent_to_sign_in_whether_the_page_exists_or_not() -> None:
    own, client = make_place(), Client()
    for name in SIGNED_IN:
        parts = parts_of_route(name)
        for values in ({part: own.parts[part] for part in parts}, {part: absent(part) for part in parts}):
            response = client.get(reverse(name, kwargs=values))
            assert response.status_code == 302, name
            assert response["Location"].startswith("/sign-in?"), name


@pytest.mark.django_db
def test_foreign_and_absent_look_the_same() -> None:
    own, foreign = make_place(), make_place()
    for role in (Role.OFFICER, Role.RETURN_LEAD):
        client = signed_in(people_of(own)[role])
        for name, access in SCOPED.items():
            if role not in access.roles:
                continue
            for part in parts_of_route(name):
                mine = {p: own.parts[p] for p in parts_of_route(name)}
                if foreign.parts[part] == own.parts[part]:
                    continue
                theirs = client.get(reverse(name, kwargs={**mine, part: foreign.parts[part]}))
                nobodys = client.get(reverse(name, kwargs={**mine, part: absent(part)}))
                assert (theirs.status_code, shape(theirs.content)) == (nobodys.status_code, shape(nobodys.content)), (name, part)


def shape(body: bytes) -> int:
    """The length of a page without what differs at each request (its nonce and form tokens have fixed lengths)."""
    return len(body)


def test_every_part_of_an_address_has_an_own_and_a_foreign_value(db: None) -> None:
    place = make_place()
    missing = {part for name in SIGNED_IN for part in parts_of_route(name)} - set(place.parts)
    assert missing == set(), "add these parts to tests/factories/world.py"


def granted(access: Access) -> bool:
    """Whether the line grants anybody anything."""
    return bool(access.roles)


def test_every_scoped_route_names_its_roles() -> None:
    assert [name for name, access in SCOPED.items() if not granted(access)] == []
