import pytest
from django.test import Client
from django.urls import reverse

from section11.cycles.models import Cycle, Invitation
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.returns import Opened, partnership_viewer, submitted_return
from tests.web.returns.pages import at_page, state

pytestmark = pytest.mark.django_db


def here(opened: Opened) -> str:
    return reverse("return_for_correction", kwargs={"partnership": opened.cycle.partnership.slug, "invitation_id": opened.invitation.pk})


def reading(client: Client, opened: Opened, reference: str) -> str:
    address = reverse("submission", kwargs={"partnership": opened.cycle.partnership.slug, "reference": reference})
    return client.get(address, follow=True).content.decode()


def test_an_officer_returns_it_and_the_lead_reads_why() -> None:
    opened, reference = submitted_return()
    client = signed_in(opened.officer)
    assert here(opened) in reading(client, opened, reference)
    wrong = client.post(here(opened), {"reason": " "})
    assert wrong.status_code == 422
    assert "Say what is to be corrected" in wrong.content.decode()
    assert client.post(here(opened), {"reason": "About another school"}).status_code == 302
    assert state(opened) == "open"
    page = signed_in(opened.lead).get(at_page("return_tasks", opened)).content.decode()
    assert "returned this for correction" in page
    assert "About another school" in page
    assert "give-up-amendment" not in page


@pytest.mark.parametrize("why", ["closed", "withdrawn", "reviewer"])
def test_it_is_not_offered_where_it_would_be_refused(why: str) -> None:
    opened, reference = submitted_return()
    client = signed_in(partnership_viewer(opened, Role.REVIEWER) if why == "reviewer" else opened.officer)
    if why == "closed":
        Cycle.objects.filter(pk=opened.cycle.pk).update(state=CycleState.CLOSED)
    if why == "withdrawn":
        Invitation.objects.filter(pk=opened.invitation.pk).update(state=InvitationState.WITHDRAWN)
    assert here(opened) not in reading(client, opened, reference)


def test_while_it_is_open_there_is_nothing_to_return() -> None:
    opened, reference = submitted_return()
    client = signed_in(opened.officer)
    client.post(here(opened), {"reason": "Once"})
    assert here(opened) not in reading(client, opened, reference)
    assert "changing this return already" in client.get(here(opened)).content.decode()
    again = client.post(here(opened), {"reason": "Twice"})
    assert again.status_code == 422
    assert "open for answers now" in again.content.decode()


def test_a_reviewer_is_not_offered_it() -> None:
    opened, reference = submitted_return()
    client = signed_in(partnership_viewer(opened, Role.REVIEWER))
    assert here(opened) not in reading(client, opened, reference)
    assert client.get(here(opened)).status_code == 404
