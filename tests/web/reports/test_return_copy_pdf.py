import pytest
from django.urls import reverse

from section11.directory.models import Person
from tests.factories.directory import make_membership, make_organisation
from tests.factories.returns import open_return, submitted_return

pytestmark = pytest.mark.django_db


def address(opened, organisation: str = "") -> str:
    return reverse("return_copy_pdf", kwargs={"organisation": organisation or opened.unit.organisation.slug, "return_id": opened.return_id})


@pytest.mark.parametrize("role", ["lead", "signatory", "contributor"])
def test_everybody_of_the_unit_takes_a_copy_at_any_time(client, role, assert_queries):
    opened = open_return()
    client.force_login(Person.objects.get(pk=getattr(opened, role).person_id))
    with assert_queries(10):
        page = client.get(address(opened))
    assert page["Content-Type"] == "application/pdf"
    assert page["Content-Disposition"].startswith('attachment; filename="section-11-audit-')
    assert page["Content-Disposition"].endswith('.pdf"')
    assert page.content.startswith(b"%PDF-")


def test_after_the_audit_is_closed_too(client):
    opened, _ = submitted_return()
    opened.cycle.state = "closed"
    opened.cycle.save()
    client.force_login(Person.objects.get(pk=opened.lead.person_id))
    assert client.get(address(opened)).status_code == 200


def test_nobody_else_does(client):
    opened = open_return()
    stranger = make_organisation()
    client.force_login(make_membership(role="return-lead", of=stranger).person)
    assert client.get(address(opened)).status_code == 404
    assert client.get(address(opened, stranger.slug)).status_code == 404
    client.force_login(Person.objects.get(pk=opened.officer.person_id))
    assert client.get(address(opened)).status_code == 404
