"""The task list and the lists of returns."""

import pytest
from django.urls import reverse

from section11.activity.models import ActivityEvent
from section11.cycles.models import Invitation
from section11.cycles.vocabulary import Progress
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from tests.factories.browsers import signed_in
from tests.factories.returns import AT, Opened, answer_everything, ask, open_return, rate
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


def test_it_says_which_form_it_is() -> None:
    opened = open_return(form="light")
    assert "Your form is <strong>Light</strong>" in signed_in(opened.lead).get(tasks(opened)).content.decode()


def test_a_signatory_is_led_to_what_waits_for_them_and_others_are_not() -> None:
    opened = open_return()
    answer_everything(opened)
    ask(opened)
    way = reverse("sign_off", kwargs={"organisation": opened.unit.organisation.slug, "return_id": opened.return_id})
    lists = (tasks(opened), reverse("organisation_returns", kwargs={"organisation": opened.unit.organisation.slug}))
    for page in lists:
        shown = signed_in(opened.signatory).get(page).content.decode()
        assert f'<a class="govuk-button" href="{way}"' in shown
        assert "if that is you, read it and approve it" in shown
        assert "Read and approve" not in signed_in(opened.lead).get(page).content.decode()


def test_the_first_look_is_recorded_once() -> None:
    opened = open_return()
    client = signed_in(opened.contributor)
    for _ in range(3):
        client.get(tasks(opened))
    assert Invitation.objects.get(pk=opened.invitation.pk).progress == Progress.OPENED
    assert ActivityEvent.objects.filter(verb="opened-return").count() == 1


def test_the_page_takes_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    opened = open_return()
    client = signed_in(opened.lead)
    client.get(tasks(opened))
    with assert_queries(10):
        client.get(tasks(opened))


@pytest.mark.parametrize("return_id", [2**31, 2**63 - 1, 2**63, 10**30])
def test_a_number_beyond_all_returns_leads_nowhere(return_id: int) -> None:
    opened = open_return()
    client, organisation = signed_in(opened.lead), opened.unit.organisation.slug
    assert client.get(f"/o/{organisation}/returns/{return_id}").status_code == 404
    assert client.post(f"/o/{organisation}/returns/{return_id}/statements/1.1/save").status_code == 404
