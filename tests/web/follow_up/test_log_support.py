import pytest
from django.test import Client

from section11.challenge.models import SupportConversation
from section11.challenge.vocabulary import SupportState
from tests.factories.browsers import signed_in
from tests.factories.follow_up import make_support
from tests.web.cycles.pages import post, read
from tests.web.follow_up.conftest import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(scene: Scene) -> str:
    make_support(scene.opened, SupportState.AGREED)
    return f"{scene.invitation}/support/log"


def test_the_record_is_read_by_the_organisation_from_then_on(officer: Client, scene: Scene, page: str):
    lead = signed_in(scene.opened.lead)
    tasks = f"/o/{scene.opened.unit.organisation.slug}/returns/{scene.opened.return_id}"
    assert "The organisation can read this" in read(officer, page)
    assert "What was said" not in read(lead, tasks)
    post(officer, page, version=2, said="Training <first>.")
    assert "What was said and agreed Training <first>." in read(lead, tasks)


def test_what_is_wrong_is_said_and_who_was_slower_sees_both(officer: Client, page: str):
    post(officer, page, 422, version=2, said="")
    SupportConversation.objects.update(version=5, said="Theirs")
    body = post(officer, page, 409, version=2, said="Mine").content.decode()
    assert "Theirs" in body
    assert "Mine" in body
