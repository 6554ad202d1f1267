import pytest
from django.test import Client

from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_unit

pytestmark = pytest.mark.django_db
HERE = "/o/oak-surgery/people/invite"
ADA = {"name": "Ada Cole", "email": "ada@example.org", "role": "contributor"}


@pytest.mark.parametrize("role", ["contributor", "signatory", "return-lead"])
def test_a_lead_invites_into_their_unit(client: Client, lead: Membership, role: str) -> None:
    response = client.post(HERE, {**ADA, "role": role}, follow=True)
    assert "Ada Cole can now sign in with ada@example.org" in response.content.decode()
    held = Membership.objects.get(person__email="ada@example.org")
    assert (held.role, held.unit) == (role, lead.unit)


def test_only_units_that_one_leads_can_be_chosen(client: Client, lead: Membership) -> None:
    assert lead.unit
    second, third = make_unit(lead.unit.organisation, "Housing"), make_unit(lead.unit.organisation, "Youth work")
    make_membership(lead.person, Role.RETURN_LEAD, of=second)
    page = client.get(HERE).content.decode()
    assert "Housing" in page
    assert "Youth work" not in page
    assert client.post(HERE, {**ADA, "unit": third.pk}).status_code == 422
    client.post(HERE, {**ADA, "unit": second.pk})
    assert Membership.objects.get(person__email="ada@example.org").unit == second


@pytest.mark.parametrize("wrong", [{"role": "officer"}, {"email": "x"}, {"name": ""}, {"role": ""}])
def test_what_is_wrong_is_said_with_everything_typed_kept(client: Client, lead: Membership, wrong: dict[str, str]) -> None:
    response = client.post(HERE, {**ADA, "job_title": "Head of year", **wrong})
    assert response.status_code == 422
    assert 'value="Head of year"' in response.content.decode()


def test_a_lead_names_a_deputy(client: Client, lead: Membership) -> None:
    client.post(HERE, {**ADA, "role": "return-lead", "is_deputy": "on"})
    assert Membership.objects.get(person__email="ada@example.org").is_deputy
    assert "Return lead (deputy)" in client.get("/o/oak-surgery/people").content.decode()


def test_only_return_leads_can_be_deputies(client: Client, lead: Membership) -> None:
    response = client.post(HERE, {**ADA, "is_deputy": "on"})
    assert response.status_code == 422
    assert "Only a return lead has deputies" in response.content.decode()
