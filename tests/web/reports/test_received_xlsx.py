import pytest
from django.urls import reverse

from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_partnership
from tests.factories.returns import submitted_return

pytestmark = pytest.mark.django_db


def address(partnership, reference: str) -> str:
    return reverse("received_xlsx", kwargs={"partnership": partnership.slug, "reference": reference})


@pytest.mark.parametrize("role", [Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER])
def test_those_who_read_submissions_take_a_copy(client, role, assert_queries):
    opened, reference = submitted_return()
    client.force_login(make_membership(role=role, of=opened.cycle.partnership).person)
    with assert_queries(10):
        page = client.get(address(opened.cycle.partnership, reference))
    assert page["Content-Type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert page.content.startswith(b"PK")


def test_executive_viewers_and_other_partnerships_do_not(client):
    opened, reference = submitted_return()
    client.force_login(make_membership(role=Role.EXECUTIVE_VIEWER, of=opened.cycle.partnership).person)
    assert client.get(address(opened.cycle.partnership, reference)).status_code == 404
    elsewhere = make_partnership()
    client.force_login(make_membership(of=elsewhere).person)
    assert client.get(address(opened.cycle.partnership, reference)).status_code == 404
    assert client.get(address(elsewhere, reference)).status_code == 404
