from datetime import timedelta

import pytest
from django.test import Client

from section11.cycles.models import Invitation
from section11.cycles.vocabulary import CycleState
from section11.directory.models import Membership, Participation, Partnership, Registration
from section11.directory.vocabulary import RegistrationState, Role
from section11.lib.clock import today
from tests.factories.cycles import make_cycle, make_draft, make_invitation
from tests.factories.directory import make_organisation, make_participation, make_registration
from tests.factories.standards import FIT, make_edition, tiny_standards

pytestmark = pytest.mark.django_db


def address(asked: Registration) -> str:
    return f"/p/riverside-partnership/registrations/{asked.pk}/approve"


def test_without_an_open_audit_it_is_let_in(client: Client, officer: Membership, partnership: Partnership) -> None:
    asked = make_registration(partnership, organisation_name="Elm School")
    make_draft(partnership)
    make_cycle(partnership, state=CycleState.CLOSED)
    assert "No audit is open now" in client.get(address(asked)).content.decode()
    response = client.post(address(asked), follow=True)
    assert "Elm School takes part now" in response.content.decode()
    assert Membership.objects.get(role=Role.RETURN_LEAD).person.email == asked.lead_email
    assert not Invitation.objects.exists()


def test_into_an_open_audit_it_is_invited_at_once(client: Client, officer: Membership, partnership: Partnership) -> None:
    asked = make_registration(partnership, organisation_name="Elm School")
    cycle = make_cycle(partnership, due=today() + timedelta(days=30))
    page = client.get(address(asked)).content.decode()
    assert cycle.title in page
    response = client.post(address(asked), {"cycle": cycle.slug, "form": "light"}, follow=True)
    assert "It is invited." in response.content.decode()
    invitation = Invitation.objects.get()
    assert (invitation.cycle, invitation.form, invitation.participation.name) == (cycle, "light", "Elm School")


def told_fit(*answers: bool) -> list[dict[str, object]]:
    return [{**one, "answer": answer} for one, answer in zip(FIT, answers, strict=True)]


def test_the_tiny_form_is_suggested_when_every_answer_says_that_it_fits(
    client: Client, officer: Membership, partnership: Partnership
) -> None:
    edition = make_edition(tool="with-tiny", standards=tiny_standards("1.1"), fit=FIT)
    cycle = make_cycle(partnership, edition=edition, due=today() + timedelta(days=30))
    fitting = make_registration(partnership, organisation_name="Elm Toddlers", fit=told_fit(False, True, True))
    other = make_registration(partnership, organisation_name="Elm School", fit=told_fit(False, True, False))
    page = client.get(address(fitting)).content.decode()
    assert "All its answers say that the tiny form fits" in page
    assert FIT[0]["question"] in page
    assert 'value="tiny" checked' in " ".join(page.split())
    page = client.get(address(other)).content.decode()
    assert "the tiny form does not fit" in page
    assert 'value="full" checked' in " ".join(page.split())
    client.post(address(fitting), {"cycle": cycle.slug, "form": "tiny"})
    assert (Invitation.objects.get().form, Invitation.objects.get().asked) == ("tiny", 1)


def test_one_may_wait_with_the_invitation(client: Client, officer: Membership, partnership: Partnership) -> None:
    asked = make_registration(partnership)
    make_cycle(partnership, due=today() + timedelta(days=30))
    client.post(address(asked), {"cycle": "none", "form": "full"})
    assert Participation.objects.count() == 1
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("chosen", [{}, {"cycle": "nowhere", "form": "full"}, {"cycle": "none", "form": "review"}])
def test_what_is_not_in_the_list_is_refused_and_nothing_happens(
    client: Client, officer: Membership, partnership: Partnership, chosen: dict[str, str]
) -> None:
    asked = make_registration(partnership)
    make_cycle(partnership, due=today() + timedelta(days=30))
    assert client.post(address(asked), chosen).status_code == 422
    asked.refresh_from_db()
    assert asked.state == RegistrationState.WAITING


def test_an_invitation_that_is_refused_is_said_and_the_organisation_stays(
    client: Client, officer: Membership, partnership: Partnership
) -> None:
    asked = make_registration(partnership)
    cycle = make_cycle(partnership, due=today() + timedelta(days=30))
    make_invitation(cycle, participation=make_participation(partnership, make_organisation(asked.organisation_name)))
    response = client.post(address(asked), {"cycle": cycle.slug, "form": "full"}, follow=True)
    assert "It could not be invited" in response.content.decode()
    asked.refresh_from_db()
    assert asked.state == RegistrationState.APPROVED


def test_the_officer_is_warned_of_one_by_that_name(client: Client, officer: Membership, partnership: Partnership) -> None:
    place = make_participation(partnership, make_organisation("Elm School"))
    asked = make_registration(partnership, organisation_name="elm school")
    page = client.get(address(asked)).content.decode()
    assert "takes part already" in page
    assert f"/organisations/{place.slug}" in page


def test_a_decision_is_made_once(client: Client, officer: Membership, partnership: Partnership) -> None:
    asked = make_registration(partnership)
    client.post(address(asked))
    response = client.post(address(asked))
    assert response.status_code == 422
    assert "decided about this registration already" in response.content.decode()
    assert "<form method" not in client.get(address(asked)).content.decode().split("<main")[1]
