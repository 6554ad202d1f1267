import pytest
from django.conf import LazySettings
from django.test import Client

from section11.directory.queries import viewer_of_person
from section11.lib.clock import now
from section11.returns.operations.hold_post import hold_post
from tests.factories.directory import make_membership

pytestmark = pytest.mark.django_db


def test_it_is_told_once_with_the_way_to_it(client: Client, settings: LazySettings) -> None:
    settings.DEMO = True
    person = make_membership().person
    hold_post(viewer_of_person(person), path="/o/oak/returns/1", fields={"comment": ["x"]}, at=now())
    client.post("/demo/sign-in", {"person": person.ref})
    page = client.get("/choose-place").content.decode()
    assert 'href="/kept-text">See all the text that we kept for you</a>' in page
    assert "See all the text" not in client.get("/choose-place").content.decode()


def test_names_in_other_messages_stay_text(client: Client) -> None:
    held = make_membership()
    assert held.partnership
    client.force_login(held.person)
    address = f"/p/{held.partnership.slug}/colleagues/add"
    response = client.post(address, {"name": "<b>Sam</b>", "email": "sam@example.org", "role": "reviewer"}, follow=True)
    assert "&lt;b&gt;Sam&lt;/b&gt; can now sign in" in response.content.decode()
