import pytest
from django.test import Client

from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_person, make_unit

pytestmark = pytest.mark.django_db
ADA = {"name": "Ada Cole", "email": "ada@example.org"}


def address(held: Membership) -> str:
    return f"/o/oak-surgery/people/{held.pk}/hand-over"


def test_the_lead_passes_the_place_on_and_can_no_longer_open_it(client: Client, lead: Membership) -> None:
    assert "You can no longer open its returns" in client.get(address(lead)).content.decode()
    response = client.post(address(lead), ADA, follow=True)
    assert response.redirect_chain == [("/start", 302)]
    assert "Ada Cole is the return lead now" in response.content.decode()
    assert client.get("/o/oak-surgery/people").status_code == 404
    assert Membership.objects.get(ended_at__isnull=True).person.name == "Ada Cole"


def test_who_is_something_else_there_too_says_whether_that_ends(client: Client, lead: Membership) -> None:
    make_membership(lead.person, Role.SIGNATORY, of=lead.unit)
    page = client.get(address(lead)).content.decode()
    assert "You can no longer lead its returns" in page
    assert "is also signatory: end that, too" in page
    assert client.post(address(lead), {**ADA, "leaves": "on"})["Location"] == "/start"
    assert Membership.objects.get(ended_at__isnull=True).person.name == "Ada Cole"


def test_who_stays_signatory_goes_on_to_the_people(client: Client, lead: Membership) -> None:
    make_membership(lead.person, Role.SIGNATORY, of=lead.unit)
    assert client.post(address(lead), ADA)["Location"] == "/o/oak-surgery/people"
    assert client.get("/o/oak-surgery/people").status_code == 200


def test_one_of_two_leads_hands_over_for_the_other(client: Client, lead: Membership) -> None:
    assert lead.unit
    other = make_membership(make_person("Other Lead"), Role.RETURN_LEAD, of=lead.unit)
    assert "Other Lead can no longer" in client.get(address(other)).content.decode()
    assert client.post(address(other), ADA)["Location"] == "/o/oak-surgery/people"


@pytest.mark.parametrize("wrong", [{"name": ""}, {"email": "x"}])
def test_what_is_wrong_changes_nothing(client: Client, lead: Membership, wrong: dict[str, str]) -> None:
    assert client.post(address(lead), {**ADA, **wrong}).status_code == 422
    lead.refresh_from_db()
    assert lead.ended_at is None


def test_only_leads_of_units_one_leads(client: Client, lead: Membership) -> None:
    assert lead.unit
    contributor = make_membership(role=Role.CONTRIBUTOR, of=lead.unit)
    other_unit = make_membership(role=Role.RETURN_LEAD, of=make_unit(lead.unit.organisation))
    for held in (contributor, other_unit, make_membership(role=Role.RETURN_LEAD)):
        assert client.get(address(held)).status_code == 404
        assert client.post(address(held), ADA).status_code == 404
