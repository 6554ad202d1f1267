import pytest
from django.test import Client

from section11.challenge.models import SupportConversation
from tests.factories.browsers import signed_in
from tests.factories.follow_up import make_support
from tests.web.cycles.pages import post, read
from tests.web.follow_up.conftest import Scene

pytestmark = pytest.mark.django_db


def test_closes_it_with_an_outcome_that_stays_with_the_partnership(officer: Client, scene: Scene):
    make_support(scene.opened)
    page = f"{scene.invitation}/support/close"
    post(officer, page, 422, version=1, outcome="")
    post(officer, page, version=1, outcome="They wish for none.")
    assert SupportConversation.objects.get().state == "closed"
    assert "They wish for none." in read(officer, f"{scene.invitation}/support")
    lead = signed_in(scene.opened.lead)
    assert "They wish" not in read(lead, f"/o/{scene.opened.unit.organisation.slug}/returns/{scene.opened.return_id}")
