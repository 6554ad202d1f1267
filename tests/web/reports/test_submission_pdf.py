import pytest
from django.urls import reverse

from section11.directory.models import Person
from tests.factories.directory import make_membership, make_organisation
from tests.factories.returns import open_return, submitted_return

pytestmark = pytest.mark.django_db


def address(opened, reference: str, **changes) -> str:
    parts = {"organisation": opened.unit.organisation.slug, "return_id": opened.return_id, "reference": reference, **changes}
    return reverse("submission_pdf", kwargs=parts)


def test_its_people_take_a_copy_of_what_was_sent(client, assert_queries):
    opened, reference = submitted_return()
    client.force_login(Person.objects.get(pk=opened.signatory.person_id))
    with assert_queries(10):
        page = client.get(address(opened, reference))
    assert page["Content-Type"] == "application/pdf"
    assert reference.lower() in page["Content-Disposition"]
    assert page.content.startswith(b"%PDF-")


def test_foreign_and_absent_look_the_same(client):
    opened, reference = submitted_return()
    other = open_return(unit=opened.unit, participation=opened.participation)
    client.force_login(Person.objects.get(pk=opened.lead.person_id))
    assert client.get(address(opened, "NONE-SUCH")).status_code == 404
    assert client.get(address(opened, reference, return_id=other.return_id)).status_code == 404
    stranger = make_organisation()
    client.force_login(make_membership(role="return-lead", of=stranger).person)
    assert client.get(address(opened, reference)).status_code == 404
    assert client.get(address(opened, reference, organisation=stranger.slug)).status_code == 404
