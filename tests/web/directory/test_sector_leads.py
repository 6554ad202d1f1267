import pytest
from django.test import Client

from section11.directory.models import Membership, Partnership, SectorLead
from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_person
from tests.queries import assert_queries_below

pytestmark = pytest.mark.django_db
HERE = "/p/riverside-partnership/strategic-leads"


def test_each_sector_with_its_lead(client: Client, officer: Membership, partnership: Partnership) -> None:
    assert "Nobody is named" in client.get(HERE).content.decode()
    lead = make_membership(make_person("Lena Lead"), Role.EXECUTIVE_VIEWER, of=partnership)
    SectorLead.objects.create(sector=partnership.sectors.get(), person=lead.person, since=lead.started_at)
    with assert_queries_below(10):
        page = client.get(HERE).content.decode()
    assert "Lena Lead" in page
    assert "strategic-leads/" in page
    assert HERE in client.get("/p/riverside-partnership/colleagues").content.decode()


def test_others_read_names_and_change_nothing(client: Client, partnership: Partnership) -> None:
    reader = make_membership(role=Role.EXECUTIVE_VIEWER, of=partnership)
    SectorLead.objects.create(sector=partnership.sectors.get(), person=reader.person, since=reader.started_at)
    client.force_login(reader.person)
    page = client.get(HERE).content.decode()
    assert reader.person.name in page
    assert reader.person.email not in page
    assert "Change" not in page
