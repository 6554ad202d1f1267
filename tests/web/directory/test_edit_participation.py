import pytest
from django.test import Client

from section11.directory.models import Membership, Participation, Partnership
from section11.directory.vocabulary import SectorKind
from tests.factories.directory import make_organisation, make_participation, make_sector

pytestmark = pytest.mark.django_db
HERE = "/p/riverside-partnership/organisations/oak-surgry/edit"
WANTED = {"name": "Oak Surgery", "sector": "health", "duties": ["contract", "choice"], "contract": "C7", "version": 1}


@pytest.fixture
def oak(partnership: Partnership) -> Participation:
    make_sector(partnership, SectorKind.HEALTH)
    return make_participation(partnership, make_organisation("Oak Surgry"))


def test_the_form_holds_what_is_known(client: Client, officer: Membership, oak: Participation) -> None:
    page = client.get(HERE).content.decode()
    assert 'value="Oak Surgry"' in page
    assert 'value="section-11" checked' in page


def test_what_is_corrected_shows(client: Client, officer: Membership, oak: Participation) -> None:
    response = client.post(HERE, WANTED, follow=True)
    page = response.content.decode()
    assert "Your changes are saved" in page
    assert "Contract and Our own choice" in page
    oak.refresh_from_db()
    assert (oak.name, oak.sector.key) == ("Oak Surgery", "health")


def test_a_name_that_is_taken_is_said_there(client: Client, officer: Membership, partnership: Partnership, oak: Participation) -> None:
    make_participation(partnership, make_organisation("Oak Surgery"))
    response = client.post(HERE, WANTED)
    assert response.status_code == 422
    assert "Another organisation here has this name already" in response.content.decode()


@pytest.mark.parametrize("wrong", [{"name": ""}, {"sector": "x"}, {"duties": ["x"]}, {"contract": "x" * 201}])
def test_what_is_wrong_changes_nothing(client: Client, officer: Membership, oak: Participation, wrong: dict[str, object]) -> None:
    assert client.post(HERE, {**WANTED, **wrong}).status_code == 422
    oak.refresh_from_db()
    assert oak.name == "Oak Surgry"


def test_who_was_slower_sees_both_texts_and_may_save_again(client: Client, officer: Membership, oak: Participation) -> None:
    client.post(HERE, WANTED)
    response = client.post(HERE, {**WANTED, "name": "Oak Street Surgery"})
    page = response.content.decode()
    assert response.status_code == 409
    assert "changed this after you opened the page" in page
    assert "Name: Oak Surgery" in page
    assert 'value="Oak Street Surgery"' in page
    assert 'name="version" value="2"' in page
    assert client.post(HERE, {**WANTED, "name": "Oak Street Surgery", "version": 2}).status_code == 302
