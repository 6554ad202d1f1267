"""Asking the partnership for support."""

import pytest

from tests.factories.browsers import signed_in
from tests.factories.plans import followed_action, planned
from tests.factories.returns import open_return
from tests.web.cycles.pages import words
from tests.web.plans.pages import lead_of, officer_of, own, theirs, told
from tests.web.returns.pages import in_organisation

pytestmark = pytest.mark.django_db


def test_the_partnership_reads_it() -> None:
    followed = followed_action()
    client, path = lead_of(followed), own("ask_for_support", followed)
    assert "What support would you like?" in told(client, path)
    assert client.post(path, {"text": "A trainer", "version": "1"}).status_code == 302
    page = told(officer_of(followed), theirs("followed_action", followed))
    assert "The organisation asks for your support" in page
    assert "A trainer" in page


def test_it_wants_words_and_keeps_them_in_a_conflict() -> None:
    followed = followed_action()
    client, path = lead_of(followed), own("ask_for_support", followed)
    assert "Say what support you would like" in words(client.post(path, {"version": "1"}))
    client.post(path, {"text": "Theirs", "version": "1"})
    response = client.post(path, {"text": "Mine", "version": "1"})
    assert response.status_code == 409
    assert "Theirs" in words(response)
    assert "Mine" in response.content.decode()


def test_where_nobody_follows_there_is_nobody_to_ask() -> None:
    opened = open_return()
    path = in_organisation("ask_for_support", opened, action_id=planned(opened))
    assert "No partnership sees this action yet" in told(signed_in(opened.lead), path)
