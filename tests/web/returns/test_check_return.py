"""Check and submit: what is missing, and who signs off."""

import pytest

from section11.directory.models import Membership, Person
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.returns import answer_everything, open_return, rate
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_check_lists_exactly_what_is_missing_by_name_and_link() -> None:
    opened = open_return()
    rate(opened, "1.1", "met")
    rate(opened, "1.2", "partial")
    page = signed_in(opened.lead).get(at_page("check_return", opened)).content.decode()
    assert "3 things still missing" in page
    assert f'href="{at_page("standard", opened, standard_ref="1")}#s-1_2"' in page
    assert f'href="{at_page("standard", opened, standard_ref="1")}#s-1_1"' not in page
    assert "Ask for sign-off</button>" not in page


def test_somebody_new_can_be_named_as_signatory() -> None:
    opened = open_return()
    answer_everything(opened)
    typed = {"who": "new", "name": "", "email": "not an address"}
    wrong = signed_in(opened.lead).post(at_page("check_return", opened), typed)
    assert wrong.status_code == 422
    assert b"Enter their name" in wrong.content
    right = {"who": "new", "name": "Ama Osei", "email": "Chair@charity.example"}
    assert signed_in(opened.lead).post(at_page("check_return", opened), right).status_code == 302
    person = Person.objects.get(email="chair@charity.example")
    assert Membership.objects.filter(person=person, role=Role.SIGNATORY, unit=opened.unit).exists()


def test_nobody_is_let_in_as_signatory_while_something_is_missing() -> None:
    opened = open_return()
    typed = {"who": "new", "name": "Ama Osei", "email": "chair@charity.example"}
    assert signed_in(opened.lead).post(at_page("check_return", opened), typed).status_code == 422
    assert not Person.objects.filter(email="chair@charity.example").exists()
