import pytest

from section11.challenge.models import Opinion
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.returns import open_return, partnership_viewer
from tests.web.judging.pages import at_cycle, post, read

pytestmark = pytest.mark.django_db


def test_a_draft_is_kept_and_the_slower_window_sees_both() -> None:
    opened = open_return()
    client, address = signed_in(partnership_viewer(opened, Role.SCRUTINEER)), at_cycle("write_opinion", opened)
    assert "Your draft is saved" in post(client, address, text="Well led.", version=0, then="stay")
    page = post(client, address, 409, text="Badly led.", version=0, then="stay")
    assert "Well led." in page
    assert "Badly led." in page
    assert "Badly led." in post(client, address, text="Badly led.", version=1, then="give")
    assert Opinion.objects.get().text == "Badly led."
    assert "Shorten this" in post(client, address, 422, text="x" * 50_001, version=2, then="stay")


def test_nobody_else_writes() -> None:
    opened = open_return()
    for role in (Role.OFFICER, Role.REVIEWER, Role.EXECUTIVE_VIEWER):
        client = signed_in(partnership_viewer(opened, role))
        assert client.get(at_cycle("write_opinion", opened)).status_code == 404
        assert client.post(at_cycle("write_opinion", opened), {"text": "Mine."}).status_code == 404
    assert "Save the draft" in read(signed_in(partnership_viewer(opened, Role.SCRUTINEER)), at_cycle("write_opinion", opened))
