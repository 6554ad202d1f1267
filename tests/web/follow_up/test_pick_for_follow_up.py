import pytest
from django.test import Client

from section11.challenge.models import FollowUp
from tests.queries import assert_queries_below
from tests.web.cycles.pages import post, read
from tests.web.follow_up.conftest import Scene

pytestmark = pytest.mark.django_db


def test_an_officer_picks_a_return_from_its_page(officer: Client, scene: Scene):
    assert "Bring it to the strategic lead" in read(officer, scene.invitation)
    with assert_queries_below(10):
        assert "The organisation is not told." in read(officer, f"{scene.invitation}/follow-up")
    response = post(officer, f"{scene.invitation}/follow-up", note="We heard worrying things.")
    made = FollowUp.objects.get()
    assert response["Location"] == f"{scene.cycle}/follow-ups/{made.pk}"
    assert "Follow-up : waiting for the lead" in read(officer, scene.invitation)


def test_what_is_wrong_is_said(officer: Client, scene: Scene):
    post(officer, f"{scene.invitation}/follow-up", 422, note="")
    post(officer, f"{scene.invitation}/follow-up", note="Worrying.")
    body = post(officer, f"{scene.invitation}/follow-up", 422, note="Again <worrying>").content.decode()
    assert "picked for follow-up already" in body
    assert "Again &lt;worrying&gt;" in body
