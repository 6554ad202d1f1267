"""The task list and the lists of returns."""

import pytest
from django.urls import reverse

from section11.activity.models import ActivityEvent
from section11.cycles.models import Invitation
from section11.cycles.vocabulary import Progress
from section11.directory.models import Person
from section11.directory.vocabulary import Role
from section11.returns.models import Assignment
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from tests.factories.browsers import signed_in
from tests.factories.directory import make_membership
from tests.factories.returns import AT, Opened, membership_id, open_return, rate
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def tasks(opened: Opened) -> str:
    return reverse("return_tasks", kwargs={"organisation": opened.unit.organisation.slug, "return_id": opened.return_id})


def test_each_standard_says_how_far_it_is() -> None:
    opened = open_return()
    client = signed_in(opened.lead)
    assert client.get(tasks(opened)).content.decode().count("Not started") == 2
    rate(opened, "1.1", "met")
    assert "1 of 2 answered" in client.get(tasks(opened)).content.decode()
    rate(opened, "1.2", "partial")
    assert "Needs attention" in client.get(tasks(opened)).content.decode()
    rate(opened, "1.2", "met")
    assert "Complete" in client.get(tasks(opened)).content.decode()
    mark_not_applicable(opened.lead, opened.return_id, "2", "None of this here", at=AT)
    assert ">Not applicable<" in client.get(tasks(opened)).content.decode()


def test_the_first_look_is_recorded_once() -> None:
    opened = open_return()
    client = signed_in(opened.contributor)
    for _ in range(3):
        client.get(tasks(opened))
    assert Invitation.objects.get(pk=opened.invitation.pk).progress == Progress.OPENED
    assert ActivityEvent.objects.filter(verb="opened-return").count() == 1


def test_with_one_return_the_way_leads_straight_to_it() -> None:
    opened = open_return()
    assert signed_in(opened.lead).get(reverse("your_returns"))["Location"] == tasks(opened)


def test_with_several_returns_each_says_its_due_date_and_progress() -> None:
    first, second = open_return(), open_return()
    person = Person.objects.get(pk=first.lead.person_id)
    make_membership(person, role=Role.RETURN_LEAD, of=second.unit)
    page = signed_in(person).get(reverse("your_returns")).content.decode()
    assert tasks(first) in page
    assert tasks(second) in page
    assert "0 of 4 statements answered" in page


def test_somebody_without_returns_is_told_what_will_come_here() -> None:
    person = make_membership().person
    assert "no returns yet" in signed_in(person).get(reverse("your_returns")).content.decode()


def test_standards_are_handed_over_done_and_taken_back() -> None:
    opened = open_return()
    lead, helper = signed_in(opened.lead), signed_in(opened.contributor)
    here = {"organisation": opened.unit.organisation.slug, "return_id": opened.return_id}
    hand = reverse("hand_standard", kwargs=here)
    nothing = lead.post(hand, {})
    assert nothing.status_code == 422
    assert b"Tick the standards" in nothing.content
    assert b"Choose who gets them" in nothing.content
    lead.post(hand, {"standard": ["1", "2"], "member": str(membership_id(opened.contributor, Role.CONTRIBUTOR, opened.unit))})
    assert Assignment.objects.count() == 2
    assert "My part is done" in helper.get(tasks(opened)).content.decode()
    helper.post(reverse("finish_part", kwargs={**here, "standard_ref": "1"}), {"done": "1"})
    assert "(done)" in lead.get(tasks(opened)).content.decode()
    first = Assignment.objects.order_by("pk").first()
    assert first is not None
    lead.post(hand, {"take_back": str(first.pk)})
    assert Assignment.objects.count() == 1


def test_the_page_takes_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    opened = open_return()
    client = signed_in(opened.lead)
    client.get(tasks(opened))
    with assert_queries(10):
        client.get(tasks(opened))
