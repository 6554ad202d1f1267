import pytest
from django.test import Client

from section11.directory.models import Membership, Partnership, SectorLead
from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_person, make_sector
from tests.queries import assert_queries_below

pytestmark = pytest.mark.django_db
HERE = "/p/riverside-partnership/strategic-leads"


def test_an_officer_names_and_takes_back(client: Client, officer: Membership, partnership: Partnership) -> None:
    lead = make_membership(make_person("Lena Lead"), Role.EXECUTIVE_VIEWER, of=partnership).person
    page = f"{HERE}/{partnership.sectors.get().pk}"
    with assert_queries_below(10):
        assert "Lena Lead" in client.get(page).content.decode()
    assert client.post(page, {"person": lead.pk}).status_code == 302
    assert SectorLead.objects.get().person == lead
    assert client.post(page, {"person": ""}).status_code == 302
    assert not SectorLead.objects.exists()


def test_nobody_else_can_be_chosen(client: Client, officer: Membership, partnership: Partnership) -> None:
    page = f"{HERE}/{partnership.sectors.get().pk}"
    for person in (make_person(), make_membership(role=Role.SCRUTINEER, of=partnership).person):
        assert client.post(page, {"person": person.pk}).status_code == 422
    assert client.get(f"{HERE}/{make_sector().pk}").status_code == 404
