import pytest
from django.test import Client

from section11.directory.models import Person
from section11.directory.queries import viewer_of_person
from section11.lib.clock import now
from section11.returns.models import HeldPost
from section11.returns.operations.hold_post import hold_post
from tests.factories.directory import make_person

pytestmark = pytest.mark.django_db


def held_for(person: Person) -> HeldPost:
    return hold_post(
        viewer_of_person(person), path="/o/oak/returns/1", fields={"st-1.1-comment": ["<b>We train</b>"], "version": ["3"]}, at=now()
    )


def test_it_shows_what_is_kept_with_its_page(client: Client) -> None:
    person = make_person()
    held_for(person)
    client.force_login(person)
    page = client.get("/kept-text").content.decode()
    assert "&lt;b&gt;We train&lt;/b&gt;" in page
    assert "St 1.1 comment" in page
    assert 'href="/o/oak/returns/1"' in page


def test_nothing_of_anybody_elses(client: Client) -> None:
    held_for(make_person())
    client.force_login(make_person())
    assert "We are keeping no text for you" in client.get("/kept-text").content.decode()


def test_one_text_is_let_go(client: Client) -> None:
    person = make_person()
    held = held_for(person)
    client.force_login(person)
    assert client.post("/kept-text", {"held": held.pk})["Location"] == "/kept-text"
    assert not HeldPost.objects.exists()


@pytest.mark.parametrize("number", ["", "x", "999999", "9" * 30])
def test_absent_and_anybody_elses_look_the_same(client: Client, number: str) -> None:
    held = held_for(make_person())
    client.force_login(make_person())
    for told in (number, str(held.pk)):
        assert client.post("/kept-text", {"held": told}).status_code == 404
    assert HeldPost.objects.count() == 1
