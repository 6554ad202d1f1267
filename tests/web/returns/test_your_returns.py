"""Everything that a person answers."""

import pytest
from django.urls import reverse

from section11.directory.models import Person
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.directory import make_membership
from tests.factories.returns import open_return
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_with_one_return_the_way_leads_straight_to_it() -> None:
    opened = open_return()
    assert signed_in(opened.lead).get(reverse("your_returns"))["Location"] == at_page("return_tasks", opened)


def test_with_several_returns_each_says_its_due_date_and_progress() -> None:
    first, second = open_return(), open_return()
    person = Person.objects.get(pk=first.lead.person_id)
    make_membership(person, role=Role.RETURN_LEAD, of=second.unit)
    page = signed_in(person).get(reverse("your_returns")).content.decode()
    assert at_page("return_tasks", first) in page
    assert at_page("return_tasks", second) in page
    assert "0 of 4 statements answered" in page


def test_somebody_without_returns_is_told_what_will_come_here() -> None:
    person = make_membership().person
    assert "no returns yet" in signed_in(person).get(reverse("your_returns")).content.decode()
