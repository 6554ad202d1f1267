import pytest

from section11.challenge.models import Opinion
from section11.challenge.operations.save_opinion import save_opinion
from section11.challenge.vocabulary import OpinionState
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.returns import AT, open_return, partnership_viewer
from tests.web.judging.pages import at_cycle, post, read

pytestmark = pytest.mark.django_db


def test_it_is_read_once_more_and_given() -> None:
    opened = open_return()
    scrutineer = partnership_viewer(opened, Role.SCRUTINEER)
    client, address = signed_in(scrutineer), at_cycle("give_opinion", opened)
    assert "nothing to give yet" in read(client, address)
    save_opinion(scrutineer, opened.cycle.slug, "Well led.", version=0, at=AT)
    assert "Well led." in read(client, address)
    save_opinion(scrutineer, opened.cycle.slug, "Very well led.", version=1, at=AT)
    page = post(client, address, 409, version=1)
    assert "changed in another window" in page
    assert "Very well led." in page
    assert "Your opinion is given" in post(client, address, version=2)
    assert Opinion.objects.get().state == OpinionState.GIVEN


def test_nobody_else_gives_one() -> None:
    opened = open_return()
    client = signed_in(opened.officer)
    assert client.get(at_cycle("give_opinion", opened)).status_code == 404
    assert client.post(at_cycle("give_opinion", opened), {"version": 1}).status_code == 404
