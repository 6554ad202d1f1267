from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from section11.directory.vocabulary import Role
from section11.lib import clock
from section11.notices.vocabulary import EMAIL_STATE_WORDS, EmailState
from tests.factories.directory import make_membership, make_partnership
from tests.factories.notices import make_email

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership():
    return make_partnership("Riverside")


@pytest.fixture
def officer(client: Client, partnership) -> Client:
    client.force_login(make_membership(of=partnership).person)
    return client


def read(client: Client, partnership, query: str = "") -> str:
    page = client.get(reverse("emails", kwargs={"partnership": partnership.slug}) + query)
    assert page.status_code == 200
    return page.content.decode()


def test_lists_the_partnerships_own_with_state_in_words(officer, partnership):
    for state in EmailState:
        make_email(partnership.pk, state=state, to_name=f"<b>{state}</b>")
    make_email(make_partnership().pk, to_name="Theirs")
    make_email(None, to_name="Nobody's")
    text = read(officer, partnership)
    for state, words in EMAIL_STATE_WORDS.items():
        assert f"{words}</strong>" in text
        assert f"{words} (1)" in text
        assert f"&lt;b&gt;{state}&lt;/b&gt;" in text
    assert "Theirs" not in text
    assert "Nobody" not in text


def test_filters_by_state_and_says_when_there_is_none(officer, partnership):
    make_email(partnership.pk, state=EmailState.FAILED, to_name="Fay")
    make_email(partnership.pk, state=EmailState.SENT, to_name="Sam")
    assert "Sam" not in read(officer, partnership, "?state=failed")
    assert "No email is in this state" in read(officer, partnership, "?state=unknown")
    assert "Sam" in read(officer, partnership, "?state=nonsense")
    text = read(officer, partnership, "?state=trouble")
    assert "Fay" in text
    assert "Sam" not in text
    assert "Wants your attention (1)" in text


def test_pages_hold_fifty_and_ask_as_little_whatever_the_number(officer, partnership, assert_queries):
    for _ in range(3):
        make_email(partnership.pk, created_at=clock.now())
    with assert_queries(10) as few:
        read(officer, partnership)
    for _ in range(60):
        make_email(partnership.pk, created_at=clock.now())
    with assert_queries(10) as many:
        text = read(officer, partnership, "?page=2")
    assert few.count == many.count
    assert "Showing 51 to 63 of 63 emails" in text


def test_tells_when_emails_wait_too_long(officer, partnership):
    make_email(partnership.pk, created_at=clock.now() - timedelta(minutes=16))
    assert "1 email has waited for more than 15 minutes" in read(officer, partnership)


def test_says_what_will_come_here(officer, partnership):
    assert "No email has been written yet" in read(officer, partnership)


@pytest.mark.parametrize("role", [Role.EXECUTIVE_VIEWER, Role.REVIEWER])
def test_only_officers_and_scrutineers_see_them(client, partnership, role):
    client.force_login(make_membership(role=role, of=partnership).person)
    assert client.get(reverse("emails", kwargs={"partnership": partnership.slug})).status_code == 404
