import pytest
from django.test import Client

from section11.challenge.models import SupportConversation
from tests.factories.browsers import signed_in
from tests.factories.follow_up import make_support
from tests.queries import assert_queries_below
from tests.web.cycles.pages import post, read
from tests.web.follow_up.conftest import Scene

pytestmark = pytest.mark.django_db
DAY = {"agreed_for-day": "2", "agreed_for-month": "11", "agreed_for-year": "2026"}


@pytest.fixture
def page(scene: Scene) -> str:
    make_support(scene.opened)
    return f"{scene.invitation}/support/agree"


def test_a_day_is_agreed_and_the_organisation_sees_it(officer: Client, scene: Scene, page: str):
    with assert_queries_below(10):
        assert "The organisation is told" in read(officer, page)
    post(officer, page, version=1, with_whom="Olive and Ann", **DAY)
    lead = signed_in(scene.opened.lead)
    text = read(lead, f"/o/{scene.opened.unit.organisation.slug}/returns/{scene.opened.return_id}")
    assert "is agreed for 2 November 2026 . Who takes part: Olive and Ann" in text


def test_what_is_wrong_is_said_at_once_and_what_was_typed_kept(officer: Client, page: str):
    body = post(officer, page, 422, version=1, with_whom="", **{**DAY, "agreed_for-day": "99"}).content.decode()
    assert 'value="99"' in body
    assert "must be a real date" in body
    assert "Say who takes part" in body


def test_who_was_slower_sees_both(officer: Client, page: str):
    SupportConversation.objects.update(version=4, with_whom="Somebody else", changed_by_name="Bo")
    body = post(officer, page, 409, version=1, with_whom="Olive and Ann", **DAY).content.decode()
    assert "Bo changed this" in body
    assert "Somebody else" in body
    assert 'value="Olive and Ann"' in body
    assert 'name="version" value="4"' in body


def test_when_it_is_closed_it_cannot_be_done(officer: Client, page: str):
    SupportConversation.objects.update(state="closed")
    assert "cannot be done with it now" in read(officer, page)
    post(officer, page, 422, version=1, with_whom="Olive", **DAY)
