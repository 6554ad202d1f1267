import pytest
from django.test import Client

from section11.directory.models import Membership, Partnership, Person
from section11.directory.vocabulary import Role

pytestmark = pytest.mark.django_db
HERE = "/p/riverside-partnership/colleagues/add"
SAM = {"name": "Sam Reed", "email": "sam@example.org", "role": "reviewer"}


def test_a_colleague_is_let_in(client: Client, officer: Membership, partnership: Partnership) -> None:
    response = client.post(HERE, SAM, follow=True)
    assert response.redirect_chain == [("/p/riverside-partnership/colleagues", 302)]
    assert "Sam Reed can now sign in with sam@example.org." in response.content.decode()
    held = Membership.objects.get(person__email="sam@example.org")
    assert (held.partnership, held.role) == (partnership, Role.REVIEWER)


def test_the_form_explains_each_role_of_a_partnership_and_no_other(client: Client, officer: Membership) -> None:
    page = client.get(HERE).content.decode()
    assert "changes nothing" in page
    assert "return-lead" not in page


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"name": " "}, "name"), ({"email": "sam"}, "email"), ({"role": "return-lead"}, "role"), ({"job_title": "x" * 201}, "job_title")],
)
def test_what_is_wrong_is_said_there_with_everything_typed_kept(
    client: Client, officer: Membership, wrong: dict[str, str], field: str
) -> None:
    response = client.post(HERE, {**SAM, **wrong})
    assert response.status_code == 422
    page = response.content.decode()
    assert f'href="#id_{field}' in page
    assert "<title>Error:" in page
    if field != "name":
        assert 'value="Sam Reed"' in page
    assert not Person.objects.filter(email="sam@example.org").exists()
